import { users } from "@flyloft/db";

/** What is told of a user; never the password's hash. */
export const userColumns = {
  id: users.id,
  accountId: users.accountId,
  name: users.name,
  email: users.email,
  phone: users.phone,
  description: users.description,
  administrator: users.administrator,
  enabled: users.enabled,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
};
export type User = Pick<typeof users.$inferSelect, keyof typeof userColumns>;
