import { Agent, request } from "node:http";

export type Load = { stop(): Promise<{ done: number; failed: string[]; versions: Set<string> }>; done(): number };

/** Sends GET requests over kept-alive connections, `width` at a time, until stopped. */
export function startLoad(url: string, width = 8, path = "/"): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const failed: string[] = [];
  const versions = new Set<string>();
  let done = 0;
  let going = true;
  const ask = () =>
    new Promise<void>((resolve) => {
      const call = request(new URL(path, url), { agent }, (response) => {
        let text = "";
        response.on("data", (part) => (text += part));
        response.on("error", (error) => failed.push(error.message));
        response.on("end", () => {
          if (response.statusCode === 200) versions.add(JSON.parse(text).version);
          else failed.push(`${response.statusCode} ${text}`);
        });
        response.on("close", resolve);
      });
      call.on("error", (error) => {
        failed.push(error.message);
        resolve();
      });
      call.end();
    });
  const lanes = Array.from({ length: width }, async () => {
    while (going) {
      await ask();
      done++;
    }
  });
  return {
    done: () => done,
    async stop() {
      going = false;
      await Promise.all(lanes);
      agent.destroy();
      return { done, failed, versions };
    },
  };
}
