import { parallelSuite } from "./parallel-suite.ts";
import { sequentialSuite } from "./sequential-suite.ts";

await sequentialSuite({ checkpointing: true });
await parallelSuite({ checkpointing: true });
