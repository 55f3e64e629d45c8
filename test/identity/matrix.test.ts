import type { Action } from "@flyloft/functions/kernel";
import { routes } from "@flyloft/functions/http";
import { beforeAll, describe, expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { columns, covered, engineActions, operationOf, platformActions, rows } from "./matrix.ts";
import { actionOf, byGraphql, byRest, type Operation, type Workplace, workplace } from "./operations.ts";
import { office, type Office, type Person, policyId } from "./people.ts";

type Staff = Person & { id: string };
let o: Office;
let place: Workplace;
const staff = new Map<string, Staff>();

beforeAll(async () => {
  o = await office(await world({ limits: { engines: 1000 } }));
  place = await workplace(o);
  for (const name of columns) staff.set(name, await o.hire([policyId(name)]));
});

/** The actions that something is offered for. */
const offered = new Set<Action>(routes.map(({ verb }) => verb.spec.action));
const cells = rows.flatMap(({ id, operation, cells: marks, actions, calls }) =>
  columns.map((policy, i) => ({ id, operation, policy, allowed: marks[i] === "Y", actions, calls })),
);
const inWords = (allowed: boolean) => (allowed ? "allowed" : "refused");

/** What nothing runs for here: whoever may is refused for that, like the owner; everything else is carried out. */
const cannotSucceed: Operation[] = ["deployComponent", "startInstance", "upgradeEngine"];

/** Whether somebody is let in, at both doors; a refusal names the action that is missing, which is the verb's own unless told. */
async function mayCall(person: Person, operation: Operation, allowed: boolean, missing?: Action) {
  const action = missing ?? actionOf(await place[operation]());
  for (const through of [byGraphql, byRest]) {
    const outcome = await through(person, await place[operation]());
    expect([operation, through.name, outcome?.action]).toEqual([operation, through.name, allowed ? undefined : action]);
    expect(outcome?.code === "forbidden").toBe(!allowed);
    const expected = cannotSucceed.includes(operation) ? await through(o.boss, await place[operation]()) : null;
    if (allowed) expect(outcome).toEqual(expected);
  }
}

/** What the platform says that somebody may do, at both doors. */
async function explained(subjectId: string, action: Action) {
  const { data } = await o.boss.gql(
    `query ($subjectId: ID!, $action: String!) { explainPermission(subjectId: $subjectId, action: $action) { allowed decidedOn by { policy } } }`,
    { subjectId, action },
  );
  const rest = await o.boss.must("GET", `/permissions/explain?subjectId=${subjectId}&action=${action}`);
  expect(rest).toMatchObject(data.explainPermission);
  return data.explainPermission as { allowed: boolean; decidedOn: Action; by: { policy: string } | null };
}

describe("IAM-08, as signed-in users through GraphQL and REST alike (IAM-14)", () => {
  for (const { id, operation, policy, allowed, calls } of cells.filter((cell) => cell.calls)) {
    test(`IAM-08.${id} ${operation}: ${policy} is ${inWords(allowed)}`, async () => {
      for (const call of calls!) await mayCall(staff.get(policy)!, call, allowed);
    });
  }
});

describe("IAM-08, operations that this version does not offer yet: only what is decided on the grants of signed-in users is tested", () => {
  for (const { id, operation, policy, allowed, actions } of cells.filter((cell) => !cell.calls)) {
    test(`IAM-08.${id} ${operation}: ${policy} would be ${inWords(allowed)} (decision only)`, async () => {
      expect(
        actions.filter((action) => offered.has(action)),
        "Something is offered: name it in matrix.ts",
      ).toEqual([]);
      const { id: subjectId } = staff.get(policy)!;
      const answers = await Promise.all(actions.map((action) => explained(subjectId, action)));
      expect(answers.every((one) => one.allowed)).toBe(allowed);
      if (allowed) expect(answers.map(({ by }) => by?.policy)).toEqual(actions.map(() => policy));
    });
  }
});

test("the account has all rights without any user of its own (IAM-01); a new user has none until it is in a group that is granted some (IAM-02)", async () => {
  const operations = [...new Set(Object.values(operationOf))];
  for (const operation of operations)
    for (const through of [byGraphql, byRest])
      expect([operation, (await through(o.boss, await place[operation]()))?.code]).not.toContain("forbidden");
  const fresh = await o.hire(null);
  for (const operation of operations) await mayCall(fresh, operation, false);
  const group = await o.group([policyId("ServiceStage FullAccess")]);
  await o.boss.must("POST", `/groups/${group}/members`, { userIds: [fresh.id] });
  for (const operation of operations) await mayCall(fresh, operation, true);
  const mine = await fresh.must("POST", "/applications", { name: "made-by-a-user" });
  await o.boss.must("DELETE", `/users/${fresh.id}`);
  expect(await o.boss.must("GET", `/applications/${mine["id"]}`)).toMatchObject({ name: "made-by-a-user" });
});

test("every action of a row is called where anything is offered for it", async () => {
  for (const { id, actions, calls = [] } of rows) {
    const called = await Promise.all(calls.map(async (call) => actionOf(await place[call]())));
    expect([id, actions.filter((action) => offered.has(action) && !called.includes(action))]).toEqual([id, []]);
  }
});

test("approving a pipeline is held by FullAccess and by no other (IAM-18), infrastructure is made by nobody else either (IAM-07)", async () => {
  for (const action of ["servicestage:pipeline:approve", "servicestage:infrastructure:create"] as const) {
    const may = await Promise.all(columns.map(async (name) => (await explained(staff.get(name)!.id, action)).allowed));
    expect(may).toEqual([false, false, true, false, false]);
  }
});

/** One user whose only policy says what each test wants. */
async function tester() {
  const policy = await o.allow("servicestage:app:get");
  const person = await o.hire([policy]);
  return {
    person,
    holds: (Action: string[], Deny: string[] = []) =>
      o.boss.must("PATCH", `/policies/${policy}`, {
        document: {
          Version: "1.1",
          Statement: [{ Effect: "Allow", Action }, ...(Deny.length > 0 ? [{ Effect: "Deny", Action: Deny }] : [])],
        },
      }),
  };
}

/** Whether the action is enough or what is missing, by an operation that it is for; only as a decision where nothing is offered yet. */
async function may(person: Person & { id: string }, action: Action, missing: Action | null) {
  const operation = operationOf[action];
  for (const one of operation ? [operation, ...(covered[action] ?? [])] : []) {
    expect(actionOf(await place[one]())).toBe(action);
    await mayCall(person, one, missing === null, missing ?? undefined);
  }
  if (operation) return;
  expect([action, offered.has(action), "Something is offered: name it in matrix.ts"]).toEqual([
    action,
    false,
    expect.anything(),
  ]);
  const decision = missing === null ? { allowed: true } : { allowed: false, decidedOn: missing };
  expect(await explained(person.id, action)).toMatchObject(decision);
}
const how = (action: Action) =>
  operationOf[action] ? `by ${[operationOf[action], ...(covered[action] ?? [])].join(", ")}` : "decision only";

describe("IAM-16, engine actions", () => {
  let one: Awaited<ReturnType<typeof tester>>;
  beforeAll(async () => {
    one = await tester();
  });
  test.each(
    (Object.entries(engineActions) as [Action, string][]).map(
      ([action, listed], i) => [i + 1, action, how(action), listed] as const,
    ),
  )(
    "IAM-16.%i %s works with its dependencies and is refused without any one of them (%s)",
    async (_id, action, _how, listed) => {
      const needed = listed
        .split(" ")
        .filter(Boolean)
        .map((name) => `cse:${name}` as Action);
      await one.holds([action, ...needed]);
      await may(one.person, action, null);
      for (const missing of needed) {
        // The dashboard comes with the catalogue, so that it is missing only when denied (IAM-19).
        const denied = missing === "cse:dashboard:get" ? [missing] : [];
        await one.holds([action, ...needed.filter((name) => name !== missing)], denied);
        await may(one.person, action, missing);
      }
      await one.holds(
        needed.length > 0 ? needed : ["servicestage:app:get"],
        action === "cse:dashboard:get" ? [action] : [],
      );
      await may(one.person, action, action);
    },
  );

  test("the dashboard comes with the catalogue unless it is denied (IAM-19)", async () => {
    const catalogue = ["cse:engine:list", "cse:engine:get", "cse:registry:get"];
    await one.holds(catalogue);
    expect((await explained(one.person.id, "cse:dashboard:get")).allowed).toBe(true);
    await one.holds(catalogue, ["cse:dashboard:*"]);
    expect((await explained(one.person.id, "cse:dashboard:get")).allowed).toBe(false);
    await one.holds(catalogue.slice(0, 2));
    expect((await explained(one.person.id, "cse:dashboard:get")).allowed).toBe(false);
  });
});

describe("IAM-17, platform actions", () => {
  let one: Awaited<ReturnType<typeof tester>>;
  beforeAll(async () => {
    one = await tester();
  });
  test.each(platformActions.map((action, i) => [i + 1, action, how(action)] as const))(
    "IAM-17.%i %s alone is enough through GraphQL and REST, and all the others without it are not (%s)",
    async (_id, action) => {
      await one.holds([action]);
      await may(one.person, action, null);
      await one.holds(["servicestage:*:*"], [action]);
      await may(one.person, action, action);
    },
  );
});

test("journey IAM-09: who may only read sees the list, is told by the button, and is refused in words as by every other service (ERR-06)", async () => {
  const reader = staff.get("ServiceStage ReadOnlyAccess")!;
  expect((await reader.gql(`{ applications { totalCount } }`)).errors).toBeUndefined();
  for (const outcome of [
    await byGraphql(reader, place.createApplication()),
    await byRest(reader, place.createApplication()),
  ])
    expect(outcome).toEqual({ code: "forbidden", action: "servicestage:app:create" });
  const { status, body } = await reader.rest("POST", "/applications", { name: "mine" });
  expect([status, body["message"]]).toEqual([403, "Insufficient permissions: servicestage:app:create is needed"]);
  for (const path of ["/users", "/groups", "/policies", "/audit"]) {
    const answer = await reader.rest("GET", path);
    expect([path, answer.status, answer.body["message"]]).toEqual([
      path,
      403,
      expect.stringMatching(/^Insufficient permissions/),
    ]);
  }
});

test("journey IAM-13: all of cse but making and deleting engines", async () => {
  const policy = await o.policy({
    Version: "1.1",
    Statement: [
      { Effect: "Allow", Action: ["cse:*:*"] },
      { Effect: "Deny", Action: ["cse:engine:create", "cse:engine:delete"] },
    ],
  });
  const person = await o.hire([policy]);
  for (const action of Object.keys(engineActions) as Action[])
    await may(person, action, /engine:(create|delete)$/.test(action) ? action : null);
  const { status } = await person.rest("POST", "/engines", place.createEngine().input);
  expect(status).toBe(403);
});
