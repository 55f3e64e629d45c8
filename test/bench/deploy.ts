import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { freePort } from "@flyloft/infra/local/ports";
import { packDirectory } from "@flyloft/infra/local/pack";
import { until } from "@flyloft/infra/local/wait";
import { journeyOn } from "../kit/journey.ts";
import { startStack } from "../kit/stack.ts";

const sample = fileURLToPath(new URL("../../infra/local/sample", import.meta.url));
const runs = 5;
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** How long the sample takes by itself, from its start to its first answer, in seconds. */
async function alone(): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ["server.js"], {
    cwd: sample,
    env: { PORT: String(port), HOST: "127.0.0.1" },
    stdio: "ignore",
  });
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok || null,
      () => null,
    );
  await until("The sample", answers, { within: 10_000, every: 5 });
  const took = performance.now() - began;
  child.kill("SIGKILL");
  return took / 1000;
}

/** From the wish to a ready instance, beside the sample's own start; medians in seconds. */
export async function deployTime() {
  const stack = await startStack();
  try {
    const { upload, environment, application, component, deploy } = journeyOn(stack);
    const { id: packageId } = await upload(await packDirectory(sample), "sample.zip");
    const [environmentId, applicationId] = [await environment(), await application()];
    const own = [];
    const whole = [];
    for (let run = 0; run < runs; run++) {
      own.push(await alone());
      const componentId = await component({ applicationId, packageId });
      const began = performance.now();
      const { state } = await deploy({
        componentId,
        environmentId,
        readiness: { check: { kind: "http", path: "/ready" } },
      });
      if (state !== "running") throw new Error(`The deployment ended as ${state}`);
      whole.push((performance.now() - began) / 1000);
    }
    return { whole: median(whole), own: median(own), beyondOwn: median(whole) - median(own) };
  } finally {
    await stack.remove();
  }
}
