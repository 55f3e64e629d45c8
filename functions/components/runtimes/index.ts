import type { Runtime } from "./define.ts";
import { docker } from "./docker.ts";
import { dotNet10 } from "./dotnet-10.ts";
import { dotNet8 } from "./dotnet-8.ts";
import { dotNet9 } from "./dotnet-9.ts";
import { go } from "./go.ts";
import { java11 } from "./java-11.ts";
import { java17 } from "./java-17.ts";
import { java21 } from "./java-21.ts";
import { java25 } from "./java-25.ts";
import { java8 } from "./java-8.ts";
import { nodejs20 } from "./node-20.ts";
import { nodejs22 } from "./node-22.ts";
import { nodejs24 } from "./node-24.ts";
import { nodejs8 } from "./node-8.ts";
import { php7 } from "./php-7.ts";
import { php8 } from "./php-8.ts";
import { python3_11 } from "./python-3-11.ts";
import { python3_12 } from "./python-3-12.ts";
import { python3_13 } from "./python-3-13.ts";
import { python3_14 } from "./python-3-14.ts";
import { python3_15 } from "./python-3-15.ts";
import { python3 } from "./python-3.ts";
import { staticSite } from "./static-site.ts";
import { tomcat10 } from "./tomcat-10.ts";
import { tomcat11 } from "./tomcat-11.ts";
import { tomcat8 } from "./tomcat-8.ts";
import { tomcat9 } from "./tomcat-9.ts";

export { type Runtime, runtimeFamilies, type RuntimeFamily } from "./define.ts";
export { type Installed, pickInstalled, type Wanted } from "./match.ts";

/** Every runtime, in the order in which they are offered: a new one is its own file and a line here (BEY-01). */
export const runtimes: readonly Runtime[] = [
  java8,
  java11,
  java17,
  java21,
  java25,
  tomcat8,
  tomcat9,
  tomcat10,
  tomcat11,
  nodejs8,
  nodejs20,
  nodejs22,
  nodejs24,
  php7,
  php8,
  python3,
  python3_11,
  python3_12,
  python3_13,
  python3_14,
  python3_15,
  docker,
  go,
  dotNet8,
  dotNet9,
  dotNet10,
  staticSite,
];

/** Finds a runtime by its id or another spelling of it, whatever the case; null when there is none. */
export function findRuntime(name: string): Runtime | null {
  const wanted = name.toLowerCase();
  const spells = ({ id, aliases }: Runtime) => [id, ...aliases].some((one) => one.toLowerCase() === wanted);
  return runtimes.find(spells) ?? null;
}
