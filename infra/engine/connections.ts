import type { Server } from "node:net";

/** Share of the files that a process may have open for those who wait; the rest is for those who only ask. */
const share = 0.8;
/** Where the system does not tell how many. */
const usual = 10_000;

/** The connections of all doors of a process. Beyond its files the system would cut off whoever comes, without a word. */
export class Connections {
  #open = 0;
  readonly #most: number;

  constructor(most = Math.floor(mostFiles() * share)) {
    this.#most = most;
  }

  /** Whether one more may stay open to wait. */
  get room(): boolean {
    return this.#open <= this.#most;
  }

  countAt(server: Server) {
    server.on("connection", (socket) => {
      this.#open++;
      socket.once("close", () => this.#open--);
    });
  }
}

/** How many files this process may have open. */
function mostFiles(): number {
  const report: typeof process.report & { excludeNetwork?: boolean } = process.report;
  // Otherwise it looks up names in the network.
  report.excludeNetwork = true;
  const { userLimits } = report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === "number" ? soft : usual;
}
