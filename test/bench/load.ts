import { Agent, request } from "node:http";

export type Target = { name: string; url: string; headers: Record<string, string>; body: string };

function ask(agent: Agent, { url, headers, body }: Target): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { agent, method: "POST", headers: { ...headers, "content-type": "application/json" } },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.once("error", reject);
        response.once("end", () => {
          const text = Buffer.concat(parts).toString("utf8");
          if (response.statusCode === 200 && !text.startsWith('{"errors"')) resolve(text);
          else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    call.once("error", reject);
    call.end(body);
  });
}

/** One answer of a target, to compare with those of others. */
export const answerOf = (target: Target) => ask(new Agent(), target);

/** Requests per second at `width` at a time for so many milliseconds, over kept-alive connections. */
export async function measure(
  target: Target,
  { width = 8, milliseconds }: { width?: number; milliseconds: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const began = performance.now();
  let answered = 0;
  const lane = async () => {
    while (performance.now() - began < milliseconds) {
      await ask(agent, target);
      answered++;
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  agent.destroy();
  return (answered * 1000) / (performance.now() - began);
}

/** Every target in turn, several rounds, so that what else the machine does falls on all alike; the median of each. */
export async function sideBySide(
  targets: Target[],
  { rounds, milliseconds }: { rounds: number; milliseconds: number },
) {
  const seen = new Map<string, number[]>(targets.map(({ name }) => [name, []]));
  for (const target of targets) await measure(target, { milliseconds: milliseconds / 2 });
  for (let round = 0; round < rounds; round++) {
    for (const target of targets) seen.get(target.name)!.push(await measure(target, { milliseconds }));
  }
  return new Map(
    [...seen].map(([name, values]) => [name, values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!]),
  );
}
