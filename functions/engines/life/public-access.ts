import { engines, type Resource } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { holdResources } from "../../environments/index.ts";
import { conflict, DomainError, invalid } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";
import { assertMay, beginOperation, lockEngine } from "./operations.ts";
import { refusalOf } from "./state.ts";

/** ENG-20, told before an engine is opened. */
export const publicAccessWarning =
  "Without security authentication an engine that is open to the Internet lets everybody in: configuration and data of its " +
  "services may be stolen. Not for production.";

export const openEnginePublicAccess = defineCommand({
  name: "openEnginePublicAccess",
  title: "Open an exclusive engine to the Internet by a free public IP",
  action: "cse:engine:modify",
  input: z.object({
    engineId: idOf("the engine"),
    publicIpId: idOf("a public IP that nothing uses"),
    acknowledged: z.boolean().default(false).describe("That the warning in the refusal was read"),
  }),
  on: ["engine", "engineId"],
  output: engineShape,
  refusal: refusalOf("open_public_access"),
  async run(call, { engineId, publicIpId, acknowledged }) {
    const engine = await lockEngine(call, engineId);
    assertMay("open_public_access", engine);
    if (engine.publicIpId !== null) throw conflict("It is open to the Internet already");
    if (!acknowledged) throw new DomainError("blocked", publicAccessWarning, { warning: publicAccessWarning });
    const { name } = await holdFreeIp(call, publicIpId);
    const note = `Opening to the Internet by ${name}`;
    return beginOperation(call, engine, "open_public_access", { wish: { publicIpId }, change: { publicIpId }, note });
  },
});

/** The IP is free again afterwards. */
export const closeEnginePublicAccess = defineCommand({
  name: "closeEnginePublicAccess",
  title: "Close an exclusive engine to the Internet",
  action: "cse:engine:modify",
  input: z.object({ engineId: idOf("the engine") }),
  on: ["engine", "engineId"],
  output: engineShape,
  refusal: refusalOf("close_public_access"),
  async run(call, { engineId }) {
    const engine = await lockEngine(call, engineId);
    assertMay("close_public_access", engine);
    if (engine.publicIpId === null) throw conflict("It is not open to the Internet");
    return beginOperation(call, engine, "close_public_access", { note: "Closing to the Internet" });
  },
});

async function holdFreeIp({ tx, actor }: CommandCall, publicIpId: string): Promise<Resource> {
  const row = (await holdResources(tx, actor.projectId, [publicIpId], "publicIpId")).get(publicIpId)!;
  if (row.kind !== "public_ip") throw invalid("publicIpId", `${row.name} is no public IP`);
  const [user] = await tx.select({ name: engines.name }).from(engines).where(eq(engines.publicIpId, publicIpId));
  if (user) throw conflict(`${row.name} is used by the engine ${user.name}`, { fields: { publicIpId: ["Taken"] } });
  return row;
}
