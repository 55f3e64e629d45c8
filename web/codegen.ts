import type { CodegenConfig } from "@graphql-codegen/cli";

/** Typed documents from the printed schema: `graphql-codegen --config codegen.ts`, committed under `generated`. */
const config: CodegenConfig = {
  schema: "../graphql/schema.graphql",
  documents: ["**/*.{ts,tsx}", "!generated/**", "!node_modules/**", "!dist/**"],
  ignoreNoDocuments: true,
  generates: {
    "generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string",
        enumsAsTypes: true,
        useTypeImports: true,
        onlyOperationTypes: true,
        scalars: { DateTime: "string", JSON: "unknown", ID: "string" },
        importExtension: ".ts",
      },
    },
  },
};
export default config;
