/** The look inside a package, and whether a runtime can run it. Pure: it knows no database and no storage. */
export { safePath } from "./entry-rules.ts";
export { checkPackageFits, type PythonEntry } from "./fits.ts";
export { type Inspection, inspectPackage, type PackageFormat, packageFormats } from "./inspect.ts";
export type { RangeRead } from "./ranged-reader.ts";
export { PackageRefusal, type RefusalReason, refusalReasons } from "./refusal.ts";
