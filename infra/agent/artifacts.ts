import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import type * as http from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Release } from "@flyloft/functions/agents/protocol";
import { type ControlPlane, Refusal } from "./control-plane.ts";
import { Problem } from "./problem.ts";
import { clientFor } from "./http-client.ts";

type Artifact = Release["artifact"];

const patience = 60_000;

function open(url: string, redirects = 3): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = clientFor(url);
    const request = client.get(url, { agent: false, headers: { "accept-encoding": "identity" } }, (response) => {
      const { location } = response.headers;
      if (location && (response.statusCode ?? 0) >= 300 && (response.statusCode ?? 0) < 400 && redirects > 0) {
        response.resume();
        resolve(open(new URL(location, url).href, redirects - 1));
      } else resolve(response);
    });
    request.setTimeout(patience, () => request.destroy(new Error("the object storage stopped answering")));
    request.on("error", (cause) =>
      reject(
        new Problem("InstallFailed", `The package cannot be fetched: ${cause.message || "no connection"}`, {
          permanent: false,
          cause,
        }),
      ),
    );
  });
}

/** Passes the bytes on while counting and digesting them. */
async function* checked(source: AsyncIterable<Buffer>, { size, sha256, fileName }: Artifact) {
  const hash = createHash("sha256");
  let count = 0;
  for await (const part of source) {
    count += part.length;
    if (count > size)
      throw new Problem("InstallFailed", `The package ${fileName} is larger than the ${size} bytes registered`);
    hash.update(part);
    yield part;
  }
  if (count < size)
    throw new Problem("InstallFailed", `The package ${fileName} ended after ${count} of ${size} bytes`, {
      permanent: false,
    });
  if (hash.digest("hex") !== sha256) {
    throw new Problem(
      "InstallFailed",
      `The package ${fileName} is not what was registered: its SHA-256 digest differs`,
    );
  }
}

/** Packages on this host, one file for each digest; a file is there whole and checked, or not at all. */
export class Artifacts {
  readonly #folder: string;
  readonly #limit: number;
  readonly #controlPlane: ControlPlane;
  readonly #running = new Map<string, Promise<string>>();

  constructor(folder: string, limit: number, controlPlane: ControlPlane) {
    this.#folder = folder;
    this.#limit = limit;
    this.#controlPlane = controlPlane;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** The path of the package, fetched when it is not here yet; throws a `Problem`. */
  get(artifact: Artifact): Promise<string> {
    const running = this.#running.get(artifact.sha256);
    if (running) return running;
    const fetching = this.#fetch(artifact).finally(() => this.#running.delete(artifact.sha256));
    this.#running.set(artifact.sha256, fetching);
    return fetching;
  }

  async #fetch(artifact: Artifact): Promise<string> {
    const path = join(this.#folder, artifact.sha256);
    const now = new Date();
    const here = await stat(path).catch(() => null);
    if (here?.size === artifact.size) {
      await utimes(path, now, now);
      return path;
    }
    const temporary = `${path}.part`;
    try {
      const response = await open(await this.#addressOf(artifact));
      const { statusCode = 0 } = response;
      if (statusCode !== 200) {
        response.resume();
        throw this.#gone(artifact, `object storage answered ${statusCode}`, [404, 410].includes(statusCode));
      }
      await pipeline(
        response,
        (source: AsyncIterable<Buffer>) => checked(source, artifact),
        createWriteStream(temporary, { mode: 0o600, flush: true }),
      );
      await rename(temporary, path);
      return path;
    } catch (error) {
      await rm(temporary, { force: true });
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE") {
        throw new Problem("InstallFailed", `The package ${artifact.fileName} stopped arriving: ${message}`, {
          permanent: false,
          cause: error,
        });
      }
      throw error;
    }
  }

  async #addressOf(artifact: Artifact) {
    try {
      return await this.#controlPlane.artifactUrl(artifact.packageId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw this.#gone(artifact, error.message, [404, 410].includes(error.status));
    }
  }

  #gone({ fileName }: Artifact, detail: string, permanent: boolean) {
    const what = permanent ? `The package ${fileName} has vanished` : `The package ${fileName} cannot be fetched now`;
    return new Problem("InstallFailed", `${what}: ${detail}`, { permanent });
  }

  /** Frees the space of packages that nobody wishes any more, the longest unused first. */
  async evict(wished: ReadonlySet<string>) {
    const names = await readdir(this.#folder);
    const files = await Promise.all(
      names.map(async (name) => ({ name, info: await stat(join(this.#folder, name)).catch(() => null) })),
    );
    let total = files.reduce((sum, { info }) => sum + (info?.size ?? 0), 0);
    const byAge = files
      .filter(({ info }) => info !== null)
      .sort((a, b) => (a.info?.mtimeMs ?? 0) - (b.info?.mtimeMs ?? 0));
    for (const { name, info } of byAge) {
      const digest = name.split(".")[0] ?? "";
      if (this.#running.has(digest) || wished.has(digest)) continue;
      if (total <= this.#limit && name === digest) continue;
      await rm(join(this.#folder, name), { force: true });
      total -= info?.size ?? 0;
    }
  }
}
