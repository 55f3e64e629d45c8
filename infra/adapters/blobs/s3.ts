import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { z } from "zod";
import { defineBlobs } from "./define.ts";

/** Any S3: AWS, R2, MinIO, or the one that the embedded stack brings along. */
export const s3 = defineBlobs({
  kind: "s3",
  settings: z.object({
    endpoint: z.url(),
    region: z.string().min(1),
    bucket: z.string().min(1),
    accessKeyId: z.string().min(1),
    secretAccessKey: z.string().min(1),
  }),
  open({ endpoint, region, bucket, accessKeyId, secretAccessKey }) {
    const client = new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
      // By default a checksum of an empty body gets into presigned addresses, and uploads through them fail.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    });
    const at = (Key: string) => ({ Bucket: bucket, Key });
    return {
      presignPut: (key, { expiresSeconds, contentLength }) =>
        getSignedUrl(client, new PutObjectCommand({ ...at(key), ContentLength: contentLength }), {
          expiresIn: expiresSeconds,
          // Part of the signature, so that nobody can upload more than was announced.
          ...(contentLength === undefined ? {} : { unhoistableHeaders: new Set(["content-length"]) }),
        }),
      presignGet: (key, { expiresSeconds, fileName }) =>
        getSignedUrl(
          client,
          new GetObjectCommand({ ...at(key), ResponseContentDisposition: fileName && attachment(fileName) }),
          {
            expiresIn: expiresSeconds,
          },
        ),
      async startMultipart(key) {
        const { UploadId } = await client.send(new CreateMultipartUploadCommand(at(key)));
        return UploadId!;
      },
      presignPart: (key, UploadId, PartNumber, { expiresSeconds }) =>
        getSignedUrl(client, new UploadPartCommand({ ...at(key), UploadId, PartNumber }), {
          expiresIn: expiresSeconds,
        }),
      async completeMultipart(key, UploadId, parts) {
        const Parts = parts
          .map(({ number, etag }) => ({ PartNumber: number, ETag: etag }))
          .sort((a, b) => a.PartNumber - b.PartNumber);
        await client.send(new CompleteMultipartUploadCommand({ ...at(key), UploadId, MultipartUpload: { Parts } }));
      },
      async abortMultipart(key, UploadId) {
        await orNull(client.send(new AbortMultipartUploadCommand({ ...at(key), UploadId })));
      },
      async head(key) {
        const found = await orNull(client.send(new HeadObjectCommand(at(key))));
        return found && { size: found.ContentLength!, etag: found.ETag! };
      },
      async read(key, range) {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const found = await orNull(client.send(new GetObjectCommand({ ...at(key), Range })));
        return found && found.Body!.transformToWebStream();
      },
      async put(key, body) {
        const Body = typeof body === "string" ? new TextEncoder().encode(body) : body;
        await client.send(new PutObjectCommand({ ...at(key), Body }));
      },
      async remove(key) {
        await client.send(new DeleteObjectCommand(at(key)));
      },
    };
  },
});

const missing = ["NoSuchKey", "NotFound", "NoSuchUpload"];

/** What is not there is an answer here, not an error. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (missing.includes((error as Error).name)) return null;
    throw error;
  }
}

/** RFC 6266, with the name in UTF-8 (RFC 8187). */
const attachment = (fileName: string) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, escaped)}`;
const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
