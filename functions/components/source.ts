import type { ComponentSource, Tx } from "@flyloft/db";
import { DomainError, invalid } from "../kernel/errors.ts";
import type { Choices } from "./choices.ts";
import { allowedSources, type Source } from "./combinations.ts";
import type { SourceInput } from "./fields.ts";
import type { PythonEntry } from "./packages/fits.ts";
import { selectPackage } from "./select-package.ts";

const sourceNames: Record<Source, string> = {
  repository: "a source repository",
  template: "a template",
  jar: "a Jar package",
  war: "a War package",
  zip: "a Zip package",
  image: "an image",
};

/** The source to store, refused unless the tables allow it (CMP-06 to CMP-09, CMP-15) and its package fits the runtime. */
export async function settleSource(
  tx: Tx,
  projectId: string,
  { type, framework, runtime }: Choices,
  python: PythonEntry | null,
  given: SourceInput | undefined,
): Promise<ComponentSource> {
  const allowed = allowedSources(type, framework, runtime.id);
  const [only] = allowed;
  if (only === "image" && (given === undefined || given.kind === "image")) return { kind: "image" };
  const choice = allowed.map((one) => sourceNames[one]).join(" or ");
  if (only === "image")
    throw invalid("source.kind", `${runtime.label} has no source to set: the image is chosen at deployment`);
  if (!given) throw invalid("source", `Choose where the code comes from: ${choice}`);
  if (!allowed.includes(given.kind))
    throw invalid("source.kind", `The source cannot be ${sourceNames[given.kind]} here: it is ${choice}`);
  if (given.kind === "repository" || given.kind === "template") {
    const message = `There is no repository authorisation called ${given.authorisation}: upload a package instead`;
    throw new DomainError("blocked", message, { fields: { "source.authorisation": [message] } });
  }
  if (given.kind === "image") return { kind: "image" };
  await selectPackage(tx, { projectId, packageId: given.packageId, runtime, python, field: "source.packageId" });
  return { kind: given.kind, packageId: given.packageId };
}
