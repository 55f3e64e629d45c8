import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { configClient, type ConfigClient } from "./config-client.ts";
import { rawRequest } from "./raw-request.ts";
import { type Door, doors } from "./registry-doors.ts";
import { serve } from "./serve.ts";

describe.each(doors)("items, behind the door of $door", ({ door, open }) => {
  let served: Door;
  let client: ConfigClient;
  beforeAll(async () => {
    served = await open();
  }, 60_000);
  afterAll(() => served?.stop());
  /** Each test has a tenant of its own; revisions are of the engine as a whole. */
  beforeEach(() => void (client = configClient(served, door)));
  const at = (path: string) => `/v1/default/kie/${path}`;
  const list = (query = "") => client.ask(at(`kv${query && `?${query}`}`));
  const post = (document: object) => client.ask(at("kv"), { method: "POST", body: document });
  const put = (id: string, change: object) => client.ask(at(`kv/${id}`), { method: "PUT", body: change });
  const remove = (id: string) => client.ask(at(`kv/${id}`), { method: "DELETE" });
  const keysIn = ({ json }: { json: any }) => json.data.map(({ key }: { key: string }) => key);
  const revisionNow = async () => Number((await list()).headers["X-Kie-Revision"]);

  describe("creating", () => {
    test("answers the whole document: disabled and text unless something else is said, without domain and project", async () => {
      const { status, headers, json } = await post({ key: "timeout", value: "1s", labels: { app: "shop" } });
      expect([status, headers["Content-Type"]]).toEqual([200, "application/json; charset=UTF-8"]);
      const { create_revision, update_revision, create_time, update_time, ...rest } = json;
      expect(rest).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
        label_format: "app=shop",
        key: "timeout",
        value: "1s",
        value_type: "text",
        status: "disabled",
        labels: { app: "shop" },
      });
      expect([create_revision, create_time]).toEqual([update_revision, update_time]);
      expect(Math.abs(create_time - Date.now() / 1000)).toBeLessThan(60);
    });

    test("keeps what is said of type, status, priority and check; labels are sorted in their format", async () => {
      const given = { value_type: "yaml", status: "enabled", priority: 3, check: "none" };
      const { json } = await post({
        key: "a",
        value: "b: 1",
        labels: { service: "s", app: "x", version: "" },
        ...given,
      });
      expect(json).toMatchObject({ ...given, label_format: "app=x::service=s::version=" });
      expect((await post({ key: "b", value: "" })).json).toMatchObject({ label_format: "none", labels: {} });
    });

    test("the id is the same whenever the same key and labels are created", async () => {
      const { json } = await post({ key: "a", labels: { app: "x" } });
      await remove(json.id);
      expect((await post({ labels: { app: "x" }, key: "a" })).json.id).toBe(json.id);
    });

    test("is refused for the same key and labels, and for a missing environment against an empty one", async () => {
      await post({ key: "a", labels: { app: "x" } });
      const again = await post({ key: "a", labels: { app: "x", environment: "" } });
      expect([again.status, again.json.errorCode]).toEqual([409, "409001"]);
      expect((await post({ key: "a", labels: { app: "x", environment: "test" } })).status).toBe(200);
    });

    test.each([
      ["no key", { value: "" }],
      ["an empty key", { key: "" }],
      ["a key with a blank", { key: "a b" }],
      ["a key of 2049 characters", { key: "k".repeat(2049) }],
      ["a value of 131073 characters", { key: "a", value: "v".repeat(131_073) }],
      ["an unknown type", { key: "a", value_type: "toml" }],
      ["an unknown status", { key: "a", status: "on" }],
      ["seven labels", { key: "a", labels: Object.fromEntries([..."abcdefg"].map((name) => [name, ""])) }],
      ["a label of 33 characters", { key: "a", labels: { ["l".repeat(33)]: "" } }],
      ["a label's value of 161 characters", { key: "a", labels: { app: "v".repeat(161) } }],
      ["half of a character", { key: "a", value: "\ud800" }],
      ["no object", []],
    ])("%s is 400001 and changes nothing", async (_, document) => {
      const before = await revisionNow();
      const { status, text } = await post(document);
      expect(status).toBe(400);
      expect(text).toMatch(/^\{"errorCode":"400001","errorMessage":"/);
      expect([await revisionNow(), (await list()).json]).toEqual([before, { total: 0, data: [] }]);
    });

    test("the largest that is allowed is kept letter by letter", async () => {
      const value = "ü".repeat(131_072);
      const { json } = await post({ key: "k".repeat(2048), value });
      expect((await client.ask(at(`kv/${json.id}`))).json.value === value).toBe(true);
    });
  });

  describe("one item", () => {
    test("is read by its id, also right after it was written; unknown it is 404001", async () => {
      const { json } = await post({ key: "a", value: "1" });
      expect((await client.ask(at(`kv/${json.id}`))).json).toEqual(json);
      const lost = await client.ask(at("kv/none"));
      expect([lost.status, lost.json.errorCode]).toEqual([404, "404001"]);
    });

    test("changes in value and status only; what is left empty stays", async () => {
      const { json } = await post({ key: "a", value: "1", labels: { app: "x" } });
      const changed = await put(json.id, {
        id: json.id,
        key: "b",
        value: "2",
        labels: { app: "y" },
        value_type: "xml",
      });
      expect([changed.status, changed.json]).toEqual([
        200,
        { ...json, value: "2", update_revision: json.update_revision + 1, update_time: expect.any(Number) },
      ]);
      expect((await put(json.id, { value: "", status: "enabled" })).json).toMatchObject({
        value: "2",
        status: "enabled",
      });
      expect((await put(json.id, { status: "off" })).json.errorCode).toBe("400001");
      expect((await put("none", { value: "1" })).json.errorCode).toBe("404001");
    });

    test("can be told in YAML as well", async () => {
      const headers = { "Content-Type": "text/yaml" };
      const made = await client.ask(at("kv"), {
        method: "POST",
        headers,
        body: "key: a\nvalue: b\nlabels:\n  app: x\n",
      });
      expect(made.json).toMatchObject({ key: "a", value: "b", labels: { app: "x" } });
      const broken = await client.ask(at("kv"), { method: "POST", headers, body: "key: [" });
      expect(broken.json.errorCode).toBe("400001");
    });

    test("is deleted without a body; a second time it is 404001", async () => {
      const { json } = await post({ key: "a" });
      const gone = await remove(json.id);
      expect([gone.status, gone.text]).toEqual([204, ""]);
      expect((await remove(json.id)).json.errorCode).toBe("404001");
      expect((await client.ask(at(`kv/${json.id}`))).status).toBe(404);
    });

    test("many are deleted as one revision; those that are not there are no obstacle", async () => {
      const ids = [];
      for (const key of ["a", "b", "c"]) ids.push((await post({ key })).json.id);
      const before = await revisionNow();
      const gone = await client.ask(at("kv"), { method: "DELETE", body: { ids: [...ids.slice(0, 2), "none"] } });
      expect([gone.status, gone.text, await revisionNow()]).toEqual([204, "", before + 1]);
      expect(keysIn(await list())).toEqual(["c"]);
    });

    test("of another project or domain is nobody else's", async () => {
      const { json } = await post({ key: "a", value: "1" });
      const elsewhere = `/v1/other/kie/kv/${json.id}`;
      for (const method of ["GET", "PUT", "DELETE"])
        expect((await client.ask(elsewhere, { method, body: "{}" })).status, method).toBe(404);
      const headers = { "X-Domain-Name": "other" };
      expect((await client.ask(at(`kv/${json.id}`), { headers })).status).toBe(404);
      expect((await client.ask(at("kv"), { headers })).json).toEqual({ total: 0, data: [] });
      expect((await client.ask(at(`revision/${json.id}`), { headers })).status).toBe(404);
    });
  });

  describe("lists", () => {
    const app = { app: "shop", environment: "" };
    const fill = async () => {
      const all = [
        { key: "app", labels: { app: "shop" } },
        { key: "service", labels: { app: "shop", service: "cart" } },
        { key: "version", labels: { app: "shop", service: "cart", version: "1" } },
        { key: "production", labels: { app: "shop", environment: "production" } },
        { key: "custom", labels: { public: "" } },
      ];
      for (const one of all) await post(one);
    };

    test("exact labels are these and no others; an empty environment is a missing one", async () => {
      await fill();
      const exactly = async (labels: string) => keysIn(await list(`${labels}&match=exact`));
      expect(await exactly("label=app%3Ashop&label=environment%3A")).toEqual(["app"]);
      expect(await exactly("label=app:shop")).toEqual(["app"]);
      expect(await exactly("label=app:shop&label=environment:production")).toEqual(["production"]);
      expect(await exactly("label=app:shop&label=environment:&label=service:cart")).toEqual(["service"]);
      expect(await exactly("label=app:shop&label=service:cart&label=version:1")).toEqual(["version"]);
      expect(await exactly("label=service:cart")).toEqual([]);
    });

    test("partial labels are these and whatever else; an empty environment is one", async () => {
      await fill();
      const having = async (labels: string) => keysIn(await list(labels)).sort();
      expect(await having("label=app:shop")).toEqual(["app", "production", "service", "version"]);
      expect(await having("label=service:cart&match=most")).toEqual(["service", "version"]);
      expect(await having("label=public:")).toEqual(["custom"]);
      expect(await having("label=app:shop&label=environment:")).toEqual([]);
      expect(await having("")).toHaveLength(5);
    });

    test("nothing found is an empty list, not an error, and names the revision", async () => {
      const { status, headers, text } = await list("label=app:none&match=exact");
      expect([status, text]).toEqual([200, '{"total":0,"data":[]}']);
      expect(headers["X-Kie-Revision"]).toMatch(/^\d+$/);
    });

    test("the highest priority comes first, then what changed last", async () => {
      const [a] = [await post({ key: "a" }), await post({ key: "b" }), await post({ key: "c", priority: 1 })];
      await put(a!.json.id, { value: "1" });
      expect(keysIn(await list())).toEqual(["c", "a", "b"]);
    });

    test("keys are equal without regard to case, begin with a text, or match a wildcard", async () => {
      for (const key of ["servicecomb.Rate", "servicecomb.retry", "other"]) await post({ key });
      const byKey = async (key: string) => keysIn(await list(`key=${encodeURIComponent(key)}`)).sort();
      expect(await byKey("SERVICECOMB.rate")).toEqual(["servicecomb.Rate"]);
      expect(await byKey("beginWith(Servicecomb.)")).toEqual(["servicecomb.Rate", "servicecomb.retry"]);
      expect(await byKey("wildcard(*comb.r*y)")).toEqual(["servicecomb.retry"]);
      expect(await byKey("service.omb.retry")).toEqual([]);
    });

    test("a status, a value and a part of the list can be asked for; the total is of all", async () => {
      for (const key of ["a", "b", "c"]) await post({ key, value: key, status: key === "b" ? "disabled" : "enabled" });
      expect(keysIn(await list("status=enabled"))).toEqual(["c", "a"]);
      expect(keysIn(await list("value=b"))).toEqual(["b"]);
      const { json } = await list("offset=1&limit=1");
      expect([json.total, keysIn({ json })]).toEqual([3, ["b"]]);
      expect((await list("offset=9&limit=1")).json).toEqual({ total: 3, data: [] });
    });

    test.each([
      ["a label without a colon", "label=app"],
      ["a label with two colons", "label=a:b:c"],
      ["nine labels", [..."abcdefghi"].map((name) => `label=${name}:`).join("&")],
      ["a limit of 0", "limit=0"],
      ["a limit of 101", "limit=101"],
      ["a negative offset", "offset=-1"],
      ["a status that is none", "status=on"],
      ["a revision that is no number", "revision=abc"],
      ["a wait that is no duration", "wait=10"],
      ["a key while waiting", "wait=1ms&key=a"],
    ])("%s is 400001", async (_, query) => {
      const { status, json } = await list(query);
      expect([status, json.errorCode]).toEqual([400, "400001"]);
    });

    test("Go Chassis, which says appId and serviceName and asks for a service with its version, gets what is meant for it", async () => {
      const kept = (key: string, value: string, labels: object) => post({ key, value, labels, status: "enabled" });
      await kept("a", "service", { app: "shop", service: "cart", environment: "" });
      await kept("b", "service", { app: "shop", service: "cart" });
      await kept("b", "version", { app: "shop", service: "cart", version: "1.0.0" });
      await kept("c", "its own words", { appId: "shop", serviceName: "cart", version: "1.0.0" });
      await kept("d", "application", { app: "shop" });
      const asked = "label=appId:shop&label=environment:";
      const values = ({ json }: { json: any }) =>
        Object.fromEntries(json.data.map(({ key, value }: { key: string; value: string }) => [key, value]));
      expect(values(await list(`${asked}&label=serviceName:cart&label=version:1.0.0&match=exact`))).toEqual({
        a: "service",
        b: "version",
        c: "its own words",
      });
      expect(values(await list(`${asked}&match=exact`))).toEqual({ d: "application" });
    });

    test("what is for everybody goes along with what an application of the same environment reads (protocol §2.6)", async () => {
      await post({ key: "level", value: "all", labels: {} });
      await post({ key: "level", value: "production", labels: { environment: "production" } });
      const read = async (environment: string, more = "match=exact") => {
        const { json } = await list(`label=app%3Ashop&label=environment%3A${environment}&&${more}`);
        return json.data.map(({ value, labels, key }: any) => [key, value, labels]);
      };
      expect(await read("")).toEqual([["level", "all", app]]);
      expect(await read("production")).toEqual([["level", "production", { app: "shop", environment: "production" }]]);
      expect(await read("&label=service%3Acart")).toEqual([]);
      expect(keysIn(await list("label=app:shop"))).toEqual(["level", "level"]);
      // What the application says of itself is stronger.
      await post({ key: "level", value: "own", labels: { app: "shop" } });
      expect(await read("")).toEqual([["level", "own", { app: "shop" }]]);
    });
  });

  describe("files", () => {
    const load = (override: string, ...data: object[]) =>
      client.ask(at(`file?override=${override}`), { method: "POST", body: { data } });
    const outcomes = ({ json }: { json: any }) => ({
      success: json.success.map(({ key, value }: any) => [key, value]),
      failure: json.failure.map(({ key, error_code }: any) => [key, error_code]),
    });

    test("each item has an outcome of its own, and all are one revision", async () => {
      const before = await revisionNow();
      const loaded = await load("force", { key: "a", value: "1", labels: { app: "x" } }, { key: "b b" }, { key: "c" });
      expect(outcomes(loaded)).toEqual({
        success: [
          ["a", "1"],
          ["c", ""],
        ],
        failure: [["b b", 400001]],
      });
      expect(loaded.json.failure[0].error_message).toEqual(expect.stringContaining("key"));
      expect(await revisionNow()).toBe(before + 1);
    });

    test("items that are there are overwritten, left, or the end of it", async () => {
      await post({ key: "b", value: "old" });
      const data = ["a", "b", "c"].map((key) => ({ key, value: "new" }));
      expect(outcomes(await load("skip", ...data))).toEqual({
        success: [
          ["a", "new"],
          ["c", "new"],
        ],
        failure: [["b", 400004]],
      });
      expect(outcomes(await load("abort", { key: "d" }, ...data))).toEqual({
        success: [["d", ""]],
        failure: [
          ["a", 400005],
          ["b", 400005],
          ["c", 400005],
        ],
      });
      expect(outcomes(await load("force", ...data)).success).toEqual([
        ["a", "new"],
        ["b", "new"],
        ["c", "new"],
      ]);
    });

    test.each([
      ["nothing said", ""],
      ["an unknown word", "maybe"],
    ])("%s of what to override is 400001", async (_, how) => {
      expect((await load(how)).json.errorCode).toBe("400001");
    });
  });

  test("a poll that is up to date waits for a change that concerns it, or for its end", async () => {
    const now = await revisionNow();
    const held = list(`label=app:w&match=exact&revision=${now}&wait=15s`);
    expect((await list(`label=app:other&match=exact&revision=${now}&wait=100ms`)).status).toBe(304);
    await post({ key: "a", labels: { app: "w" } });
    const woken = await held;
    expect([woken.status, keysIn(woken)]).toEqual([200, ["a"]]);
  });

  test("the history of an item is what it was, newest first, also after it was deleted", async () => {
    const { json } = await post({ key: "a", value: "1" });
    await put(json.id, { value: "2" });
    await put(json.id, { value: "3" });
    const history = await client.ask(at(`revision/${json.id}?offset=1&limit=1`));
    expect([history.json.total, history.json.data.map(({ value }: any) => value)]).toEqual([3, ["2"]]);
    await remove(json.id);
    const { data } = (await client.ask(at(`revision/${json.id}`))).json;
    expect(data.map(({ value }: any) => value)).toEqual(["3", "2", "1"]);
    expect((await client.ask(at("revision/none"))).json.errorCode).toBe("404001");
  });

  test("who names a session is found among those that poll", async () => {
    await client.ask(at("kv?label=app:x&revision=0"), {
      headers: { "X-Session-Id": "s1", "X-Session-Group": "g", "User-Agent": "client/1" },
    });
    await client.ask(at("kv"), { headers: { "X-Session-Id": "s2" } });
    const { json } = await client.ask(at("track?sessionId=s1"));
    expect(json.total).toBe(1);
    expect(json.data[0]).toMatchObject({
      session_id: "s1",
      session_group: "g",
      user_agent: "client/1",
      url_path: "GET /v1/default/kie/kv",
      response_code: 200,
      polling_data: { labels: "app:x", revision: "0" },
    });
    expect((await client.ask(at("track"))).json.total).toBe(2);
    expect((await client.ask(at("track?userAgent=nobody"))).json).toEqual({ total: 0, data: [] });
  });

  test("health says the revision as a text and how many items there are", async () => {
    const { status, json } = await client.ask(`/v1/health?mode=liveness`);
    expect(status).toBe(200);
    expect(json).toEqual({
      version: "1.0.0",
      revision: String(await revisionNow()),
      timestamp: expect.any(Number),
      total_kv_count: expect.any(Number),
    });
  });
});

test("an engine for one instance holds six items; the next is 422001", async () => {
  const setting = await world();
  const small = await anEngine(setting.owner, { instanceQuota: 1 });
  const served = await serve(setting, small);
  const create = (key: string) => rawRequest(`${served.url}/v1/a/kie/kv`, { method: "POST", body: { key } });
  for (const key of "abcdef") expect((await create(key)).status).toBe(200);
  const last = await create("g");
  expect([last.status, last.json.errorCode]).toEqual([422, "422001"]);
});
