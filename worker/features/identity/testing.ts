import { callWorker } from "#worker/platform/testing.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import { newId } from "#domain/ids.ts";

/** A password that the rules take. */
export const GOOD_PASSWORD = "quatre zèbres lents dansent";

/** A browser: an address of its own and a cookie jar. */
export interface TestBrowser {
  cookie(): string | null;
  setCookie(value: string | null): void;
  call(request: string, body?: unknown, token?: string): Promise<Response>;
  /** The same, failing unless it succeeds. */
  json<T>(request: string, body?: unknown, token?: string): Promise<T>;
}

/** A browser behind an address that no other one has, so that rate limits don't cross tests. */
export function openBrowser(address = randomAddress()): TestBrowser {
  let cookie: string | null = null;
  let device: string | null = null;
  async function call(request: string, body?: unknown, token?: string): Promise<Response> {
    const response = await callWorker(request, body, {
      "cf-connecting-ip": address,
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
      ...(cookie || device ? { cookie: [device, cookie].filter(Boolean).join("; ") } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    });
    for (const set of response.headers.getSetCookie()) {
      const pair = set.includes("Max-Age=0;") ? null : (set.split(";")[0] ?? null);
      if (set.startsWith("__Host-aetheria_device=")) device = pair;
      else cookie = pair;
    }
    return response;
  }
  return {
    cookie: () => cookie,
    setCookie: (value) => (cookie = value),
    call,
    async json<T>(request: string, body?: unknown, token?: string) {
      const response = await call(request, body, token);
      if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
      return response.status === 204 ? (undefined as T) : response.json<T>();
    },
  };
}

function randomAddress(): string {
  const [a, b] = crypto.getRandomValues(new Uint16Array(2));
  return `2001:db8:${a?.toString(16)}:${b?.toString(16)}::1`;
}

/** The words of a registration that nobody else uses. */
export function registration(over: Record<string, string> = {}) {
  const id = newId("x").slice(-10).toLowerCase();
  const name = "Claire Morvan";
  const email = `claire-${id}@example.com`;
  const words = { organization: `Atelier ${id}`, name, email, password: GOOD_PASSWORD };
  return { ...words, language: "fr", ...over };
}

/** Asks for the mail that starts a registration, from a browser of its own: what the form behind its link sends. */
export async function openRegistration({ email = "", ...words }: Record<string, string>) {
  await openBrowser().json("post /auth/register/start", { email, language: words["language"] });
  const { token } = await lastMailTo(email, "register");
  return { ...words, token };
}

/** Registers an organization through the running Worker, as a person does: asks, opens the mail, fills in the form. */
export async function signUp(over: Record<string, string> = {}) {
  const browser = openBrowser();
  const form = registration(over);
  const me = await browser.json<SignedIn>("post /auth/register", await openRegistration(form));
  return { browser, form, me, token: me.accessToken };
}

/** Status and code of a refusal. */
export async function refusal(response: Response): Promise<[number, string]> {
  return [response.status, (await response.json<{ code: string }>()).code];
}
