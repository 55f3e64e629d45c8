/** Packages on their way into object storage, and those that are there. */
export * from "./abort-package-upload.ts";
export * from "./complete-package-upload.ts";
export * from "./delete-package.ts";
export * from "./get-package.ts";
export * from "./list-packages.ts";
export * from "./load-packages.ts";
export * from "./start-package-upload.ts";
