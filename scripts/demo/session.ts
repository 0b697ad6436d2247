import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { newId } from "#domain/ids.ts";
import { mailedToken } from "#scripts/lib/outbox.ts";

/** A signed-in person, as the seed drives the API. */
export interface Session {
  userId: string;
  /** The access token, for fifteen minutes. */
  token: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  /** A record id such as `crd_…`, made on this side. */
  id(prefix: string): string;
}

/** A password that nobody knows: 24 random characters. */
export function password(): string {
  return randomBytes(18).toString("base64url");
}

async function call<T>(
  url: string,
  method: string,
  token: string | null,
  body?: unknown,
): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}),
      // Firms of a demo don't share an office: what one address asks for is counted.
      ...(token ? {} : { "cf-connecting-ip": `198.18.${randomInt(256)}.${randomInt(256)}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** Somebody not signed in yet, who may enter by any route that answers with an access token. */
export function anyone(base: string) {
  const api = `${base}/api/v1`;
  return {
    async enter(path: string, body: unknown): Promise<Session> {
      const entered = await call<{ accessToken: string; person: { id: string } }>(
        api + path,
        "POST",
        null,
        body,
      );
      const token = entered.accessToken;
      return {
        userId: entered.person.id,
        token,
        get: (at) => call(api + at, "GET", token),
        post: (at, content) => call(api + at, "POST", token, content),
        put: (at, content) => call(api + at, "PUT", token, content),
        patch: (at, content) => call(api + at, "PATCH", token, content),
        id: (prefix) => newId(prefix),
      };
    },
  };
}

/** What somebody types to register an organization. */
interface Registration {
  organization: string;
  name: string;
  email: string;
  password: string;
  language: "fr" | "en";
}

/** Registers an organization as a person does: asks for the mail, opens its link, fills in the form. */
export async function startOrganization(
  base: string,
  { email, ...words }: Registration,
): Promise<Session> {
  const start = { email, language: words.language };
  await call(`${base}/api/v1/auth/register/start`, "POST", null, start);
  const token = await mailedToken(base, email, "register");
  return anyone(base).enter("/auth/register", { token, ...words });
}
