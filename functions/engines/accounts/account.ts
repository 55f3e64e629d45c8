import type { Role } from "./built-in-roles.ts";

/** Somebody who may ask an engine of one's own (ENG-15, protocol §1.9). */
export type Account = {
  id: string;
  name: string;
  /** Salted and hashed, see `identity/password.ts`. */
  passwordHash: string;
  /** When the password was set, in milliseconds: tokens that were got by another are worth nothing. */
  passwordAt: number;
  roles: string[];
  status: "active" | "inactive";
  createdAt: number;
  updatedAt: number;
};
export type KeptRole = Role & { id: string; createdAt: number; updatedAt: number };

/** Made with the first password; nobody deletes it. */
export const rootName = "root";

const seconds = (milliseconds: number) => String(Math.floor(milliseconds / 1000));

/** As clients are told it; nothing of the password. */
export const tellAccount = ({ id, name, roles, status, createdAt, updatedAt }: Account) => ({
  id,
  name,
  roles,
  status,
  createTime: seconds(createdAt),
  updateTime: seconds(updatedAt),
});
export const tellRole = ({ id, name, perms, createdAt, updatedAt }: KeptRole) => ({
  id,
  name,
  perms,
  createTime: seconds(createdAt),
  updateTime: seconds(updatedAt),
});
