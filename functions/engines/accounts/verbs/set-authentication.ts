import { randomUUID } from "node:crypto";
import type { Engine } from "@flyloft/db";
import { z } from "zod";
import { hashPassword } from "../../../identity/password.ts";
import { conflict, invalid } from "../../../kernel/errors.ts";
import { idOf } from "../../../kernel/fields.ts";
import { defineCommand } from "../../../kernel/verb.ts";
import { engineShape } from "../../life/engine-shape.ts";
import { beginOperation, lockEngine } from "../../life/operations.ts";
import { refusalOf } from "../../life/state.ts";
import { rootName } from "../account.ts";
import { accountPassword } from "../fields.ts";
import { addAccount, changePassword } from "../rules.ts";
import { editAccounts } from "./account-entries.ts";

/** From this form on an engine holds accounts and roles. */
const formatOfAccounts = 2;

/** Why the switch cannot be turned now, in words; null when it can. */
const authenticationRefusal = (engine: Engine): string | null =>
  refusalOf("authentication")(engine) ??
  (engine.format < formatOfAccounts ? "This version has no accounts: upgrade the engine first" : null);

/** ENG-15. The account `root` is made with the first password; whoever sets that knows it, and nobody is told it again. */
export const setEngineAuthentication = defineCommand({
  name: "setEngineAuthentication",
  title: "Let services register at an exclusive engine only with an account, or without",
  action: "cse:engine:modify",
  input: z.object({
    engineId: idOf("the engine"),
    enabled: z.boolean().describe("Whether services must authenticate"),
    rootPassword: accountPassword
      .optional()
      .describe("Of the account `root`; needed when it is switched on for the first time"),
  }),
  on: ["engine", "engineId"],
  output: engineShape,
  refusal: authenticationRefusal,
  async run(call, { engineId, enabled, rootPassword }) {
    const engine = await lockEngine(call, engineId);
    const refusal = authenticationRefusal(engine);
    if (refusal) throw conflict(refusal, { state: engine.state });
    if (engine.authentication === enabled)
      throw conflict(`Security authentication is ${enabled ? "on" : "off"} already`);
    const note = enabled ? "Services must authenticate" : "Services need not authenticate";
    const wish = { authentication: enabled, former: { authentication: engine.authentication } };
    const begun = await beginOperation(call, engine, "authentication", { wish, note });
    const passwordHash = rootPassword ? await hashPassword(rootPassword) : null;
    const at = call.now().getTime();
    if (!enabled) return begun;
    await editAccounts(call.tx, engineId, (held) => {
      const known = held.accounts.has(rootName);
      if (!known && !passwordHash) throw invalid("rootPassword", "Choose the password of the account root");
      if (!passwordHash) return [];
      const id = randomUUID().replaceAll("-", "");
      const root = { name: rootName, roles: ["admin"], passwordHash, id, at };
      return [known ? changePassword(held, rootName, root) : addAccount(held, root)];
    });
    return begun;
  },
});
