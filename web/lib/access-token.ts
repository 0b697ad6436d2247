import type { SignedIn } from "#domain/identity/model.ts";
import { ApiProblem } from "./api-problem.ts";

/** What keeping an access token needs of the world. */
export interface TokenDeps {
  /** Trades the refresh cookie. Errors: `ApiProblem`. */
  refresh: () => Promise<SignedIn>;
  /** Runs alone among all tabs of this browser, so that the cookie is never traded twice at once. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** UTC milliseconds. */
  now(): number;
  onGrant(grant: SignedIn): void;
  /** The server says that the session is over, and why. */
  onEnd(problem: ApiProblem): void;
}

/** A token that ends within this time is traded before it is used. */
const MARGIN_MS = 30_000;

/** Codes after which no refresh will ever work again. */
const OVER = new Set<string>(["auth.required", "auth.refresh_reused", "permission.denied"]);

/** Keeps the access token in memory and trades it in time, once for all who wait. */
export function createTokens(deps: TokenDeps) {
  let grant: SignedIn | null = null;
  let expected = false;
  let trading: Promise<string | null> | null = null;
  let epoch = 0;

  async function trade(): Promise<string | null> {
    const began = epoch;
    try {
      const next = await deps.alone(deps.refresh);
      // Somebody signed in or out meanwhile: that answer is the newer one.
      if (began !== epoch) return grant?.accessToken ?? null;
      grant = next;
      expected = true;
      deps.onGrant(next);
      return next.accessToken;
    } catch (error) {
      if (error instanceof ApiProblem && OVER.has(error.code) && began === epoch) {
        grant = null;
        expected = false;
        deps.onEnd(error);
        return null;
      }
      throw error;
    }
  }

  function refresh(): Promise<string | null> {
    trading ??= trade().finally(() => (trading = null));
    return trading;
  }

  return {
    /** Trades the cookie now. Null when the session is over. Errors: `ApiProblem` of the network. */
    refresh,
    /** The bearer token for the next request; null when nobody is signed in. */
    token: async (): Promise<string | null> => {
      if (!grant) return expected ? refresh() : null;
      const left = Date.parse(grant.expiresAt) - deps.now();
      return left > MARGIN_MS ? grant.accessToken : refresh();
    },
    /** The server refused `spent` as expired. */
    renew: async (spent: string): Promise<string | null> =>
      grant && grant.accessToken !== spent ? grant.accessToken : refresh(),
    /** Takes over the answer of a sign-in or a switch. */
    adopt(next: SignedIn): void {
      epoch += 1;
      grant = next;
      expected = true;
    },
    /** Somebody is known to be signed in, so the first request trades the cookie. */
    expect(): void {
      expected = true;
    },
    clear(): void {
      epoch += 1;
      grant = null;
      expected = false;
    },
  };
}
