import {
  completeSignIn,
  isSecondStep,
  refreshSession,
  secondStepInput,
  type Session,
  signIn,
  signInInput,
} from "@flyloft/functions/identity";
import { DomainError } from "@flyloft/functions/kernel";
import { builder } from "./builder.ts";
import { inputOf } from "./inputs.ts";

const SessionType = builder.objectRef<Session>("Session").implement({
  description: "What proves a signed-in user",
  fields: (t) => ({
    accessToken: t.exposeString("accessToken", { description: "For the Authorization header, as a Bearer token" }),
    refreshToken: t.exposeString("refreshToken", {
      description: "Exchange it for a new pair before the access token expires; works once",
    }),
    expiresIn: t.exposeInt("expiresIn", { description: "Seconds that the access token lives" }),
    sessionId: t.exposeID("sessionId", { description: "Of the session" }),
  }),
});

builder.mutationField("signIn", (t) =>
  t.field({
    type: SessionType,
    description:
      "Open a session with account, user name and password (IAM-04). Who has a second factor is refused with `secondFactor` and a `ticket` for `completeSignIn`",
    args: { input: t.arg({ type: inputOf("signIn", signInInput) as never }) },
    resolve: async (_root, args, ctx) => {
      const answer = await signIn(ctx, (args as { input: never }).input);
      if (isSecondStep(answer)) throw new DomainError("unauthenticated", "A second factor is needed", answer);
      return answer;
    },
  }),
);

builder.mutationField("completeSignIn", (t) =>
  t.field({
    type: SessionType,
    description: "The second step of a sign-in",
    args: { input: t.arg({ type: inputOf("completeSignIn", secondStepInput) as never }) },
    resolve: (_root, args, ctx) => completeSignIn(ctx, (args as { input: never }).input),
  }),
);

builder.mutationField("refreshSession", (t) =>
  t.field({
    type: SessionType,
    description: "Exchange a refresh token for a new pair",
    args: { refreshToken: t.arg.string({ description: "The newest refresh token of the session" }) },
    resolve: (_root, args, ctx) => refreshSession(ctx, args.refreshToken),
  }),
);
