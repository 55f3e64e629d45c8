import { type PlaneRequest, projectByCredentials, type ProjectOfEngine } from "@flyloft/functions/engines";

type Given = Parameters<typeof projectByCredentials>[0];
type Known = { until: number; found: ProjectOfEngine };

/** How long it is believed what credentials stand for, in milliseconds: what is taken away is felt soon after. */
const believed = 5_000;
const most = 10_000;

/** The project that a request to the shared engine is for, looked up when it was not of late (ENG-27). */
export function knownCredentials() {
  const known = new Map<string, Known>();
  return async (given: Given, request: Pick<PlaneRequest, "header">): Promise<ProjectOfEngine> => {
    const parts = ["x-service-ak", "x-service-shaaksk", "x-service-project"].map((name) => request.header(name) ?? "");
    const key = parts.join("\n");
    const hit = known.get(key);
    const now = given.now().getTime();
    if (hit && hit.until > now) return hit.found;
    const found = await projectByCredentials(given, request);
    if (known.size >= most) known.clear();
    known.set(key, { until: now + believed, found });
    return found;
  };
}
