import { isRange, operators } from "../../kernel/policy.ts";
import { type Complain, documentLimits, isObject, textsOf } from "./reading.ts";

type Condition = Record<string, Record<string, string[]>>;

const isMoment = (text: string) =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(text) && !Number.isNaN(Date.parse(text));

/** What each circumstance can be compared by, and what it can be compared with. */
const keys: { key: string; pattern: RegExp; operators: RegExp; fits: (text: string) => boolean; wanted: string }[] = [
  {
    key: "SourceIp",
    pattern: /^SourceIp$/,
    operators: /^(Not)?IpAddress$/,
    fits: isRange,
    wanted: "An address or a range such as 10.0.0.0/8",
  },
  {
    key: "CurrentTime",
    pattern: /^CurrentTime$/,
    operators: /^Date(Less|Greater)Than$/,
    fits: isMoment,
    wanted: "A moment such as 2027-01-31T08:00:00Z",
  },
  {
    key: "MfaPresent",
    pattern: /^MfaPresent$/,
    operators: /^Bool$/,
    fits: (text) => text === "true" || text === "false",
    wanted: "true or false",
  },
  {
    key: "RequestTag/<key>",
    pattern: /^RequestTag\/[\w.-]{1,64}$/,
    operators: /^String(Not)?(Equals|Like)$/,
    fits: (text) => text.length <= 256,
    wanted: "At most 256 characters",
  },
];

/** For those who build a form: which circumstance goes with which operators. */
export const conditionChoices = keys.map(({ key, operators: fit, wanted }) => ({
  key,
  operators: Object.keys(operators).filter((one) => fit.test(one)),
  wanted,
}));

/** Reads `{ Operator: { Key: values } }`. */
export function readCondition(value: unknown, path: string, complain: Complain): Condition {
  if (!isObject(value) || Object.keys(value).length === 0) {
    complain(path, "An object of operators that is not empty");
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([operator, compared]) => {
      const at = `${path}.${operator}`;
      if (!Object.hasOwn(operators, operator))
        complain(at, `Unknown operator; there are ${Object.keys(operators).join(", ")}`);
      else if (!isObject(compared) || Object.keys(compared).length === 0)
        complain(at, "An object of what to compare, not empty");
      else return [operator, readCompared(operator, compared, at, complain)];
      return [operator, {}];
    }),
  );
}

function readCompared(operator: string, compared: Record<string, unknown>, path: string, complain: Complain) {
  return Object.fromEntries(
    Object.entries(compared).map(([name, wanted]) => {
      const at = `${path}.${name}`;
      const key = keys.find(({ pattern }) => pattern.test(name));
      if (!key) complain(at, `Unknown; there are ${keys.map((one) => one.key).join(", ")}`);
      else if (!key.operators.test(operator)) complain(at, `${operator} does not compare ${key.key}`);
      const flags = typeof wanted === "boolean" ? String(wanted) : wanted;
      const texts = textsOf(flags, at, documentLimits.values, complain);
      for (const one of texts) if (key && !key.fits(one.text)) complain(one.at, key.wanted);
      return [name, texts.map(({ text }) => text)];
    }),
  );
}
