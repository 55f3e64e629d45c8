import type { Action } from "@flyloft/functions/kernel";

export const columns = [
  "ServiceStage ReadOnlyAccess",
  "ServiceStage Developer",
  "ServiceStage FullAccess",
  "CSE Viewer",
  "CSE Admin",
] as const;

/** IAM-08: Y allowed, - refused, in the order of the columns; and the actions that each operation is (IAM-16 to IAM-18). */
export const rows: { id: number; operation: string; cells: string; actions: Action[] }[] = [
  { id: 1, operation: "Create application", cells: "-YY--", actions: ["servicestage:app:create"] },
  { id: 2, operation: "Modify application", cells: "-YY--", actions: ["servicestage:app:modify"] },
  { id: 3, operation: "Query application", cells: "YYY--", actions: ["servicestage:app:get", "servicestage:app:list"] },
  { id: 4, operation: "Delete application", cells: "-YY--", actions: ["servicestage:app:delete"] },
  { id: 5, operation: "Create component", cells: "-YY--", actions: ["servicestage:app:create"] },
  { id: 6, operation: "Query component", cells: "YYY--", actions: ["servicestage:app:get"] },
  { id: 7, operation: "Deploy component", cells: "-YY--", actions: ["servicestage:app:modify"] },
  { id: 8, operation: "Maintain component", cells: "-YY--", actions: ["servicestage:app:modify"] },
  { id: 9, operation: "Delete component", cells: "-YY--", actions: ["servicestage:app:delete"] },
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
  { id: 25, operation: "Create microservice engine", cells: "--Y-Y", actions: ["cse:engine:create"] },
  {
    id: 26,
    operation: "Maintain microservice engine",
    cells: "--Y-Y",
    actions: ["cse:engine:modify", "cse:engine:upgrade"],
  },
  { id: 27, operation: "Query microservice engine", cells: "YYYYY", actions: ["cse:engine:list", "cse:engine:get"] },
  { id: 28, operation: "Delete microservice engine", cells: "--Y-Y", actions: ["cse:engine:delete"] },
  { id: 29, operation: "Microservice registration", cells: "YYY-Y", actions: ["cse:registry:modify"] },
  { id: 30, operation: "Microservice configuration", cells: "YYY-Y", actions: ["cse:config:modify"] },
  { id: 31, operation: "Microservice governance", cells: "-YY-Y", actions: ["cse:governance:modify"] },
];

/** Each engine action and what it depends on, as IAM-16 lists them. */
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
