import type { Properties } from "../properties/properties.ts";

/** A caller as the registry knows it. */
export type Caller = {
  serviceName: string;
  appId: string;
  environment: string;
  version: string;
  alias: string;
  properties: Record<string, string>;
};

type Rule = { property: string; matches(value: string): boolean };
export type AccessControl = { white: Rule[]; black: Rule[] };

const longestPattern = 256;

/** GOV-20: plain characters and `*` are a wildcard, anything else is a regular expression over the whole name. */
export function matcherOf(pattern: string): (value: string) => boolean {
  const text = pattern.slice(0, longestPattern);
  const plain = /^[\w.\-*]*$/.test(text);
  try {
    const source = plain ? text.replaceAll(".", "\\.").replaceAll(/\*+/g, ".*") : text;
    const expression = new RegExp(`^(?:${source})$`);
    return (value) => expression.test(value);
  } catch {
    return (value) => value === text;
  }
}

function rulesOf(properties: Properties, colour: "white" | "black"): Rule[] {
  const parts = properties.below(`publicKey.accessControl.${colour}.`);
  const names = new Set([...parts.keys()].map((key) => key.replace(/\.(category|propertyName|rule)$/, "")));
  return [...names].flatMap((name) => {
    const property = parts.get(`${name}.propertyName`);
    const rule = parts.get(`${name}.rule`);
    const category = parts.get(`${name}.category`) ?? "property";
    return property && rule && category === "property" ? [{ property, matches: matcherOf(rule) }] : [];
  });
}

export const accessControlOf = (properties: Properties): AccessControl => ({
  white: rulesOf(properties, "white"),
  black: rulesOf(properties, "black"),
});

const named = ["serviceName", "appId", "environment", "version", "alias"] as const;

function valueOf(caller: Caller, property: string): string | undefined {
  const own = named.find((one) => one === property);
  return own ? caller[own] : caller.properties[property];
}

/** GOV-19: the blacklist is looked at first; where a whitelist exists everything else is refused. */
export function mayCall({ white, black }: AccessControl, caller: Caller): boolean {
  const matches = ({ property, matches: fits }: Rule) => {
    const value = valueOf(caller, property);
    return value !== undefined && fits(value);
  };
  if (black.some(matches)) return false;
  return white.length === 0 || white.some(matches);
}

/** GOV-21, GOV-23: lists act where public key authentication is on. */
export const authenticates = (properties: Properties): boolean =>
  properties.flag(["publicKey.accessControl.enabled"], false) ||
  (properties.get("handler.chain.Provider.default") ?? "").split(",").some((one) => one.trim() === "auth-provider");
