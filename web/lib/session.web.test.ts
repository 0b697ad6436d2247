import { afterEach, describe, expect, it } from "vitest";
import { createRenderEffect, createRoot } from "solid-js";
import { session } from "./session.ts";
import { fakeServer, problem, signedIn } from "./testing-server.ts";

const REFRESH = "post /auth/refresh";
const refused = (code: string, status: number, params?: object) =>
  fakeServer({ [REFRESH]: () => problem(code, status, params) });

afterEach(() => session.leave());

describe("why a session is over", () => {
  it.each([
    ["ended", "auth.required", { reason: "ended" }],
    ["expired", "auth.required", { reason: "expired" }],
    ["unknown", "auth.required", {}],
    ["reused", "auth.refresh_reused", {}],
  ])("is %s after %s %j", async (kind, code, params) => {
    session.enter(signedIn());
    refused(code, 401, params);
    await session.tokens.refresh();
    expect(session.status()).toBe("signed-out");
    expect(session.ending()).toEqual({ kind });
  });

  it("names the organization whose access was removed", async () => {
    session.enter(signedIn());
    const asked = refused("permission.denied", 403, { reason: "membership" });
    await session.tokens.refresh();
    expect(session.ending()).toEqual({ kind: "removed", organization: "Atelier Morvan" });
    expect(asked).toHaveLength(1);
  });

  it("is never seen of somebody who still seems to be signed in", async () => {
    session.enter(signedIn());
    const seen: string[] = [];
    const stop = createRoot((dispose) => {
      createRenderEffect(() => void (session.ending() && seen.push(session.status())));
      return dispose;
    });
    refused("permission.denied", 403, { reason: "membership" });
    await session.tokens.refresh();
    expect(seen).toEqual(["signed-out"]);
    stop();
  });

  it("is told as well where the page is opened again later", async () => {
    session.enter(signedIn());
    refused("auth.required", 401, { reason: "expired" });
    await session.restore();
    expect(session.ending()).toEqual({ kind: "expired" });
  });

  it("is nobody's news after signing out oneself", async () => {
    session.enter(signedIn());
    fakeServer({ "post /auth/sign-out": () => new Response(null, { status: 204 }) });
    await session.signOut();
    expect(session.ending()).toBeNull();
  });

  it("is told in the other tabs when one of them signs out", async () => {
    session.enter(signedIn());
    const other = new BroadcastChannel("aetheria.session");
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel takes no target
    other.postMessage("signed-out");
    await expect.poll(() => session.ending()).toEqual({ kind: "tab" });
    other.close();
  });

  it("is over with the next way in", () => {
    session.enter(signedIn());
    expect(session.ending()).toBeNull();
  });
});

describe("a person out of one of two organizations", () => {
  const other = { id: "org_2", name: "Coteaux" };
  const role = { id: "rol_2", slug: "member", name: null };

  it("goes on in the other one, and is told which one is closed", async () => {
    session.enter(signedIn());
    const grant = signedIn({ organization: other, organizations: [{ ...other, role }] });
    fakeServer({ [REFRESH]: () => Response.json(grant) });
    await session.tokens.refresh();
    expect(session.status()).toBe("signed-in");
    expect(session.me()?.organization).toEqual(other);
    expect(session.ending()).toEqual({ kind: "removed", organization: "Atelier Morvan" });
  });

  it("is told nothing when another tab went on in the other one", async () => {
    session.enter(signedIn());
    const { organizations } = signedIn();
    const both = [...organizations, { ...other, role }];
    const grant = signedIn({ organization: other, organizations: both });
    fakeServer({ [REFRESH]: () => Response.json(grant) });
    await session.tokens.refresh();
    expect(session.ending()).toBeNull();
  });
});

describe("whoever was here last", () => {
  it("sees what is kept while the cookie is asked, and no request leaves before its answer", async () => {
    session.enter(signedIn());
    session.tokens.clear();
    const answer = Promise.withResolvers<Response>();
    const asked = fakeServer({ [REFRESH]: () => answer.promise });
    const restored = session.restore();
    expect(session.me()?.person.name).toBe("Claire Morvan");
    const token = session.tokens.token();
    answer.resolve(Response.json(signedIn({ accessToken: "fresh" })));
    expect(await token).toBe("fresh");
    await restored;
    expect(asked).toHaveLength(1);
  });
});
