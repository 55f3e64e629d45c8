/** Serves the built console from a folder, as Workers Assets do: files by their path, the start page for every other address. */
type Bindings = { FILES: { fetch(url: string): Promise<Response> }; FOLDER: string };

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

const building = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Flyloft</title>
<p>The console is being built; this page will show it in a moment.`;

export default {
  async fetch(request: Request, { FILES, FOLDER }: Bindings): Promise<Response> {
    if (request.method !== "GET" && request.method !== "HEAD")
      return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
    const { pathname } = new URL(request.url);
    const extension = /\.([a-z0-9]+)$/.exec(pathname)?.[1] ?? "";
    const file = extension in types ? await FILES.fetch(`http://files/${FOLDER}${pathname}`) : null;
    // Names below /assets carry the hash of their content.
    if (file?.ok)
      return answer(
        file,
        types[extension]!,
        pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      );
    if (pathname.startsWith("/assets/")) return new Response("Not found", { status: 404 });
    const page = await FILES.fetch(`http://files/${FOLDER}/index.html`);
    if (page.ok) return answer(page, types.html!, "no-cache");
    return new Response(building, { status: 503, headers: { "content-type": types.html!, "retry-after": "2" } });
  },
};

function answer(file: Response, type: string, caching: string) {
  return new Response(file.body, {
    headers: { "content-type": type, "cache-control": caching, "x-content-type-options": "nosniff" },
  });
}
