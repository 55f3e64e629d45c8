import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";

type Claims = Record<string, unknown>;
/** As much of the npm package `oidc-provider` as is used here. */
type ProviderClass = new (issuer: string, settings: object) => { callback(): RequestListener };

export const client = { id: "flyloft", secret: "a client secret of some length" };

/** A server on a free port whose handler can be exchanged. */
async function serve() {
  let handler: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use: (next: RequestListener) => void (handler = next),
    close: () => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

/** A real OpenID provider, on loopback, with people who sign in by their name. `rotate` gives it new keys. */
export async function openIdProvider(people: Map<string, Claims>, callback: string) {
  const name = "oidc-provider";
  const { default: Provider } = (await import(name)) as { default: ProviderClass };
  const { url, use, close } = await serve();
  async function rotate() {
    const { privateKey } = await generateKeyPair("ES256", { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: "ES256", use: "sig" };
    const provider = new Provider(url, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [callback],
          id_token_signed_response_alg: "ES256",
        },
      ],
      jwks: { keys: [key] },
      cookies: { keys: ["test"] },
      ttl: Object.fromEntries(
        ["Interaction", "Session", "Grant", "AccessToken", "IdToken"].map((kind) => [kind, 3600]),
      ),
      pkce: { required: () => true },
      claims: { openid: ["sub"], profile: ["preferred_username", "groups"], email: ["email"] },
      findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    });
    use(provider.callback());
  }
  await rotate();
  return { url, rotate, close };
}

/** A browser at the provider: follows it through sign-in and consent until it sends back to `callback`. */
export async function passThrough(start: string, person: string, callback: string): Promise<URL> {
  const jar = new Map<string, string>();
  const go = async (url: string, form?: Record<string, string>) => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const one of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(one)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    return { location: answer.headers.get("location"), text: await answer.text() };
  };
  let next = start;
  for (let hop = 0; hop < 12; hop++) {
    const { location, text } = await go(next);
    if (location) {
      next = new URL(location, next).href;
      if (next.startsWith(callback)) return new URL(next);
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1];
    if (!prompt) throw new Error(`The provider answered: ${text.slice(0, 500)}`);
    const done = await go(next, { prompt, login: person, password: "any" });
    next = new URL(done.location!, next).href;
  }
  throw new Error("The provider never sent the browser back");
}

/** A provider that says whatever a test wants it to say. */
export async function falseProvider(say: {
  token: () => Promise<unknown>;
  keys: () => unknown;
  discovery?: (url: string) => object;
  userinfo?: () => unknown;
}) {
  const { url, use, close } = await serve();
  use(async (request, response) => {
    const { pathname } = new URL(request.url!, url);
    const plain = {
      issuer: url,
      authorization_endpoint: `${url}/auth`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks`,
      userinfo_endpoint: `${url}/userinfo`,
    };
    const body =
      pathname === "/token"
        ? await say.token()
        : pathname === "/jwks"
          ? say.keys()
          : pathname === "/userinfo"
            ? (say.userinfo?.() ?? {})
            : { ...plain, ...say.discovery?.(url) };
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(typeof body === "string" ? body : JSON.stringify(body));
  });
  return { url, close };
}
