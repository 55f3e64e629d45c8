import { type Inspection, inspectPackage, PackageRefusal } from "@flyloft/functions/components/packages";
import fc from "fast-check";
import { expect, test } from "vitest";
import { badArchives, emptyJar, nodeZip, runnableJar, war, zipOf } from "../kit/archives.ts";
import { rawZip } from "../kit/raw-zip.ts";

/** Reads from memory, and counts what was asked for. */
function storage(bytes: Buffer) {
  const asked = { requests: 0, bytes: 0 };
  const read = async (start: number, end: number) => {
    if (start < 0 || end > bytes.length || start >= end) throw new Error(`range ${start}-${end} of ${bytes.length}`);
    asked.requests += 1;
    asked.bytes += end - start;
    return new Uint8Array(bytes.subarray(start, end));
  };
  return { read, asked };
}

const inspect = (bytes: Buffer, fileName = "a.zip") => inspectPackage(storage(bytes).read, bytes.length, fileName);

async function refusalOf(bytes: Buffer, fileName = "a.zip"): Promise<PackageRefusal | Inspection> {
  return inspect(bytes, fileName).catch((error: unknown) => {
    if (error instanceof PackageRefusal) return error;
    throw error;
  });
}

test.each(Object.entries(badArchives))("%s is refused with its reason", async (_, { make, reason, fileName }) => {
  const refusal = await refusalOf(make(), fileName);
  expect(refusal).toMatchObject({ name: "PackageRefusal", reason });
});

test("a Node.js Zip is told by its package.json", async () => {
  expect(await inspect(nodeZip("serves", "2.1.0"))).toMatchObject({
    format: "zip",
    entries: 2,
    topLevel: ["package.json", "server.js"],
    onlyFolder: null,
    manifest: null,
    node: { readable: true, name: "program", version: "2.1.0", start: "node server.js" },
    reservedNames: [],
  });
});

test("a program in the only folder of its Zip is found there, whatever macOS adds", async () => {
  const found = await inspect(
    zipOf({ "__MACOSX/._app": "", "app/package.json": `{"scripts":{"start":"node ."}}`, "app/lib/a.js": "" }),
  );
  expect(found).toMatchObject({
    onlyFolder: { name: "app/", holds: ["package.json", "lib/"] },
    node: { start: "node ." },
  });
});

test("a package.json that is no object is told apart from none", async () => {
  expect((await inspect(zipOf({ "package.json": "{" }))).node).toMatchObject({ readable: false });
  expect((await inspect(zipOf({ "package.json": "[]" }))).node).toMatchObject({ readable: false });
  expect((await inspect(zipOf({ "a/b/package.json": "{" }))).node).toBeNull();
});

test("an executable Jar is told by its Main-Class, also when the line is folded", async () => {
  const folded =
    "Manifest-Version: 1.0\r\nMain-Class: org.example.ver\r\n y.long.Main\r\n\r\nName: a\r\nMain-Class: no\r\n";
  expect((await inspect(emptyJar(), "a.JAR")).manifest?.mainClass).toBe("Main");
  expect((await inspect(emptyJar(null), "a.jar")).manifest?.mainClass).toBeNull();
  const jar = zipOf({ "META-INF/MANIFEST.MF": folded });
  expect((await inspect(jar, "a.jar")).manifest?.mainClass).toBe("org.example.very.long.Main");
});

test("a Jar may hold a file twice, since it is run as it is", async () => {
  const entries = [{ name: "META-INF/MANIFEST.MF" }, { name: "LICENSE" }, { name: "LICENSE" }];
  expect(await inspect(rawZip(entries), "a.jar")).toMatchObject({ format: "jar", entries: 3 });
});

test("a War and a Jar made by the compiler are accepted", async () => {
  expect(await inspect(war(), "a.war")).toMatchObject({ format: "war", entries: 2 });
  const jar = await runnableJar();
  if (jar) expect(await inspect(jar, "a.jar")).toMatchObject({ manifest: { mainClass: "Main" } });
});

test("reserved names are found at any depth, but not in packages that npm brought along", async () => {
  const found = await inspect(
    zipOf({ "start.sh": "", "a/b/stop.sh": "", "node_modules/x/install.sh": "", "my-start.sh": "" }),
  );
  expect(found.reservedNames).toEqual(["start.sh", "a/b/stop.sh"]);
});

test("a comment, folders, Zip64 and repeated folders are no reason to refuse", async () => {
  const folder = { name: "a/", mode: 0o040755 };
  const entries = [
    folder,
    folder,
    { name: "./" },
    { name: "a/b", data: "b", zip64: true },
    { name: "c", data: "c", stored: true },
  ];
  expect(await inspect(rawZip(entries, { comment: "PK" }))).toMatchObject({ entries: 2, uncompressedBytes: 2 });
  expect(await inspect(rawZip(entries, { zip64: true }))).toMatchObject({ entries: 2 });
});

test("of a large package only the end and the manifest are read", async () => {
  const noise = Buffer.from(Array.from({ length: 1 << 16 }, (_, i) => (i * 2_654_435_761) >>> 24));
  const many = Array.from({ length: 400 }, (_, i) => ({ name: `lib/${i}.bin`, data: noise, stored: true }));
  const jar = rawZip([{ name: "META-INF/MANIFEST.MF", data: "Main-Class: A\n" }, ...many]);
  const { read, asked } = storage(jar);
  await inspectPackage(read, jar.length, "a.jar");
  expect(jar.length).toBeGreaterThan(26_000_000);
  expect(asked.requests).toBeLessThanOrEqual(3);
  expect(asked.bytes).toBeLessThanOrEqual(3 * 1024 ** 2);
});

test("more than 100,000 files are refused before they are listed; 65,536 of them need no trick", async () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `${i % 97}/${i}`, stored: true }));
  expect(await inspect(rawZip(many(65_536), { zip64: true }))).toMatchObject({ entries: 65_536 });
  expect(await refusalOf(rawZip(many(100_001), { zip64: true }))).toMatchObject({ reason: "too_many_entries" });
});

test("names at the limits are accepted", async () => {
  const longest = `${`${"a".repeat(255)}/`.repeat(3)}${"b".repeat(255)}`;
  const deepest = `${"a/".repeat(63)}b`;
  expect(await inspect(rawZip([{ name: longest }, { name: deepest }]))).toMatchObject({ entries: 2 });
});

test("names made to be costly are refused within two seconds", async () => {
  const deep = (i: number) => `${"a/".repeat(40)}${i}/${"b/".repeat(20)}c`;
  const archive = rawZip(
    Array.from({ length: 60_000 }, (_, i) => ({ name: deep(i), stored: true })),
    { count: 60_000 },
  );
  const started = performance.now();
  expect(await refusalOf(archive)).toMatchObject({ reason: "too_many_entries" });
  expect(performance.now() - started).toBeLessThan(2000);
});

test("what the storage throws is passed on, at whichever request it happens", async () => {
  const jar = rawZip([{ name: "META-INF/MANIFEST.MF" }, { name: "a", data: Buffer.alloc(3 << 20), stored: true }]);
  for (let failing = 1; failing <= 2; failing += 1) {
    let request = 0;
    const gone = new Error("NoSuchKey");
    const read = async (start: number, end: number) => {
      request += 1;
      if (request === failing) throw gone;
      return jar.subarray(start, end);
    };
    await expect(inspectPackage(read, jar.length, "a.jar")).rejects.toBe(gone);
  }
});

test("an object that became shorter meanwhile is refused, not waited for", async () => {
  const zip = nodeZip();
  const half = async (start: number, end: number) => zip.subarray(start, end).subarray(0, 100);
  await expect(inspectPackage(half, zip.length, "a.zip")).rejects.toBeInstanceOf(PackageRefusal);
});

const good = [
  nodeZip(),
  emptyJar(),
  war(),
  rawZip([{ name: "a", data: "a", zip64: true }], { zip64: true, comment: "c" }),
];

test("however its bytes are changed, an archive is inspected or refused, quickly", async () => {
  const change = fc.record({
    at: fc.nat(5000),
    value: fc.constantFrom(0, 1, 0x50, 0x7f, 0x80, 0xff),
    fromEnd: fc.boolean(),
  });
  const cut = fc.option(fc.nat(5000), { nil: null });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(3),
      fc.array(change, { maxLength: 8 }),
      cut,
      fc.constantFrom("zip", "jar", "war"),
      async (i, changes, to, kind) => {
        const bytes = Buffer.from(good[i] ?? "");
        for (const { at, value, fromEnd } of changes) {
          const place = at % bytes.length;
          bytes[fromEnd ? bytes.length - 1 - (place % 120) : place] = value;
        }
        const started = performance.now();
        await refusalOf(to === null ? bytes : bytes.subarray(0, to % bytes.length), `a.${kind}`);
        expect(performance.now() - started).toBeLessThan(1000);
      },
    ),
    { numRuns: 3000 },
  );
});

test("random bytes behind an archive's beginning and end never crash it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 18, maxLength: 60 }),
      async (middle, tail) => {
        await refusalOf(Buffer.concat([Buffer.from("PK\x03\x04"), middle, Buffer.from("PK\x05\x06"), tail]));
        await refusalOf(
          Buffer.concat([
            Buffer.from("PK\x01\x02"),
            middle,
            Buffer.from("PK\x05\x06\0\0\0\0\x01\0\x01\0", "latin1"),
            tail.subarray(0, 10),
          ]),
        );
      },
    ),
    { numRuns: 1000 },
  );
});
