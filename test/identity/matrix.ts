import type { Action } from "@flyloft/functions/kernel";
import type { Operation } from "./operations.ts";

export const columns = [
  "ServiceStage ReadOnlyAccess",
  "ServiceStage Developer",
  "ServiceStage FullAccess",
  "CSE Viewer",
  "CSE Admin",
] as const;

type Row = { id: number; operation: string; cells: string; actions: Action[]; calls?: Operation[] };

/**
 * IAM-08: Y allowed, - refused, in the order of the columns; the actions that each operation is (IAM-16 to IAM-18), and how it
 * is called at the doors. What nothing is offered for yet has no calls.
 */
export const rows: Row[] = [
  {
    id: 1,
    operation: "Create application",
    cells: "-YY--",
    actions: ["servicestage:app:create"],
    calls: ["createApplication"],
  },
  {
    id: 2,
    operation: "Modify application",
    cells: "-YY--",
    actions: ["servicestage:app:modify"],
    calls: ["updateApplication"],
  },
  {
    id: 3,
    operation: "Query application",
    cells: "YYY--",
    actions: ["servicestage:app:get", "servicestage:app:list"],
    calls: ["application", "applications"],
  },
  {
    id: 4,
    operation: "Delete application",
    cells: "-YY--",
    actions: ["servicestage:app:delete"],
    calls: ["deleteApplication"],
  },
  {
    id: 5,
    operation: "Create component",
    cells: "-YY--",
    actions: ["servicestage:app:create"],
    calls: ["createComponent"],
  },
  { id: 6, operation: "Query component", cells: "YYY--", actions: ["servicestage:app:get"], calls: ["component"] },
  {
    id: 7,
    operation: "Deploy component",
    cells: "-YY--",
    actions: ["servicestage:app:modify"],
    calls: ["deployComponent"],
  },
  {
    id: 8,
    operation: "Maintain component",
    cells: "-YY--",
    actions: ["servicestage:app:modify"],
    calls: ["updateComponent", "startInstance"],
  },
  {
    id: 9,
    operation: "Delete component",
    cells: "-YY--",
    actions: ["servicestage:app:delete"],
    calls: ["deleteComponent"],
  },
  { id: 10, operation: "Create build project", cells: "-YY--", actions: ["servicestage:assembling:create"] },
  { id: 11, operation: "Modify build project", cells: "-YY--", actions: ["servicestage:assembling:modify"] },
  {
    id: 12,
    operation: "Query build project",
    cells: "YYY--",
    actions: ["servicestage:assembling:get", "servicestage:assembling:list"],
  },
  { id: 13, operation: "Start build project", cells: "-YY--", actions: ["servicestage:assembling:modify"] },
  { id: 14, operation: "Delete build project", cells: "-YY--", actions: ["servicestage:assembling:delete"] },
  { id: 15, operation: "Create pipeline", cells: "-YY--", actions: ["servicestage:pipeline:create"] },
  { id: 16, operation: "Modify pipeline", cells: "-YY--", actions: ["servicestage:pipeline:modify"] },
  {
    id: 17,
    operation: "Query pipeline",
    cells: "YYY--",
    actions: ["servicestage:pipeline:get", "servicestage:pipeline:list"],
  },
  { id: 18, operation: "Start pipeline", cells: "-YY--", actions: ["servicestage:pipeline:execute"] },
  {
    id: 19,
    operation: "Clone pipeline",
    cells: "-YY--",
    actions: ["servicestage:pipeline:get", "servicestage:pipeline:create"],
  },
  { id: 20, operation: "Delete pipeline", cells: "-YY--", actions: ["servicestage:pipeline:delete"] },
  { id: 21, operation: "Create repository authorisation", cells: "-YY--", actions: ["servicestage:assembling:create"] },
  { id: 22, operation: "Modify repository authorisation", cells: "-YY--", actions: ["servicestage:assembling:modify"] },
  {
    id: 23,
    operation: "Query repository authorisation",
    cells: "YYY--",
    actions: ["servicestage:assembling:get", "servicestage:assembling:list"],
  },
  { id: 24, operation: "Delete repository authorisation", cells: "-YY--", actions: ["servicestage:assembling:delete"] },
  {
    id: 25,
    operation: "Create microservice engine",
    cells: "--Y-Y",
    actions: ["cse:engine:create"],
    calls: ["createEngine", "createEngineBackup"],
  },
  {
    id: 26,
    operation: "Maintain microservice engine",
    cells: "--Y-Y",
    actions: ["cse:engine:modify", "cse:engine:upgrade"],
    calls: ["updateEngine", "upgradeEngine", "resizeEngine", "setEngineAuthentication", "retryEngine"],
  },
  {
    id: 27,
    operation: "Query microservice engine",
    cells: "YYYYY",
    actions: ["cse:engine:list", "cse:engine:get"],
    calls: ["engine", "engines"],
  },
  {
    id: 28,
    operation: "Delete microservice engine",
    cells: "--Y-Y",
    actions: ["cse:engine:delete"],
    calls: ["deleteEngine"],
  },
  {
    id: 29,
    operation: "Microservice registration",
    cells: "YYY-Y",
    actions: ["cse:registry:modify"],
    calls: ["createMicroservice"],
  },
  {
    id: 30,
    operation: "Microservice configuration",
    cells: "YYY-Y",
    actions: ["cse:config:modify"],
    calls: ["createConfigurationItem"],
  },
  {
    id: 31,
    operation: "Microservice governance",
    cells: "-YY-Y",
    actions: ["cse:governance:modify"],
    calls: ["createGovernanceRule"],
  },
];

/** Each engine action and what it depends on, as IAM-16 lists them and in its order. */
export const engineActions: Partial<Record<Action, string>> = {
  "cse:engine:list": "",
  "cse:engine:get": "engine:list",
  "cse:engine:modify": "engine:list engine:get",
  "cse:engine:upgrade": "engine:list engine:get",
  "cse:engine:delete": "engine:list engine:get",
  "cse:engine:create": "engine:get engine:list",
  "cse:config:modify": "engine:list engine:get config:get",
  "cse:config:get": "engine:list engine:get",
  "cse:governance:modify":
    "engine:list engine:get config:get config:modify registry:get registry:modify governance:get",
  "cse:governance:get": "engine:list engine:get config:get registry:get",
  "cse:registry:modify": "engine:list engine:get registry:get",
  "cse:registry:get": "engine:list engine:get",
  "cse:dashboard:modify": "engine:list engine:get registry:get dashboard:get registry:modify",
  "cse:dashboard:get": "engine:list engine:get registry:get",
};

/** What each row of IAM-16 says that the action covers beside the operation below. */
export const covered: Partial<Record<Action, Operation[]>> = {
  "cse:engine:modify": [
    "openEnginePublicAccess",
    "closeEnginePublicAccess",
    "setEngineAuthentication",
    "retryEngine",
    "resizeEngine",
  ],
  "cse:engine:create": ["createEngineBackup", "restoreEngineBackup"],
};

/**
 * IAM-16 and IAM-17: an operation that each action is enough for, with what it depends on. Those not offered yet have none, nor has
 * `cse:dashboard:modify`: a dashboard only shows, and there is nothing of it to change.
 */
export const operationOf: Partial<Record<Action, Operation>> = {
  "servicestage:app:get": "application",
  "servicestage:app:create": "createApplication",
  "servicestage:app:modify": "updateApplication",
  "servicestage:app:delete": "deleteApplication",
  "servicestage:app:list": "applications",
  "servicestage:environment:create": "createEnvironment",
  "servicestage:environment:modify": "updateEnvironment",
  "servicestage:environment:delete": "deleteEnvironment",
  "cse:engine:list": "engines",
  "cse:engine:get": "engine",
  "cse:engine:modify": "updateEngine",
  "cse:engine:upgrade": "upgradeEngine",
  "cse:engine:delete": "deleteEngine",
  "cse:engine:create": "createEngine",
  "cse:registry:get": "microservices",
  "cse:registry:modify": "createMicroservice",
  "cse:dashboard:get": "dashboard",
  "cse:governance:get": "governanceKinds",
  "cse:governance:modify": "createGovernanceRule",
  "cse:config:get": "configurationItems",
  "cse:config:modify": "createConfigurationItem",
};

/** IAM-17. */
export const platformActions: Action[] = [
  "servicestage:app:get",
  "servicestage:app:create",
  "servicestage:app:modify",
  "servicestage:app:delete",
  "servicestage:app:list",
  "servicestage:environment:create",
  "servicestage:environment:modify",
  "servicestage:environment:delete",
  "servicestage:pipeline:get",
  "servicestage:pipeline:create",
  "servicestage:pipeline:modify",
  "servicestage:pipeline:delete",
  "servicestage:pipeline:list",
  "servicestage:pipeline:execute",
  "servicestage:assembling:get",
  "servicestage:assembling:create",
  "servicestage:assembling:modify",
  "servicestage:assembling:delete",
  "servicestage:assembling:list",
];
