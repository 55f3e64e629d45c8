import { get, patch, post, remove, type Route } from "../kernel/routes.ts";
import { deleteAccessKey, disableAccessKey, enableAccessKey } from "./keys/change-access-key.ts";
import { createAccessKey } from "./keys/create-access-key.ts";
import { listAccessKeys } from "./keys/list-access-keys.ts";
import { linkIdentity, unlinkIdentity } from "./oidc/link-identity.ts";
import { addPasskey, beginPasskey } from "./passkeys/add-passkey.ts";
import { deletePasskey, listPasskeys } from "./passkeys/own-passkeys.ts";
import { endOtherSessions, endSession, listSessions } from "./sessions/own-sessions.ts";
import { changePassword } from "./sign-in/change-password.ts";
import { createApiToken } from "./tokens/create-api-token.ts";
import { listApiTokens } from "./tokens/list-api-tokens.ts";
import { revokeApiToken } from "./tokens/revoke-api-token.ts";
import { beginTotp, confirmTotp } from "./totp/enrol-totp.ts";
import { getSecondFactors, makeNewRecoveryCodes, removeTotp, resetSecondFactors } from "./totp/second-factors.ts";

/** What one proves oneself with. */
export const credentialRoutes: Route[] = [
  post("/password", changePassword, 200),
  get("/sessions", listSessions),
  post("/sessions/end-others", endOtherSessions, 200),
  remove("/sessions/:sessionId", endSession),
  get("/access-keys", listAccessKeys),
  post("/access-keys", createAccessKey),
  post("/access-keys/:accessKeyId/disable", disableAccessKey, 200),
  post("/access-keys/:accessKeyId/enable", enableAccessKey, 200),
  remove("/access-keys/:accessKeyId", deleteAccessKey),
  get("/api-tokens", listApiTokens),
  post("/api-tokens", createApiToken),
  remove("/api-tokens/:apiTokenId", revokeApiToken),
  get("/second-factors", getSecondFactors),
  post("/second-factors/totp", beginTotp, 200),
  patch("/second-factors/totp", confirmTotp),
  post("/second-factors/totp/remove", removeTotp, 200),
  post("/second-factors/recovery-codes", makeNewRecoveryCodes),
  get("/passkeys", listPasskeys),
  post("/passkeys/begin", beginPasskey, 200),
  post("/passkeys", addPasskey),
  post("/passkeys/:passkeyId/delete", deletePasskey, 200),
  post("/users/:userId/second-factors/reset", resetSecondFactors, 200),
  post("/users/:userId/identities", linkIdentity),
  post("/users/:userId/identities/unlink", unlinkIdentity, 200),
];
