import { PackageRefusal } from "./refusal.ts";

/** Files and folders together, also those folders that have no entry of their own. */
export const mostEntries = 100_000;

/** Names that the platform's own scripts take on a host (CMP-33). */
export const reservedFileNames: ReadonlySet<string> = new Set([
  "start.sh",
  "stop.sh",
  "install.sh",
  "pre-install.sh",
  "uninstall.sh",
  "appspec.node.yml",
  "agent_template.yml",
]);

const mostKept = 1000;
const mostReserved = 20;

/** What is known of the names in an archive, kept small however many there are. */
export class EntryNames {
  files = 0;
  /** What lies at the top, and what lies in the first folder there; folders end with `/`. */
  readonly #top = new Set<string>();
  readonly #inFirst = new Set<string>();
  #first: string | null = null;
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  readonly reserved: string[] = [];
  /** Twice-given files are harmless in a Jar, which is run as it is, and ambiguous in all that is unpacked. */
  readonly #repeatable: (path: string) => boolean;

  constructor(repeatable: (path: string) => boolean) {
    this.#repeatable = repeatable;
  }

  /** Takes a safe path; throws when it is a second file of that name, or a file where a folder is. */
  add(path: string) {
    if (path === "") return;
    this.#addFolders(path);
    if (!path.endsWith("/")) this.#addFile(path);
    const [top = "", inside] = path.split(/(?<=\/)/, 2);
    if (this.#top.size < mostKept) this.#top.add(top);
    if (top.endsWith("/") && top !== ignored) this.#first ??= top;
    if (inside && top === this.#first && this.#inFirst.size < mostKept) this.#inFirst.add(inside);
  }

  #addFile(path: string) {
    if (this.#folders.has(path) || (this.#files.has(path) && !this.#repeatable(path))) throw duplicate(path);
    this.#files.add(path);
    this.files += 1;
    this.#count();
    const isReserved = reservedFileNames.has(path.slice(path.lastIndexOf("/") + 1));
    // Packages brought along by npm have install scripts of their own, which nobody takes for the platform's.
    const isForeign = /(^|\/)node_modules\//.test(path);
    if (isReserved && !isForeign && this.reserved.length < mostReserved) this.reserved.push(path);
  }

  #addFolders(path: string) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (this.#files.has(folder)) throw duplicate(folder);
      if (this.#folders.has(folder)) return;
      this.#folders.add(folder);
      this.#count();
    }
  }

  #count() {
    if (this.files + this.#folders.size <= mostEntries) return;
    throw new PackageRefusal("too_many_entries", `The archive holds more than ${mostEntries} files and folders`);
  }

  has = (path: string) => this.#files.has(path) || this.#folders.has(path);

  /** What lies at the top; folders end with `/`; at most 1000. */
  top = (): string[] => [...this.#top];

  /** The one folder that holds everything, and what lies directly in it; null when there is more at the top. */
  onlyFolder(): { name: string; holds: string[] } | null {
    const others = this.top().filter((name) => name !== this.#first && name !== ignored);
    return this.#first !== null && others.length === 0 ? { name: this.#first, holds: [...this.#inFirst] } : null;
  }
}

/** Left behind by macOS in archives that it packs. */
const ignored = "__MACOSX/";

const duplicate = (path: string) =>
  new PackageRefusal("duplicate_name", `The archive holds two files of the same name: ${JSON.stringify(path)}`, [path]);
