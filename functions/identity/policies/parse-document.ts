import type { PolicyDocument } from "@flyloft/db";
import { actions } from "../../kernel/actions.ts";
import { thingKinds } from "../../kernel/authorize.ts";
import { DomainError } from "../../kernel/errors.ts";
import { kindOfId } from "../../kernel/ids.ts";
import { coversAction } from "../../kernel/policy.ts";
import { readCondition } from "./parse-condition.ts";
import { type Complain, documentLimits, isObject, onlyKeys, textsOf } from "./reading.ts";

const mostComplaints = 20;
const longestPath = 160;
const known = Object.keys(actions);

function readAction(text: string, at: string, complain: Complain): string {
  if (!/^([a-z]+|\*):([a-z]+|\*):([a-z]+|\*)$/.test(text))
    complain(at, "Write service:resource:operation, each a name or *");
  else if (!known.some((action) => coversAction(text, action))) complain(at, `There is no action ${text}`);
  return text;
}

function readResource(text: string, at: string, complain: Complain): string {
  if (text === "*") return text;
  const [kind = "", id = "", ...rest] = text.split("/");
  if (!(thingKinds as string[]).includes(kind))
    complain(at, `A kind of resource and its id, or *; kinds: ${thingKinds.join(", ")}`);
  else if (rest.length > 0 || (id !== "*" && kindOfId(id) !== kind))
    complain(at, `${kind}/ and the id of one, or ${kind}/*`);
  return text;
}

type Statement = PolicyDocument["Statement"][number];

function readStatement(value: unknown, path: string, complain: Complain): Statement {
  if (!isObject(value)) {
    complain(path, "An object with Effect and Action");
    return { Effect: "Deny", Action: [] };
  }
  onlyKeys(value, ["Effect", "Action", "Resource", "Condition"], path, complain);
  const { Effect, Action, Resource, Condition } = value;
  if (Effect !== "Allow" && Effect !== "Deny") complain(`${path}.Effect`, "Allow or Deny");
  const Actions = textsOf(Action, `${path}.Action`, documentLimits.actions, complain);
  const Resources =
    Resource === undefined ? null : textsOf(Resource, `${path}.Resource`, documentLimits.resources, complain);
  return {
    Effect: Effect as Statement["Effect"],
    Action: Actions.map(({ text, at }) => readAction(text, at, complain)),
    ...(Resources && { Resource: Resources.map(({ text, at }) => readResource(text, at, complain)) }),
    ...(Condition !== undefined && { Condition: readCondition(Condition, `${path}.Condition`, complain) }),
  };
}

/** Reads a policy document (IAM-11). Throws `invalid` with the path of everything in it that is unknown or ill-formed. */
export function parseDocument(raw: unknown): PolicyDocument {
  // A map: a customer's key may be called like something that every object has.
  const fields = new Map<string, string[]>();
  const complain: Complain = (path, message) => {
    const at = path.length > longestPath ? `${path.slice(0, longestPath)}…` : path;
    if (fields.size < mostComplaints) fields.set(at, [...(fields.get(at) ?? []), message]);
  };
  const document = readDocument(raw, complain);
  if (fields.size === 0 && JSON.stringify(document).length > documentLimits.characters)
    complain("document", `At most ${documentLimits.characters} characters`);
  const [first] = fields;
  if (first) throw new DomainError("invalid", `${first[0]}: ${first[1][0]}`, { fields: Object.fromEntries(fields) });
  return document;
}

function readDocument(raw: unknown, complain: Complain): PolicyDocument {
  if (!isObject(raw)) {
    complain("document", "An object with Version and Statement");
    return { Version: "1.1", Statement: [] };
  }
  onlyKeys(raw, ["Version", "Statement"], "", complain);
  const { Version, Statement } = raw;
  if (Version !== "1.1") complain("Version", 'Must be "1.1"');
  if (!Array.isArray(Statement) || Statement.length === 0)
    complain("Statement", "A list of statements that is not empty");
  else if (Statement.length > documentLimits.statements) complain("Statement", `At most ${documentLimits.statements}`);
  const statements = Array.isArray(Statement) ? Statement.slice(0, documentLimits.statements) : [];
  return { Version: "1.1", Statement: statements.map((one, i) => readStatement(one, `Statement[${i}]`, complain)) };
}
