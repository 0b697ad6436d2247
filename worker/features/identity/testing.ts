import { callWorker, ORIGIN, testEnv } from "#worker/platform/testing.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import { newId } from "#domain/ids.ts";

/** A password that the rules take. */
export const GOOD_PASSWORD = "quatre zèbres lents dansent";

/** A browser: an address of its own and a cookie jar. */
export interface TestBrowser {
  address: string;
  cookie(): string | null;
  setCookie(value: string): void;
  call(request: string, body?: unknown, token?: string): Promise<Response>;
}

/** A browser behind an address that no other one has, so that rate limits don't cross tests. */
export function openBrowser(address = randomAddress()): TestBrowser {
  let cookie: string | null = null;
  return {
    address,
    cookie: () => cookie,
    setCookie: (value) => (cookie = value),
    async call(request, body, token) {
      const response = await callWorker(request, body, {
        "cf-connecting-ip": address,
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
        ...(cookie ? { cookie } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      });
      const set = response.headers.get("set-cookie");
      if (set) cookie = set.includes("Max-Age=0") ? null : (set.split(";")[0] ?? null);
      return response;
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
  return {
    organization: `Atelier ${id}`,
    name: "Claire Morvan",
    email: `claire-${id}@example.com`,
    password: GOOD_PASSWORD,
    language: "fr",
    ...over,
  };
}

/** Registers an organization through the running Worker. */
export async function signUp(over: Record<string, string> = {}) {
  const browser = openBrowser();
  const form = registration(over);
  const response = await browser.call("post /auth/register", form);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return { browser, form, me: await response.json<SignedIn>() };
}

export { ORIGIN, testEnv };
