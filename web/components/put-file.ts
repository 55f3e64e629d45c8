type Target = { url?: string | null; partSize?: number | null; parts: { number: number; url: string }[] };
type Watch = { onSent: (bytes: number) => void; signal: AbortSignal };

/** Sends a file to where it belongs, whole or part after part; answers what was said of each part. */
export async function putFile(
  file: File,
  { url, partSize, parts }: Target,
  { onSent, signal }: Watch,
): Promise<{ number: number; etag: string }[]> {
  if (url) {
    await put(url, file, { onSent, signal });
    return [];
  }
  const done: { number: number; etag: string }[] = [];
  const size = partSize ?? file.size;
  for (const part of parts) {
    const start = (part.number - 1) * size;
    const etag = await put(part.url, file.slice(start, start + size), {
      onSent: (sent) => onSent(start + sent),
      signal,
    });
    done.push({ number: part.number, etag });
  }
  return done;
}

/** By XMLHttpRequest, because fetch does not tell how much has been sent. */
function put(url: string, body: Blob, { onSent, signal }: Watch): Promise<string> {
  const request = new XMLHttpRequest();
  const done = Promise.withResolvers<string>();
  request.open("PUT", url);
  request.upload.onprogress = ({ loaded }) => onSent(loaded);
  request.onload = () =>
    request.status < 300
      ? done.resolve(request.getResponseHeader("etag") ?? "")
      : done.reject(new Error(String(request.status)));
  request.onerror = request.onabort = () => done.reject(new Error(url));
  signal.addEventListener("abort", () => request.abort(), { once: true });
  request.send(body);
  return done.promise;
}
