import type { RunError } from "./finish.ts";

/** A reply that no repetition can help: the run fails with these words. */
export class RunFault extends Error {
  override readonly name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }

  toError(): RunError {
    return { name: this.name, message: this.message };
  }
}
