import type { Me, SignedIn } from "#domain/identity/model.ts";
import { can as mayActor, type Permission } from "#domain/permissions.ts";
import { batch, createRoot, createSignal } from "solid-js";
import { createTokens } from "./access-token.ts";
import type { ApiProblem } from "./api-problem.ts";
import { isOnline } from "./online.ts";
import { sessionStore } from "./session-store.ts";
import { createTransport } from "./transport.ts";

/** `unknown` until the cookie has been asked; `away` when it could not be, and the last data stays readable. */
export type SessionStatus = "unknown" | "away" | "signed-in" | "signed-out";

/** What ended without this page's doing: its session, or its access to an organization. */
export type Ending =
  | { kind: "removed"; organization: string; deletedAt?: string }
  | { kind: "ended" | "expired" | "reused" | "tab" | "unknown" };

/** Out of an organization, which may have been deleted at an instant (UTC). */
function removedFrom(organization: string, deletedAt: unknown): Ending {
  const gone = typeof deletedAt === "string" ? { deletedAt } : {};
  return { kind: "removed", organization, ...gone };
}

function endingOf(problem: ApiProblem, known: Me | null): Ending {
  if (problem.code === "permission.denied" && known) {
    return removedFrom(known.organization.name, problem.params["deletedAt"]);
  }
  if (problem.code === "auth.refresh_reused") return { kind: "reused" };
  const reason = problem.params["reason"];
  return { kind: reason === "ended" || reason === "expired" ? reason : "unknown" };
}

const CHANNEL = "aetheria.session";
const LEAVE = "aetheria:leave";

/** Requests that carry the cookie and no token. */
const bare = createTransport({
  fetch: (url, init) => fetch(url, init),
  token: () => Promise.resolve(null),
  renew: () => Promise.resolve(null),
  isOnline,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  timeoutMs: 10_000,
});

async function tellSignOut(): Promise<void> {
  sessionStore.setLeaving(true);
  await bare.send({ method: "post", path: "/auth/sign-out" });
  sessionStore.setLeaving(false);
}

/** Trades the cookie for the organization of this tab; out of it, the server goes on in another one of the person. */
async function tradeCookie(): Promise<SignedIn> {
  const organizationId = sessionStore.organizationId();
  const body = organizationId ? { organizationId } : {};
  const response = await bare.send({ method: "post", path: "/auth/refresh", body });
  return (await response.json()) as SignedIn;
}

function createSession() {
  const [me, setMe] = createSignal<Me | null>(null);
  const [status, setStatus] = createSignal<SessionStatus>("unknown");
  const [ending, setEnding] = createSignal<Ending | null>(null);
  let entered = false;
  const channel = new BroadcastChannel(CHANNEL);

  const tokens = createTokens({
    refresh: tradeCookie,
    alone: (work) => navigator.locks.request("aetheria.refresh", work),
    now: Date.now,
    onGrant(grant) {
      // Refreshing never changes the organization by itself: another one means that this one is closed to the person.
      const before = me() ?? sessionStore.me();
      const same = before?.person.id === grant.person.id;
      const member = grant.organizations.some(({ id }) => id === before?.organization.id);
      batch(() => {
        hold(grant);
        if (before && same && !member) {
          setEnding(removedFrom(before.organization.name, grant.deletedAt));
        }
      });
    },
    onEnd: (problem) => end(endingOf(problem, me() ?? sessionStore.me())),
  });

  function hold(grant: SignedIn): void {
    const { accessToken: _token, expiresAt: _until, deletedAt: _gone, ...person } = grant;
    sessionStore.keep(person);
    setMe(person);
    setEnding(null);
    setStatus("signed-in");
  }

  function end(why: Ending | null): void {
    tokens.clear();
    sessionStore.clear();
    // Before the pages of this person are taken down: they know what is theirs.
    dispatchEvent(new Event(LEAVE));
    // At once: nobody may see an ending of somebody who still seems to be signed in.
    batch(() => {
      setEnding(why);
      setMe(null);
      setStatus("signed-out");
    });
  }

  channel.addEventListener("message", () => end({ kind: "tab" }));

  /** Forgets the person on this device, in every tab. */
  function leave(): void {
    // A channel reaches this origin only and takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage("signed-out");
    end(null);
  }

  return {
    /** The person, the organization and the keys; null when nobody is signed in. Reactive. */
    me,
    status,
    /** Why the session, or the access to the organization that was open, is over; null when the person knows. Reactive. */
    ending,
    /** Whether this page came to where it is by a form or a switch, not by being opened. */
    entered: () => entered,
    /** The person has been told. */
    forgetEnding: () => void setEnding(null),
    tokens,
    /** Whether the signed-in person holds a key. Reactive. */
    can: (key: Permission) => mayActor({ permissions: me()?.permissions ?? [] }, key),
    /** Asks the cookie who this is. Without a network the last known person stays, to read what is kept. */
    async restore(): Promise<void> {
      const known = sessionStore.me();
      try {
        if (sessionStore.leaving()) {
          await tellSignOut();
          return void setStatus("signed-out");
        }
        // Nobody has signed in on this device: there is no cookie to ask.
        if (!known) return void setStatus("signed-out");
        // Who was here last sees the frame and what is kept while the cookie is asked; requests wait for its answer.
        tokens.expect();
        const wanted = sessionStore.organizationId() ?? known.organization.id;
        if (wanted === known.organization.id) setMe(known);
        await tokens.refresh();
      } catch {
        if (!known) return void setStatus("signed-out");
        tokens.expect();
        setMe(known);
        setStatus("away");
      }
    },
    /** Takes over the answer of a sign-in, a registration, a link, an invitation or a switch. */
    enter(grant: SignedIn): void {
      entered = true;
      tokens.adopt(grant);
      hold(grant);
    },
    /** The person changed their name or language. */
    update(next: Me): void {
      sessionStore.keep(next);
      setMe(next);
    },
    /** Ends the session here. Without a network the device forgets at once and the server is told later. */
    async signOut(): Promise<void> {
      leave();
      await tellSignOut().catch(() => undefined);
    },
    /** Forgets the person after the server has ended every session. */
    leave,
  };
}

/** The session of this page. */
export const session = createRoot(createSession);

/** Calls back when the person is gone from this device: whatever a feature keeps of theirs has to go as well. */
export function onLeave(forget: () => void): () => void {
  addEventListener(LEAVE, forget);
  return () => removeEventListener(LEAVE, forget);
}
