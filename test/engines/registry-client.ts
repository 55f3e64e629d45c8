import { expect } from "vitest";
import { Agent, request } from "node:http";

export type Answer = {
  status: number;
  /** As they came, letter by letter. */
  headers: ReadonlyMap<string, string>;
  text: string;
  json: any;
};
export type Asked = { body?: unknown; headers?: Record<string, string> };

/** A client of an engine that sends what it is told and looks at headers as they came. */
export function clientOf({ port, host }: { port: number; host: string }, tenant: string) {
  const agent = new Agent({ keepAlive: true });
  const ask = (method: string, path: string, { body, headers = {} }: Asked = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
      const given = { host, "X-Domain-Name": tenant, "Content-Length": Buffer.byteLength(text), ...headers };
      const call = request({ agent, port, host: "127.0.0.1", method, path, headers: given }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.once("error", reject);
        response.once("end", () => {
          const { rawHeaders: raw } = response;
          const names = raw.filter((_, index) => index % 2 === 0);
          resolve({
            status: response.statusCode!,
            headers: new Map(names.map((name, index) => [name, raw[2 * index + 1]!])),
            text: Buffer.concat(parts).toString("utf8"),
            get json() {
              return JSON.parse(this.text);
            },
          });
        });
      });
      call.once("error", reject);
      call.end(text);
    });
  const registry = "/v4/default/registry";
  return {
    ask,
    tenant,
    get: (path: string, asked?: Asked) => ask("GET", registry + path, asked),
    post: (path: string, body?: unknown, asked?: Asked) => ask("POST", registry + path, { body, ...asked }),
    put: (path: string, body?: unknown, asked?: Asked) => ask("PUT", registry + path, { body, ...asked }),
    delete: (path: string, body?: unknown, asked?: Asked) => ask("DELETE", registry + path, { body, ...asked }),
  };
}
export type Client = ReturnType<typeof clientOf>;

/** Registers a service and answers its id. */
export async function aService(client: Client, service: Record<string, unknown>, more: object = {}): Promise<string> {
  const { status, json, text } = await client.post("/microservices", {
    service: { appId: "shop", ...service },
    ...more,
  });
  if (status !== 200) throw new Error(`A service was refused: ${text}`);
  return json.serviceId;
}

/** Registers an instance and answers its id. */
export async function anInstance(
  client: Client,
  serviceId: string,
  instance: Record<string, unknown> = {},
): Promise<string> {
  const body = { instance: { hostName: "host", endpoints: ["rest://10.0.0.1:8080"], ...instance } };
  const { status, json, text } = await client.post(`/microservices/${serviceId}/instances`, body);
  if (status !== 200) throw new Error(`An instance was refused: ${text}`);
  return json.instanceId;
}

export const find = (client: Client, serviceName: string, more = "", headers: Record<string, string> = {}) =>
  client.get(`/instances?appId=shop&serviceName=${serviceName}&version=0.0.0.0%2B${more}`, { headers });

/** An error as the protocol wants it: compact, the code a text. */
export const refused = (code: string) => ({
  status: Math.floor(Number(code) / 1000),
  text: expect.stringMatching(new RegExp(`^\\{"errorCode":"${code}","errorMessage":"[^"]+","detail":"`)),
});
