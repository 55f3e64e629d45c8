import { z } from "zod";
import type { PlaneCall } from "../plane/call.ts";
import { done, json, type PlaneReply } from "../plane/reply.ts";
import { tellRole } from "./account.ts";
import { askerOf } from "./authenticate.ts";
import type { Permission } from "./built-in-roles.ts";
import { accountName, permissions } from "./fields.ts";
import { freshId, heldIn, readBody } from "./read-request.ts";
import { addRole, changeRole, removeRole, theRole } from "./rules.ts";

const permsOf = (given: z.output<typeof permissions>) => given as Permission[];

export function listRoles({ memory }: PlaneCall): PlaneReply {
  const all = [...heldIn(memory).roles.values()].sort((a, b) => a.name.localeCompare(b.name));
  return json({ total: all.length, data: all.map(tellRole) });
}

export function getRole({ memory, params }: PlaneCall): PlaneReply {
  return json(tellRole(theRole(heldIn(memory), params.name!)));
}

export async function createRole(call: PlaneCall): Promise<PlaneReply> {
  const { name, perms } = await readBody(call, z.object({ name: accountName, perms: permissions }));
  const role = { name, perms: permsOf(perms), ...freshId(call) };
  await call.commit((memory) => ({ changes: [addRole(heldIn(memory), role)], answer: null }));
  return done;
}

export async function updateRole(call: PlaneCall): Promise<PlaneReply> {
  const { perms } = await readBody(call, z.object({ perms: permissions }));
  const change = { perms: permsOf(perms), at: call.now().getTime() };
  const { name } = call.params;
  await call.commit((memory) => ({ changes: [changeRole(heldIn(memory), name!, change)], answer: null }));
  return done;
}

export async function deleteRole(call: PlaneCall): Promise<PlaneReply> {
  const { name } = call.params;
  await call.commit((memory) => ({ changes: [removeRole(heldIn(memory), name!)], answer: null }));
  return done;
}

/** All that whoever asks may do. */
export async function getOwnPermissions(call: PlaneCall): Promise<PlaneReply> {
  const held = heldIn(call.memory).roles;
  const data = (await askerOf(call))?.roles.flatMap((role) => held.get(role)?.perms ?? []) ?? [];
  return json({ total: data.length, data });
}
