/** Every action in the product (IAM-16 to IAM-18), and the actions it needs to be of any use (IAM-15). */
export const actions = {
  "servicestage:app:get": [],
  "servicestage:app:list": [],
  "servicestage:app:create": [],
  "servicestage:app:modify": [],
  "servicestage:app:delete": [],
  "servicestage:environment:create": [],
  "servicestage:environment:modify": [],
  "servicestage:environment:delete": [],
  "servicestage:infrastructure:create": [],
  "servicestage:infrastructure:modify": [],
  "servicestage:infrastructure:delete": [],
  "servicestage:agent:report": [],
  "servicestage:audit:list": [],
  "iam:identity:get": [],
} as const satisfies Record<string, readonly string[]>;

export type Action = keyof typeof actions;
