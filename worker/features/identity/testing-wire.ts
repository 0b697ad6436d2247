import type { SignedIn } from "#domain/identity/model.ts";
import { callWorker } from "#worker/platform/testing.ts";
import type { Outcome } from "./testing-family.ts";

/** What a refresh was answered, with the token as its place in the line. */
export interface Answer {
  outcome: Outcome;
  accessToken: string | null;
}

/** The wire of one session: what was handed out so far, by its place in the line, and requests from one address. */
export interface Wire {
  /** Every refresh token that was ever handed out, oldest first. */
  readonly tokens: readonly string[];
  /** The last access tokens that were handed out. */
  readonly access: readonly string[];
  present(token: number): Promise<Answer>;
  signOut(token: number): Promise<void>;
  /** Whether the last access token still opens a door. */
  isIn(): Promise<boolean>;
}

const COOKIE = "__Host-aetheria_refresh";

function cookieOf(response: Response): string | null {
  const header = response.headers.get("set-cookie") ?? "";
  if (header.includes("Max-Age=0")) return null;
  return new RegExp(`^${COOKIE}=([^;]+)`).exec(header)?.[1] ?? null;
}

/** Signs in from an address of its own and answers the wire of that session. */
export async function openWire(account: { email: string; password: string }): Promise<Wire> {
  const [a, b] = crypto.getRandomValues(new Uint16Array(2));
  const address = `2001:db8:${a?.toString(16)}:${b?.toString(16)}::1`;
  const send = (path: string, token: number | null, body?: unknown) =>
    callWorker(`post /auth/${path}`, body, {
      "cf-connecting-ip": address,
      ...(token === null ? {} : { cookie: `${COOKIE}=${tokens[token]}` }),
    });
  const tokens: string[] = [];
  const access: string[] = [];
  const opened = await send("sign-in", null, account);
  if (!opened.ok) throw new Error(`The sign-in was answered ${opened.status}`);
  tokens.push(cookieOf(opened) ?? "none");
  access.push((await opened.json<SignedIn>()).accessToken);
  return {
    tokens,
    access,
    async present(token) {
      const response = await send("refresh", token, {});
      const cookie = cookieOf(response);
      if (response.status !== 200) {
        const body = await response.json<{ code: string; params: { reason?: string } }>();
        return { outcome: refusalOf(response.status, body, cookie), accessToken: null };
      }
      if (cookie === null) throw new Error("A refresh was granted without a cookie");
      const known = tokens.indexOf(cookie);
      const place = known === -1 ? tokens.push(cookie) - 1 : known;
      const { accessToken } = await response.json<SignedIn>();
      access.push(accessToken);
      return { outcome: { kind: "granted", token: place }, accessToken };
    },
    async signOut(token) {
      const response = await send("sign-out", token);
      if (response.status !== 204) throw new Error(`Signing out was answered ${response.status}`);
    },
    async isIn() {
      const authorization = `Bearer ${access.at(-1)}`;
      const response = await callWorker("get /auth/me", undefined, { authorization });
      await response.body?.cancel();
      return response.status === 200;
    },
  };
}

function refusalOf(
  status: number,
  { code, params }: { code: string; params: { reason?: string } },
  cookie: string | null,
): Outcome {
  if (cookie !== null) throw new Error("A refused refresh handed out a cookie");
  if (status === 401 && code === "auth.refresh_reused") return { kind: "reused" };
  const { reason } = params;
  if (status === 401 && code === "auth.required" && (reason === "ended" || reason === "expired")) {
    return { kind: "over", why: reason };
  }
  throw new Error(`A refresh was answered ${status} ${code} ${reason ?? ""}`);
}
