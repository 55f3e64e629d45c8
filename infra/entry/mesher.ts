import { runMesher } from "../mesher/run.ts";

try {
  await runMesher(process.env);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
