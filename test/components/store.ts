import { packages } from "@flyloft/db";
import { createApplication } from "@flyloft/functions/apps";
import { completePackageUpload, startPackageUpload } from "@flyloft/functions/components";
import type { Ctx } from "@flyloft/functions/kernel";
import { eq } from "drizzle-orm";
import { freshBlobs } from "../kit/blobs.ts";
import { world } from "../kit/world.ts";

/** A world with a bucket of its own and an application in it. */
export async function store(limits: NonNullable<Parameters<typeof world>[0]>["limits"] = {}) {
  const { blobs } = await freshBlobs();
  const made = await world({ blobs, limits });
  const { id: applicationId } = await createApplication(made.owner, { name: "shop" });
  return { ...made, blobs, applicationId };
}

/** The ids and states of the project's packages, and what is really in the bucket for each. */
export async function inStorage({
  owner,
  db,
  blobs,
}: Pick<Awaited<ReturnType<typeof store>>, "owner" | "db" | "blobs">) {
  const rows = await db.select().from(packages).where(eq(packages.projectId, owner.actor.projectId));
  return Promise.all(
    rows.map(async ({ id, state, objectKey }) => ({ id, state, stored: (await blobs.head(objectKey)) !== null })),
  );
}

/** Puts one file as a browser would. */
export async function putFile(url: string, body: Uint8Array): Promise<Response> {
  const answer = await fetch(url, { method: "PUT", body: body as Uint8Array<ArrayBuffer> });
  await answer.arrayBuffer();
  return answer;
}

/** Uploads a small package whole; answers what the look inside made of it. */
export async function upload(ctx: Ctx, fileName: string, body: Uint8Array) {
  const { package: started, url } = await startPackageUpload(ctx, { fileName, size: body.length });
  const answer = await putFile(url!, body);
  if (!answer.ok) throw new Error(`The upload was answered with ${answer.status}`);
  return completePackageUpload(ctx, { packageId: started.id });
}
