import { Agent, request } from "node:http";

export type Traffic = { answered: number; failed: string[]; answers: Map<string, number> };

/** GET requests over kept-alive connections, `width` at a time, until `stop`; only status 200 counts as an answer. */
export function startTraffic(address: string, width = 8) {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const traffic: Traffic = { answered: 0, failed: [], answers: new Map() };
  let going = true;

  const ask = () =>
    new Promise<void>((resolve) => {
      const fail = (why: string) => {
        traffic.failed.push(`${new Date().toISOString()} ${why}`);
        resolve();
      };
      const call = request(address, { agent }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => (text += part));
        response.once("error", (error) => fail(error.message));
        response.once("end", () => {
          if (response.statusCode !== 200) return fail(`${response.statusCode} ${text}`);
          traffic.answered++;
          traffic.answers.set(text, (traffic.answers.get(text) ?? 0) + 1);
          resolve();
        });
      });
      call.once("error", (error) => fail(error.message));
      call.end();
    });

  const lanes = Array.from({ length: width }, async () => {
    while (going) await ask();
  });
  return {
    traffic,
    async stop(): Promise<Traffic> {
      going = false;
      await Promise.all(lanes);
      agent.destroy();
      return traffic;
    },
  };
}
