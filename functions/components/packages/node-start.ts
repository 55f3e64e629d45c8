import { z } from "zod";

/** What a `package.json` says: `start` is what `npm start` would run. Unreadable when npm could not read it either. */
export type NodePackage = { readable: boolean; name: string | null; version: string | null; start: string | null };

const text = z.string().max(5000).nullish().catch(null);
const packageJson = z.object({ name: text, version: text, scripts: z.object({ start: text }).nullish().catch(null) });

/** Reads what matters of a `package.json`. */
export function readPackageJson(content: string): NodePackage {
  try {
    const { name, version, scripts } = packageJson.parse(JSON.parse(content.replace(/^\uFEFF/, "")));
    return { readable: true, name: name || null, version: version || null, start: scripts?.start?.trim() || null };
  } catch {
    return { readable: false, name: null, version: null, start: null };
  }
}
