import {
  type Engine,
  engines,
  type EngineListener,
  engineListeners,
  type Operation,
  type OperationKind,
} from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { attributesOf, holdResources } from "../../environments/index.ts";
import type { CommandCall } from "../../kernel/verb.ts";
import { addListener, wishListeners } from "./listeners.ts";
import { migrateEntries } from "./migrate-entries.ts";
import { choosePort } from "./ports.ts";

/** One thing after the other that an operation wishes for; the next begins when this came true. */
export type Step = {
  title: string;
  wish: (call: CommandCall, engine: Engine, operation: Operation) => Promise<void>;
};

const placesOf = ({ specification }: Pick<Engine, "specification">) => (specification === "ha" ? [1, 2] : [1]);
const familiesOf = ({ ipv6 }: Pick<Engine, "ipv6">): EngineListener["family"][] => (ipv6 ? ["ipv4", "ipv6"] : ["ipv4"]);

/** Changes the engine itself and hands it to its hosts: done when each serves it so. */
const handOut = (title: string, change: (operation: Operation) => Partial<Engine>): Step => ({
  title,
  async wish({ tx }, { id }, operation) {
    await tx.update(engines).set(change(operation)).where(eq(engines.id, id));
    await wishListeners(tx, id, {});
  },
});

const openAddresses: Step = {
  title: "Open its addresses",
  async wish(call, engine) {
    const { tx } = call;
    // What a former attempt has left is taken up again.
    const [left] = await tx.select().from(engineListeners).where(eq(engineListeners.engineId, engine.id)).limit(1);
    if (left) return wishListeners(tx, engine.id, { wish: "open" });
    for (const place of placesOf(engine)) {
      const port = await choosePort(tx);
      for (const family of familiesOf(engine))
        await addListener(call, engine, { place, scope: "private", family, ip: null, port });
    }
  },
};

const openToInternet: Step = {
  title: "Open it to the Internet",
  async wish(call, engine, { wish }) {
    const { tx } = call;
    const id = wish.publicIpId!;
    const { address } = attributesOf(
      "public_ip",
      (await holdResources(tx, engine.projectId, [id], "publicIpId")).get(id)!,
    );
    const family = address.includes(":") ? "ipv6" : "ipv4";
    const ofEngine = eq(engineListeners.engineId, engine.id);
    await tx.delete(engineListeners).where(and(ofEngine, eq(engineListeners.scope, "public")));
    const inside = await tx
      .selectDistinct({ place: engineListeners.place, port: engineListeners.port })
      .from(engineListeners)
      .where(ofEngine);
    for (const { place, port } of inside)
      await addListener(call, engine, { place, scope: "public", family, ip: address, port });
  },
};

const closing = (title: string, scope?: "public"): Step => ({
  title,
  wish: ({ tx }, { id }) => wishListeners(tx, id, { wish: "closed" }, scope ? { scope } : {}),
});

/** ENG-24: place after place, so that one of two addresses always answers. */
const upgradePlace = (place: number): Step => ({
  title: `Upgrade address ${place}`,
  wish: ({ tx }, { id }, { wish }) => wishListeners(tx, id, { version: wish.version! }, { place }),
});

const migrate: Step = {
  title: "Bring what it holds into the form of the new version",
  wish: (call, engine, { wish }) => migrateEntries(call, engine, wish.version!),
};

/** What each kind of operation wishes for, one after the other. */
export function stepsOf(kind: Exclude<OperationKind, "restore">, engine: Engine): Step[] {
  switch (kind) {
    case "create":
      return [openAddresses];
    case "resize":
      return [handOut("Hand out the new size", ({ wish: { instanceQuota } }) => ({ instanceQuota: instanceQuota! }))];
    case "authentication":
      return [
        handOut("Hand out who is let in", ({ wish: { authentication } }) => ({ authentication: authentication! })),
      ];
    case "open_public_access":
      return [openToInternet];
    case "close_public_access":
      return [closing("Close it to the Internet", "public")];
    case "upgrade":
      return [migrate, ...placesOf(engine).map(upgradePlace)];
    case "delete":
      return [closing("Close its addresses")];
  }
}
