import {
  type AccessKey,
  addPasskey,
  type ApiToken,
  beginPasskey,
  beginTotp,
  type CeremonyBegun,
  changePassword,
  confirmTotp,
  createAccessKey,
  createApiToken,
  deleteAccessKey,
  deletePasskey,
  disableAccessKey,
  enableAccessKey,
  endOtherSessions,
  endSession,
  getSecondFactors,
  type LinkedIdentity,
  linkIdentity,
  listAccessKeys,
  listApiTokens,
  listPasskeys,
  listSessions,
  makeNewRecoveryCodes,
  type NewAccessKey,
  type NewApiToken,
  type OwnPasskey,
  type OwnSession,
  type RecoveryCodes,
  removeTotp,
  resetSecondFactors,
  revokeApiToken,
  type SecondFactors,
  type TotpSetUp,
  unlinkIdentity,
} from "@flyloft/functions/identity";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";

const SessionMethod = enumOf("SessionMethod", ["password", "passkey", "openid"], "How somebody signed in");

const OwnSessionType = builder.objectRef<OwnSession>("OwnSession").implement({
  description: "Where one is signed in (BEY-03)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Of the session" }),
    current: t.exposeBoolean("current", { description: "Whether it is the one that asks" }),
    method: t.expose("method", { type: SessionMethod, description: "How it was opened" }),
    mfa: t.exposeBoolean("mfa", { description: "Whether by two proofs" }),
    client: t.exposeString("client", { nullable: true, description: "What the browser or program calls itself" }),
    sourceIp: t.exposeString("sourceIp", { nullable: true, description: "From where it was opened" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was opened" }),
    renewedAt: t.expose("renewedAt", { type: "DateTime", description: "When it was last renewed" }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "When it ends by itself" }),
  }),
});

const EndedSessions = builder.objectRef<{ ended: number }>("EndedSessions").implement({
  description: "What became of the other sessions",
  fields: (t) => ({ ended: t.exposeInt("ended", { description: "How many were ended" }) }),
});

const AccessKeyType = builder.objectRef<AccessKey>("AccessKey").implement({
  description: "A key that signs requests with its owner's rights in one project (IAM-25)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Access Key Id" }),
    projectId: t.exposeID("projectId", { description: "Where it acts" }),
    description: t.exposeString("description", { nullable: true, description: "What it is for" }),
    enabled: t.exposeBoolean("enabled", { description: "Whether it is accepted" }),
    system: t.exposeBoolean("system", { description: "Whether the platform's own agent works by it" }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", nullable: true, description: "To the minute" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
  }),
});

const NewAccessKeyType = builder.objectRef<NewAccessKey>("NewAccessKey").implement({
  description: "A new key; its secret is told this once (IAM-23)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The Access Key Id" }),
    secret: t.exposeString("secret", { description: "The Secret Access Key" }),
    fileName: t.exposeString("fileName", { description: "What to call the file" }),
    credentials: t.exposeString("credentials", { description: "What the file holds" }),
  }),
});

const ApiTokenType = builder.objectRef<ApiToken>("ApiToken").implement({
  description: "A token that may do chosen things for a time (BEY-02)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Of the token" }),
    name: t.exposeString("name", { description: "What it is for" }),
    hint: t.exposeString("hint", { description: "How it begins" }),
    projectId: t.exposeID("projectId", { description: "Where it acts" }),
    parentId: t.exposeID("parentId", { nullable: true, description: "The token that made it" }),
    actions: t.exposeStringList("actions", { description: "What it may do at most" }),
    resources: t.exposeStringList("resources", { description: "On what" }),
    addresses: t.exposeStringList("addresses", { nullable: true, description: "From where; null for anywhere" }),
    requestsPerMinute: t.exposeInt("requestsPerMinute", { nullable: true, description: "How often; null for any" }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "When it ends" }),
    revokedAt: t.expose("revokedAt", { type: "DateTime", nullable: true, description: "When it was ended" }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", nullable: true, description: "To the minute" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
  }),
});

const NewApiTokenType = builder.objectRef<NewApiToken>("NewApiToken").implement({
  description: "A new token, told this once",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Of the token" }),
    token: t.exposeString("token", { description: "For the Authorization header, as a Bearer token" }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", description: "When it ends" }),
  }),
});

const SecondFactorsType = builder.objectRef<SecondFactors>("SecondFactors").implement({
  description: "The second factors that a sign-in asks for",
  fields: (t) => ({
    totp: t.exposeBoolean("totp", { description: "Whether one-time codes are set up" }),
    recoveryCodesLeft: t.exposeInt("recoveryCodesLeft", { description: "How many recovery codes are not used yet" }),
    passkeys: t.exposeInt("passkeys", { description: "How many passkeys there are" }),
  }),
});

const TotpSetUpType = builder.objectRef<TotpSetUp>("TotpSetUp").implement({
  description: "What an authenticator app must know",
  fields: (t) => ({
    secret: t.exposeString("secret", { description: "To type, in base 32" }),
    address: t.exposeString("address", { description: "To show as a QR code" }),
  }),
});

const RecoveryCodesType = builder.objectRef<RecoveryCodes>("RecoveryCodes").implement({
  description: "For whoever loses the app; each works once",
  fields: (t) => ({ recoveryCodes: t.exposeStringList("recoveryCodes", { description: "To print; told this once" }) }),
});

const PasskeyType = builder.objectRef<OwnPasskey>("Passkey").implement({
  description: "A device that proves its owner (WebAuthn)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Of the passkey" }),
    name: t.exposeString("name", { description: "What its owner calls the device" }),
    lastUsedAt: t.expose("lastUsedAt", { type: "DateTime", nullable: true, description: "When it last signed in" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was added" }),
  }),
});

const PasskeyCeremony = builder.objectRef<CeremonyBegun>("PasskeyCeremony").implement({
  description: "A passkey about to be added",
  fields: (t) => ({
    ticket: t.exposeString("ticket", { description: "For the next step, within five minutes" }),
    options: t.expose("options", { type: "JSON", description: "For `navigator.credentials.create`" }),
  }),
});

const LinkedIdentityType = builder.objectRef<LinkedIdentity>("LinkedIdentity").implement({
  description: "Who a user is at an OpenID provider",
  fields: (t) => ({
    userId: t.exposeID("userId", { description: "The user" }),
    issuer: t.exposeString("issuer", { description: "The provider" }),
    subject: t.exposeString("subject", { description: "Who the user is there" }),
  }),
});

const ChangedUser = builder.objectRef<{ id: string }>("ChangedUser").implement({
  description: "Whose credentials changed",
  fields: (t) => ({ id: t.exposeID("id", { description: "Of the user" }) }),
});

query("sessions", listSessions, [OwnSessionType]);
query("accessKeys", listAccessKeys, [AccessKeyType]);
list("apiTokens", listApiTokens, "ApiToken", ApiTokenType);
query("secondFactors", getSecondFactors, SecondFactorsType);
query("passkeys", listPasskeys, [PasskeyType]);

mutation(changePassword, ChangedUser);
mutation(endSession, Deleted);
mutation(endOtherSessions, EndedSessions);
mutation(createAccessKey, NewAccessKeyType);
mutation(disableAccessKey, AccessKeyType);
mutation(enableAccessKey, AccessKeyType);
mutation(deleteAccessKey, Deleted);
mutation(createApiToken, NewApiTokenType);
mutation(revokeApiToken, ApiTokenType);
mutation(beginTotp, TotpSetUpType);
mutation(confirmTotp, RecoveryCodesType);
mutation(removeTotp, SecondFactorsType);
mutation(makeNewRecoveryCodes, RecoveryCodesType);
mutation(beginPasskey, PasskeyCeremony);
mutation(addPasskey, PasskeyType);
mutation(deletePasskey, Deleted);
mutation(resetSecondFactors, ChangedUser);
mutation(linkIdentity, LinkedIdentityType);
mutation(unlinkIdentity, LinkedIdentityType);
