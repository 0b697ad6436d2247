import { MemoryRouter, Route } from "@solidjs/router";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PageProvider } from "#web/lib/page.tsx";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { Security } from "./security.tsx";
import { UnverifiedBanner } from "./unverified-banner.tsx";

const done = () => new Response(null, { status: 204 });
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

/** What was asked to change something: the page reads factors beside it. */
const sent = (asked: ReturnType<typeof fakeServer>) =>
  asked.filter(({ method }) => method !== "get");

function show() {
  renderUi(() => (
    <MemoryRouter>
      <Route
        path="*"
        component={() => (
          <QueryClientProvider client={new QueryClient()}>
            <PageProvider>
              <UnverifiedBanner />
              <Security />
            </PageProvider>
          </QueryClientProvider>
        )}
      />
    </MemoryRouter>
  ));
}

beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

describe("changing the password", () => {
  const fill = () => {
    type("Mot de passe actuel", "l’ancienne phrase de passe");
    type("Nouveau mot de passe", "quatre zèbres lents dansent");
    press("Changer le mot de passe");
  };

  it("sends both, empties the fields and says that the other devices are out", async () => {
    const asked = fakeServer({ "post /auth/password": done });
    show();
    expect(button("Changer le mot de passe").disabled).toBe(true);
    fill();
    expect(
      await screen.findByText("Mot de passe changé, autres appareils déconnectés"),
    ).toBeTruthy();
    expect(sent(asked)[0]?.body).toEqual({
      current: "l’ancienne phrase de passe",
      password: "quatre zèbres lents dansent",
    });
    expect(screen.getByLabelText<HTMLInputElement>("Mot de passe actuel").value).toBe("");
    expect(session.status()).toBe("signed-in");
  });

  it("tells a wrong current password at its field, and keeps what was typed", async () => {
    fakeServer({ "post /auth/password": () => problem("auth.password_wrong", 422) });
    show();
    fill();
    await screen.findByText("Ce n’est pas votre mot de passe actuel.");
    const field = screen.getByLabelText<HTMLInputElement>("Mot de passe actuel");
    expect([field.getAttribute("aria-invalid"), field.value]).toEqual([
      "true",
      "l’ancienne phrase de passe",
    ]);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("changing the address", () => {
  const fill = (email: string) => {
    type("Nouvelle adresse", email);
    type("Votre mot de passe", "quatre zèbres lents dansent");
  };

  it("waits for the mail to be opened, and says where it went", async () => {
    const asked = fakeServer({ "post /auth/email": done });
    show();
    fill("claire@morvan.fr");
    press("Recevoir le lien de confirmation");
    await screen.findByText("Un message vient d’être envoyé à claire@morvan.fr.");
    expect(sent(asked)[0]?.body).toEqual({
      email: "claire@morvan.fr",
      password: "quatre zèbres lents dansent",
    });
    expect(session.me()?.person.email).toBe("claire@atelier.fr");
    press("Choisir une autre adresse");
    expect(screen.getByLabelText<HTMLInputElement>("Votre mot de passe").value).toBe("");
    // What was typed is there to be mended.
    expect(screen.getByLabelText<HTMLInputElement>("Nouvelle adresse").value).toBe(
      "claire@morvan.fr",
    );
  });

  it("no longer waits once the address is confirmed, here or elsewhere", async () => {
    const { accessToken: _a, expiresAt: _e, ...me } = signedIn();
    const moved = { ...me, person: { ...me.person, email: "claire@morvan.fr" } };
    fakeServer({ "post /auth/email": done, "get /auth/me": () => Response.json(moved) });
    show();
    fill("claire@morvan.fr");
    press("Recevoir le lien de confirmation");
    await screen.findByText(/Un message vient d’être envoyé/);
    dispatchEvent(new Event("focus"));
    await expect.poll(() => screen.queryByText(/Un message vient d’être envoyé/)).toBeNull();
    expect(screen.getByText("claire@morvan.fr")).toBeTruthy();
  });

  it("refuses the address that the account has before sending anything", () => {
    const asked = fakeServer({});
    show();
    fill(" Claire@Atelier.fr ");
    expect(screen.getByText("C’est déjà votre adresse.")).toBeTruthy();
    expect(button("Recevoir le lien de confirmation").disabled).toBe(true);
    expect(sent(asked)).toEqual([]);
  });
});

describe("an address that is not confirmed", () => {
  const unverified = () => {
    const grant = signedIn();
    session.enter({ ...grant, person: { ...grant.person, emailVerified: false } });
    return grant;
  };

  it("is told in one line with a way to another link", async () => {
    unverified();
    const asked = fakeServer({ "post /auth/email/verification": done });
    show();
    const banner = screen.getByText("Adresse à confirmer").closest<HTMLElement>("[role=status]");
    if (!banner) throw new Error("No banner");
    expect(banner.textContent).toContain("claire@atelier.fr");
    fireEvent.click(within(banner).getByRole("button", { name: "Renvoyer le lien" }));
    expect(await screen.findByText("Lien renvoyé")).toBeTruthy();
    expect(sent(asked).map(({ path }) => path)).toEqual(["/auth/email/verification"]);
  });

  it("says when another link may be asked for", async () => {
    unverified();
    const wait = () => problem("request.rate_limited", 429, { seconds: 40 });
    fakeServer({ "post /auth/email/verification": wait });
    show();
    press("Renvoyer le lien");
    expect(await screen.findByText(/Attendez 40 secondes/)).toBeTruthy();
  });

  it("is no longer told once the person comes back from the mailbox", async () => {
    const { accessToken: _a, expiresAt: _e, ...me } = unverified();
    fakeServer({ "get /auth/me": () => Response.json(me) });
    show();
    document.dispatchEvent(new Event("visibilitychange"));
    await expect.poll(() => screen.queryByText("Adresse à confirmer")).toBeNull();
    expect(screen.getByText("confirmée")).toBeTruthy();
  });
});
