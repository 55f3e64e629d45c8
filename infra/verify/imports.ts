import { dirname, join } from "node:path";
import { type Check, files, read } from "./check.ts";

/** Which packages a package may import. */
const allowed: Record<string, string[]> = {
  db: [],
  functions: ["db"],
  graphql: ["functions"],
  jobs: ["functions"],
  web: [],
  infra: ["db", "functions", "graphql", "jobs"],
  test: ["db", "functions", "graphql", "jobs", "infra"],
};

/** A room may import rooms of a lower rank only; the kernel knows no room. */
const ranks: Record<string, number> = {
  kernel: 0,
  identity: 1,
  apps: 2,
  environments: 3,
  configs: 4,
  images: 4,
  engines: 4,
  components: 5,
  builds: 6,
  deployments: 7,
  pipelines: 8,
  operations: 9,
  governance: 9,
  jobs: 9,
  agents: 10,
};

const specifier = /(?:^|[\s;}])(?:import|export)\s[^"';]*?from\s*"([^"]+)"|(?:^|\W)import\s*\(?\s*"([^"]+)"/g;

/** What is wrong with this file importing that name; null when nothing is. */
export function judgeImport(path: string, name: string): string | null {
  const target = targetOf(path, name);
  return target && complaint(path, target);
}

export const importDirection: Check = {
  name: "import direction",
  run: async () =>
    files()
      .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
      .flatMap(judge),
};

function judge(path: string): string[] {
  const [from = ""] = path.split("/");
  if (!(from in allowed)) return [];
  return [...read(path).matchAll(specifier)]
    .map((match) => match[1] ?? match[2] ?? "")
    .flatMap((name) => {
      const wrong = judgeImport(path, name);
      return wrong ? [`${path} imports ${name}: ${wrong}`] : [];
    });
}

/** The imported place as a path from the root; null for packages from elsewhere. */
function targetOf(path: string, name: string): string | null {
  if (name.startsWith(".")) return join(dirname(path), name);
  return /^@flyloft\/(.+)$/.exec(name)?.[1] ?? null;
}

function complaint(path: string, target: string): string | null {
  const [from = "", room = ""] = path.split("/");
  const [to = "", toRoom = ""] = target.split("/");
  if (from !== to) return allowed[from]!.includes(to) ? null : `${from} must not know ${to}`;
  if (from !== "functions" || path.split("/").length < 3 || room === toRoom) return null;
  for (const one of [room, toRoom]) {
    if (!(one in ranks)) return `the room ${one} has no rank in ${import.meta.filename.split("/").slice(-3).join("/")}`;
  }
  return ranks[toRoom]! < ranks[room]! ? null : `${room} must not know ${toRoom}; let it hear an event instead`;
}
