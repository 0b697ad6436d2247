import { waitFor } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import type { Language } from "#domain/i18n/texts.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { useChooseLanguage } from "./choose-language.ts";
import { session } from "./session.ts";
import { sessionStore } from "./session-store.ts";
import { fakeServer, signedIn } from "./testing-server.ts";

afterEach(() => session.leave());

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
});
