import type { PlaneRequest } from "./call.ts";
import { PlaneError, planeCodes } from "./errors.ts";

const longest = 160;
const form = /^[^\s/\0]+$/;

/** Domain and project of a request (protocol §1.1): by header and by path, `default` where nothing is said. */
export function tenantOf({ header }: PlaneRequest, params: Record<string, string>): string {
  const domain = header("x-domain-name") || header("x-tenant-name") || "default";
  const project = params.project ?? "default";
  for (const [what, name] of [
    ["domain", domain],
    ["project", project],
  ] as const) {
    if (name.length > longest || !form.test(name))
      throw new PlaneError(planeCodes.invalid, "Invalid parameter(s)", `This is no name of a ${what}`);
  }
  return `${domain}/${project}`;
}
