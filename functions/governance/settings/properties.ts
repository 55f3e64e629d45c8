import type { Framework, Setting } from "./setting.ts";
import type { Scope } from "../../engines/index.ts";

export type Values = Record<string, string | number | boolean>;
type Readers = { javaChassis2?: boolean; javaChassis3?: boolean; goChassis?: boolean };

/**
 * The property families under both their prefixes, with equal values: `servicecomb.` is read by Java Chassis, `cse.` by Go
 * Chassis and by older Java Chassis (protocol §3.0).
 */
export function properties(
  scope: Scope,
  values: Values,
  { javaChassis2 = true, javaChassis3 = true, goChassis = true }: Readers = {},
): Setting[] {
  const java: Framework[] = [
    ...(javaChassis2 ? ["java_chassis_2" as const] : []),
    ...(javaChassis3 ? ["java_chassis_3" as const] : []),
  ];
  return Object.entries(values).flatMap(([key, value]) => [
    { scope, key: `servicecomb.${key}`, value: String(value), readBy: java },
    { scope, key: `cse.${key}`, value: String(value), readBy: goChassis ? ["go_chassis"] : [] },
  ]);
}
