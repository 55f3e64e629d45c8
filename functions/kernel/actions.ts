const engineRead = ["cse:engine:list", "cse:engine:get"] as const;

/** Every action in the product (IAM-16 to IAM-18), and the actions it needs to be of any use (IAM-15). */
export const actions = {
  "servicestage:app:get": [],
  "servicestage:app:create": [],
  "servicestage:app:modify": [],
  "servicestage:app:delete": [],
  "servicestage:app:list": [],
  "servicestage:environment:create": [],
  "servicestage:environment:modify": [],
  "servicestage:environment:delete": [],
  "servicestage:pipeline:get": [],
  "servicestage:pipeline:create": [],
  "servicestage:pipeline:modify": [],
  "servicestage:pipeline:delete": [],
  "servicestage:pipeline:list": [],
  "servicestage:pipeline:execute": [],
  "servicestage:pipeline:approve": [],
  "servicestage:assembling:get": [],
  "servicestage:assembling:create": [],
  "servicestage:assembling:modify": [],
  "servicestage:assembling:delete": [],
  "servicestage:assembling:list": [],
  "servicestage:infrastructure:create": [],
  "servicestage:infrastructure:modify": [],
  "servicestage:infrastructure:delete": [],
  "servicestage:agent:report": [],
  "cse:engine:list": [],
  "cse:engine:get": ["cse:engine:list"],
  "cse:engine:modify": engineRead,
  "cse:engine:upgrade": engineRead,
  "cse:engine:delete": engineRead,
  "cse:engine:create": engineRead,
  "cse:config:get": engineRead,
  "cse:config:modify": [...engineRead, "cse:config:get"],
  "cse:registry:get": engineRead,
  "cse:registry:modify": [...engineRead, "cse:registry:get"],
  "cse:governance:get": [...engineRead, "cse:config:get", "cse:registry:get"],
  "cse:governance:modify": [
    ...engineRead,
    "cse:config:get",
    "cse:config:modify",
    "cse:registry:get",
    "cse:registry:modify",
    "cse:governance:get",
  ],
  "cse:dashboard:get": [...engineRead, "cse:registry:get"],
  "cse:dashboard:modify": [...engineRead, "cse:registry:get", "cse:registry:modify", "cse:dashboard:get"],
  "iam:identity:get": [],
  "iam:user:list": [],
  "iam:user:create": [],
  "iam:user:modify": [],
  "iam:user:delete": [],
  "iam:group:list": [],
  "iam:group:create": [],
  "iam:group:modify": [],
  "iam:group:delete": [],
  "iam:policy:list": [],
  "iam:policy:create": [],
  "iam:policy:modify": [],
  "iam:policy:delete": [],
  "iam:project:create": [],
  "iam:project:modify": [],
  "iam:delegation:list": [],
  "iam:delegation:create": [],
  "iam:delegation:delete": [],
  "iam:permission:explain": [],
  "iam:audit:list": [],
} as const satisfies Record<string, readonly string[]>;

export type Action = keyof typeof actions;
export const isAction = (text: string): text is Action => Object.hasOwn(actions, text);

/** What may be done without a grant of its own when another action is allowed, unless it is denied (IAM-19). */
export const implied: Partial<Record<Action, Action>> = { "cse:dashboard:get": "cse:registry:get" };

/** What everybody who is signed in may do for themselves: no policy can grant or take it. */
export const ownAffairs: readonly Action[] = ["iam:identity:get"];
