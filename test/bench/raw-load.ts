import { connect, type Socket } from "node:net";

export type Question = { method: string; path: string; headers?: Record<string, string>; body?: string };
export type Measured = { answered: number; seconds: number; statuses: Map<number, number>; latencies: Float64Array };

type Load = {
  port: number;
  /** Connections, each with one question at a time. */
  width: number;
  seconds: number;
  /** Questions a second; as many as are answered where nothing is said. */
  rate?: number;
  ask: (index: number) => Question;
};

const text = ({ method, path, headers = {}, body = "" }: Question) =>
  `${method} ${path} HTTP/1.1\r\nHost: engine\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n${body}`;

/**
 * Asks over kept connections as cheaply as can be, so that who answers is what is measured. At a given rate a question's time
 * begins when it was due, so that what waits for a slow answer counts.
 */
export async function load({ port, width, seconds, rate, ask }: Load): Promise<Measured> {
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  const free: Lane[] = [];
  const due: number[] = [];
  let asked = 0;
  const began = performance.now();
  const over = () => performance.now() - began > seconds * 1000;
  const lanes = await Promise.all(Array.from({ length: width }, () => openLane(port)));
  const put = (lane: Lane, since: number) =>
    lane.put(text(ask(asked++)), (status) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      latencies.push(performance.now() - since);
      const next = due.shift();
      if (rate === undefined ? !over() : next !== undefined) put(lane, next ?? performance.now());
      else free.push(lane);
    });
  if (rate === undefined) for (const lane of lanes) put(lane, performance.now());
  else {
    free.push(...lanes);
    for (let sent = 0; !over();) {
      for (const until = Math.floor(((performance.now() - began) / 1000) * rate); sent < until; sent++) {
        const since = began + (sent * 1000) / rate;
        const lane = free.pop();
        if (lane) put(lane, since);
        else due.push(since);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  while (free.length < width) await new Promise((resolve) => setTimeout(resolve, 2));
  const took = (performance.now() - began) / 1000;
  for (const lane of lanes) lane.socket.destroy();
  return { answered: latencies.length, seconds: took, statuses, latencies: Float64Array.from(latencies).sort() };
}

export const percentile = ({ latencies }: Measured, part: number) =>
  latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? 0;

type Lane = { socket: Socket; put: (text: string, answered: (status: number) => void) => void };

function openLane(port: number): Promise<Lane> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1").setNoDelay().setEncoding("latin1");
    let seen = "";
    let answered: (status: number) => void = () => {};
    socket.once("error", reject);
    socket.once("end", () => {
      throw new Error("A connection was closed that should be kept");
    });
    socket.once("connect", () =>
      resolve({
        socket,
        put: (question, then) => {
          answered = then;
          socket.write(question);
        },
      }),
    );
    socket.on("data", (part: string) => {
      seen += part;
      const head = seen.indexOf("\r\n\r\n");
      if (head < 0) return;
      const at = seen.indexOf("Content-Length: ");
      const length = at < 0 || at > head ? 0 : Number(seen.slice(at + 16, seen.indexOf("\r", at)));
      if (seen.length < head + 4 + length) return;
      const status = Number(seen.slice(9, 12));
      seen = "";
      answered(status);
    });
  });
}
