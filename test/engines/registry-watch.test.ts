import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { aService, anInstance, type Client, find } from "./registry-client.ts";
import { type Door, doors } from "./registry-doors.ts";

describe.each(doors)("open connections, behind the door of $door", ({ door: name, open }) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  }, 60_000);
  afterAll(() => door?.stop());

  function socketTo(client: Client, path: string) {
    const socket = new WebSocket(`ws://127.0.0.1:${door.at.port}/v4/default/registry${path}`, {
      headers: { host: door.at.host, "X-Domain-Name": client.tenant },
    });
    const frames: string[] = [];
    const closed = new Promise<number>((resolve) => socket.once("close", resolve));
    socket.on("message", (data) => void frames.push(String(data)));
    return { socket, frames, closed, opened: () => once(socket, "open") };
  }

  test("a consumer hears of each change of those that it asks for, and of nobody else's", async () => {
    const client = door.client();
    const provider = await aService(client, { serviceName: "provider", version: "1.0.0" });
    const other = await aService(client, { serviceName: "other" });
    const consumer = await aService(client, { serviceName: "consumer" });
    await find(client, "provider", "", { "X-ConsumerId": consumer });
    const { socket, frames, opened } = socketTo(client, `/microservices/${consumer}/watcher`);
    await opened();
    await anInstance(client, other);
    const instanceId = await anInstance(client, provider);
    const path = `/microservices/${provider}/instances/${instanceId}`;
    await client.put(`${path}/status?value=DOWN`);
    await client.put(`${path}/heartbeat`);
    await client.delete(path);
    await expect.poll(() => frames.length, { timeout: 10_000 }).toBe(3);
    const events = frames.map((one) => JSON.parse(one));
    expect(events.map(({ action }) => action)).toEqual(["CREATE", "UPDATE", "DELETE"]);
    expect(events[0]).toEqual({
      action: "CREATE",
      key: {
        tenant: `${client.tenant}/default`,
        environment: "",
        appId: "shop",
        serviceName: "provider",
        version: "1.0.0",
      },
      instance: expect.objectContaining({ instanceId, serviceId: provider, version: "1.0.0", status: "UP" }),
    });
    expect(events[1].instance.status).toBe("DOWN");
    socket.close();
  });

  test("a service that is not there is told so in a frame, and the connection closed", async () => {
    const { frames, closed } = socketTo(door.client(), "/microservices/none/watcher");
    await closed;
    expect(frames).toEqual([expect.stringContaining('"errorCode":"400012"')]);
  });

  test("a connection is a lease: closed with 4001 for one that is not there, and when it goes", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    expect(await socketTo(client, `/microservices/${id}/instances/none/heartbeat`).closed).toBe(4001);
    const path = `/microservices/${id}/instances/${await anInstance(client, id)}`;
    const { opened, closed } = socketTo(client, `${path}/heartbeat`);
    await opened();
    await client.delete(path);
    expect(await closed).toBe(4001);
  });

  test("an upgrade to nowhere is refused in the words of the protocol", async () => {
    const { socket } = socketTo(door.client(), "/nowhere");
    socket.on("error", () => {});
    const [, response] = await once(socket, "unexpected-response");
    expect(response.statusCode).toBe(404);
    socket.terminate();
  });

  /** One request as bytes, and the answer as bytes, up to the end of its head. */
  function rawHead(path: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(door.at.port, "127.0.0.1", () =>
        socket.write(`GET ${path} HTTP/1.1\r\nHost: ${door.at.host}\r\nX-Domain-Name: raw\r\n\r\n`),
      );
      let text = "";
      socket.setEncoding("latin1").on("data", (part: string) => {
        text += part;
        if (text.includes("\r\n\r\n")) {
          resolve(text.slice(0, text.indexOf("\r\n\r\n")));
          socket.destroy();
        }
      });
      socket.once("error", reject);
    });
  }

  test.runIf(name === "Node")("names of headers arrive letter by letter, and nothing goes with a 304", async () => {
    const path = "/v4/default/registry/instances?appId=default&serviceName=SERVICECENTER&version=0%2B";
    const head = await rawHead(path);
    expect(head).toMatch(/\r\nContent-Type: application\/json; charset=UTF-8\r\n/);
    const [, revision] = /\r\nX-Resource-Revision: (\S+)\r\n/.exec(head)!;
    const unchanged = await rawHead(`${path}&rev=${revision}`);
    expect(unchanged).toMatch(/^HTTP\/1\.1 304 /);
    expect(unchanged).toContain(`\r\nX-Resource-Revision: ${revision}\r\n`);
    expect(unchanged).not.toMatch(/Content-Length|Transfer-Encoding/i);
  });

  test.runIf(name === "Node")(
    "a connection is kept whatever short body a request brings that nobody reads",
    async () => {
      const client = door.client();
      const id = await aService(client, { serviceName: "cart" });
      const path = `/microservices/${id}/instances/${await anInstance(client, id)}/heartbeat`;
      for (const body of ["", "{}", "x".repeat(10_000)])
        expect((await client.put(path, body)).headers.get("Connection")).toBe("keep-alive");
      expect((await client.put(path, "x".repeat(1_000_000))).headers.get("Connection")).toBe("close");
    },
  );

  test.runIf(name === "Node")(
    "a connection that is kept is not closed before a slow client's next question",
    async () => {
      expect(Number(/timeout=(\d+)/.exec(await rawHead("/v4/default/registry/version"))![1])).toBeGreaterThanOrEqual(
        75,
      );
    },
  );
});
