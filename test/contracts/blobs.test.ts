import { createHash } from "node:crypto";
import { connect } from "node:net";
import { blobStores } from "@flyloft/infra/adapters/blobs/index";
import { beforeAll, describe, expect, test } from "vitest";
import { freshBlobs } from "../kit/blobs.ts";

const soon = { expiresSeconds: 60 };
const text = async (stream: ReadableStream<Uint8Array> | null) => stream && new Response(stream).text();

describe.each(blobStores)("an object store over $kind", (adapter) => {
  let settings: Awaited<ReturnType<typeof freshBlobs>>["settings"];
  let blobs: ReturnType<typeof adapter.open>;
  beforeAll(async () => {
    ({ settings } = await freshBlobs());
    blobs = adapter.open(adapter.settings.parse(settings));
  });

  test("gives back what was put, whole and in parts, under any key", async () => {
    for (const key of ["a", "packages/pkg_1/ünï code+%20(1).zip", "a/b/c"]) {
      await blobs.put(key, "0123456789");
      expect(await blobs.head(key)).toMatchObject({ size: 10 });
      expect(await text(await blobs.read(key))).toBe("0123456789");
      expect(await text(await blobs.read(key, { start: 2, end: 4 }))).toBe("234");
      expect(await text(await blobs.read(key, { start: 0, end: 0 }))).toBe("0");
      expect(await text(await blobs.read(key, { start: 7, end: 99 }))).toBe("789");
      expect(await text(await (await fetch(await blobs.presignGet(key, soon))).body)).toBe("0123456789");
    }
  });

  test("stores nothing where there was nothing, and an empty object as empty", async () => {
    expect(await blobs.head("nothing")).toBeNull();
    expect(await blobs.read("nothing")).toBeNull();
    await blobs.remove("nothing");
    await blobs.put("empty", "");
    expect(await blobs.head("empty")).toMatchObject({ size: 0 });
    expect(await text(await blobs.read("empty"))).toBe("");
  });

  test("forgets what was removed", async () => {
    await blobs.put("gone/soon", "x");
    await blobs.remove("gone/soon");
    expect(await blobs.head("gone/soon")).toBeNull();
  });

  test("takes an upload through a presigned address from any origin", async () => {
    const url = await blobs.presignPut("up", soon);
    const origin = "https://console.example";
    const asked = await fetch(url, { method: "OPTIONS", headers: { origin, "access-control-request-method": "PUT" } });
    expect(asked.headers.get("access-control-allow-origin")).toBe("*");
    const answer = await fetch(url, { method: "PUT", body: "hello", headers: { origin } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-expose-headers")).toContain("etag");
    expect(await text(await blobs.read("up"))).toBe("hello");
  });

  test("refuses an upload longer than announced", async () => {
    const url = await blobs.presignPut("sized", { ...soon, contentLength: 5 });
    expect((await fetch(url, { method: "PUT", body: "longer than five" })).status).toBe(403);
    expect(await blobs.head("sized")).toBeNull();
    expect((await fetch(url, { method: "PUT", body: "hello" })).status).toBe(200);
  });

  test("refuses a request without a signature, with another key, or for another object", async () => {
    await blobs.put("secret", "s");
    const url = new URL(await blobs.presignGet("secret", soon));
    expect((await fetch(`${url.origin}${url.pathname}`)).status).toBe(403);
    url.pathname = url.pathname.replace("secret", "up");
    expect((await fetch(url)).status).toBe(403);
    const stranger = adapter.open({ ...settings, secretAccessKey: "guessed" });
    await expect(stranger.read("secret")).rejects.toThrow();
    await expect(
      adapter.open({ ...settings, accessKeyId: "S3RVER", secretAccessKey: "S3RVER" }).read("secret"),
    ).rejects.toThrow();
  });

  test("names the file for the one who downloads it", async () => {
    await blobs.put("named", "x");
    const answer = await fetch(await blobs.presignGet("named", { ...soon, fileName: "größe (1).zip" }));
    expect(answer.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''gr%C3%B6%C3%9Fe%20%281%29.zip",
    );
  });

  test("joins parts in their order, and only those that were uploaded", async () => {
    const uploadId = await blobs.startMultipart("large");
    const contents = { 2: "b".repeat(10), 1: "a".repeat(5 * 1024 * 1024) };
    const parts = [];
    for (const [number, body] of Object.entries(contents).reverse()) {
      const answer = await fetch(await blobs.presignPart("large", uploadId, Number(number), soon), {
        method: "PUT",
        body,
      });
      parts.push({ number: Number(number), etag: answer.headers.get("etag")! });
    }
    const invented = { number: 3, etag: '"00000000000000000000000000000000"' };
    await expect(blobs.completeMultipart("large", uploadId, [...parts, invented])).rejects.toThrow(/Part 3/);
    expect(await blobs.head("large")).toBeNull();
    await blobs.completeMultipart("large", uploadId, parts);
    const whole = await text(await blobs.read("large"));
    expect(createHash("sha256").update(whole!).digest("hex")).toBe(
      createHash("sha256")
        .update(contents[1] + contents[2])
        .digest("hex"),
    );
  });

  test("drops an upload that was given up, and giving up twice is no error", async () => {
    const uploadId = await blobs.startMultipart("never");
    const url = await blobs.presignPart("never", uploadId, 1, soon);
    await fetch(url, { method: "PUT", body: "part" });
    await blobs.abortMultipart("never", uploadId);
    await blobs.abortMultipart("never", uploadId);
    await expect(blobs.completeMultipart("never", uploadId, [{ number: 1, etag: '"x"' }])).rejects.toThrow();
    expect(await blobs.head("never")).toBeNull();
  });

  test("keeps the former object when an upload breaks off half-way", async () => {
    await blobs.put("kept", "former");
    const url = new URL(await blobs.presignPut("kept", soon));
    const socket = connect(Number(url.port), url.hostname);
    socket.write(`PUT ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: 1000\r\n\r\nhalf`);
    socket.end();
    await new Promise((resolve) => socket.resume().once("close", resolve));
    expect(await text(await blobs.read("kept"))).toBe("former");
  });
});
