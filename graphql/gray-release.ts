import {
  confirmGrayRule,
  createGrayRule,
  deleteGrayRule,
  type GrayRuleRow as Row,
  listGrayParameters,
  listGrayRules,
  previewGrayRule,
  updateGrayRule,
} from "@flyloft/functions/governance";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { mutation, query } from "./doors.ts";
import { GovernancePreview } from "./governance.ts";

const GrayRule = builder.objectRef<Row>("GrayRule").implement({
  description: "A rule that sends some requests to some versions of a microservice (SVC-14, SVC-15)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    environment: t.exposeString("environment", { description: "The environment of the microservice" }),
    application: t.exposeString("application", { description: "The application of the microservice and its callers" }),
    microservice: t.exposeString("microservice", { description: "The microservice that is called" }),
    name: t.exposeString("name", { description: "Unique among those of the microservice" }),
    priority: t.exposeInt("priority", { description: "A rule of a larger one is asked first" }),
    spec: t.expose("spec", { type: "JSON", description: "Which requests go to which versions" }),
    updatedBy: t.exposeString("updatedBy", { description: "Who changed it last" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it was changed last" }),
    completedAt: t.expose("completedAt", {
      type: "DateTime",
      nullable: true,
      description: "When the release was confirmed; null while it goes on (SVC-18)",
    }),
  }),
});

const GrayParameter = builder.objectRef<{ name: string; in: string[] }>("GrayParameter").implement({
  description: "A parameter that contracts of a microservice name (SVC-16)",
  fields: (t) => ({
    name: t.exposeString("name", { description: "As contracts name it" }),
    in: t.exposeStringList("in", { description: "Where it is given: header, query, path, body, …" }),
  }),
});

query("grayRules", listGrayRules, [GrayRule]);
query("grayParameters", listGrayParameters, [GrayParameter]);
query("grayRulePreview", previewGrayRule, GovernancePreview);
mutation(createGrayRule, GrayRule);
mutation(updateGrayRule, GrayRule);
mutation(confirmGrayRule, GrayRule);
mutation(deleteGrayRule, Deleted);
