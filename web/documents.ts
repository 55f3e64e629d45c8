import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const spaces = /\s+/g;

/** Every generated document by the name of its operation. */
function documentsIn(generated: string): Map<string, string> {
  const written = generated.matchAll(/export const (\w+)Document = new TypedDocumentString\(`([^`]*)`/g);
  return new Map([...written].map(([, name, text]) => [name!, text!.replace(spaces, " ").trim()]));
}

/**
 * Puts each document where it is asked for. The generated table would bring the questions of all pages with the first one.
 * A fragment is part of the documents that use it, and nothing by itself.
 */
export function documentsInPlace(): Plugin {
  let documents: Map<string, string>;
  return {
    name: "documents-in-place",
    apply: "build",
    enforce: "pre",
    buildStart() {
      documents = documentsIn(readFileSync(join(import.meta.dirname, "generated/graphql.ts"), "utf8"));
    },
    transform: {
      filter: { code: "graphql(/* GraphQL */" },
      handler(code) {
        return code
          .replace(/import \{ graphql \} from "[^"]*generated\/gql\.ts";/, "")
          .replace(/graphql\(\/\* GraphQL \*\/ `\s*(\w+) (\w+)[^`]*`\)/g, (_call, kind: string, name: string) => {
            if (kind === "fragment") return '""';
            const text = documents.get(name);
            if (!text) throw new Error(`No document ${name} is generated: run codegen`);
            return JSON.stringify(text);
          });
      },
    },
  };
}
