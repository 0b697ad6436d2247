import { waitFor } from "@solidjs/testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Language } from "#domain/i18n/texts.ts";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { settleLanguage, useChooseLanguage } from "./choose-language.ts";
import { preferredLanguage } from "./i18n.tsx";
import { session } from "./session.ts";
import { sessionStore } from "./session-store.ts";
import { fakeServer, problem, signedIn } from "./testing-server.ts";

const OWED = "aetheria.language.owed";

afterEach(() => {
  session.leave();
  localStorage.removeItem(OWED);
});

/** What the page's own controls are given. */
function chooser(): (language: Language) => void {
  let choose: ReturnType<typeof useChooseLanguage> = () => undefined;
  renderUi(() => {
    choose = useChooseLanguage();
    return null;
  });
  return choose;
}

describe("a language that is chosen", () => {
  it("is the account's as well when it is chosen before the cookie has been asked who this is", async () => {
    const { accessToken: _token, expiresAt: _until, ...known } = signedIn();
    sessionStore.keep(known);
    const cookie = Promise.withResolvers<Response>();
    const english = { ...known, person: { ...known.person, language: "en" as const } };
    const asked = fakeServer({
      "post /auth/refresh": () => cookie.promise,
      "patch /auth/me": () => Response.json(english),
    });
    const restored = session.restore();
    expect(session.status()).toBe("unknown");
    chooser()("en");
    await waitFor(() => expect(document.documentElement.lang).toBe("en"));
    cookie.resolve(Response.json(signedIn()));
    await restored;
    await waitFor(() => expect(session.me()?.person.language).toBe("en"));
    expect(asked.find(({ method }) => method === "patch")?.body).toEqual({ language: "en" });
  });

  it("is this device's alone where nobody is signed in", async () => {
    const asked = fakeServer({});
    chooser()("en");
    await waitFor(() => expect(document.documentElement.lang).toBe("en"));
    expect(asked).toEqual([]);
  });

  it("is the device's before its words are there, as the page may be left, and the last of two holds", async () => {
    fakeServer({});
    const choose = chooser();
    choose("en");
    expect(preferredLanguage()).toBe("en");
    choose("fr");
    choose("en");
    choose("fr");
    expect(preferredLanguage()).toBe("fr");
    await waitFor(() => expect(document.documentElement.lang).toBe("fr"));
    await settle();
    expect(document.documentElement.lang).toBe("fr");
  });

  const me = (language: Language) => {
    const { accessToken: _token, expiresAt: _until, ...known } = signedIn();
    return Response.json({ ...known, person: { ...known.person, language } });
  };
  const told = (asked: { method: string; body: unknown }[]) =>
    asked.filter(({ method }) => method === "patch").map(({ body }) => body);

  it("is told although the page is left, and again by the next page when it did not get there", async () => {
    session.enter(signedIn());
    const init: RequestInit[] = [];
    fakeServer({ "patch /auth/me": () => Promise.reject(new TypeError("left")) });
    const send = globalThis.fetch;
    vi.stubGlobal("fetch", (url: string, more: RequestInit) => {
      init.push(more);
      return send(url, more);
    });
    chooser()("en");
    await waitFor(() => expect(init.length).toBeGreaterThan(0));
    expect(init[0]?.keepalive).toBe(true);
    expect(JSON.parse(localStorage.getItem(OWED) ?? "null")).toMatchObject({ language: "en" });
    // The page that is left does nothing more; the next one begins anew.
    await waitFor(() => expect(init).toHaveLength(3), { timeout: 4000 });
    const asked = fakeServer({ "patch /auth/me": () => me("en") });
    await waitFor(() => {
      renderUi(() => {
        settleLanguage();
        return null;
      });
      expect(told(asked)).toEqual([{ language: "en" }]);
    });
    await waitFor(() => expect(session.me()?.person.language).toBe("en"));
    expect(localStorage.getItem(OWED)).toBeNull();
  });

  it("is the last one that was chosen, however quickly", async () => {
    session.enter(signedIn());
    const first = Promise.withResolvers<Response>();
    const answers = [first.promise, Promise.resolve(me("fr"))];
    const asked = fakeServer({ "patch /auth/me": () => answers.shift() ?? me("en") });
    const choose = chooser();
    choose("en");
    await waitFor(() => expect(told(asked)).toHaveLength(1));
    choose("fr");
    first.resolve(me("en"));
    await waitFor(() => expect(told(asked)).toEqual([{ language: "en" }, { language: "fr" }]));
    await waitFor(() => expect(localStorage.getItem(OWED)).toBeNull());
    expect(session.me()?.person.language).toBe("fr");
  });

  it("is not told again once it was refused, nor by somebody else", async () => {
    session.enter(signedIn());
    const asked = fakeServer({ "patch /auth/me": () => problem("request.invalid", 422) });
    chooser()("en");
    await waitFor(() => expect(told(asked)).toHaveLength(1));
    await waitFor(() => expect(localStorage.getItem(OWED)).toBeNull());
    localStorage.setItem(OWED, JSON.stringify({ person: "usr_other", language: "en" }));
    renderUi(() => {
      settleLanguage();
      return null;
    });
    await settle(20);
    expect(told(asked)).toHaveLength(1);
  });
});
