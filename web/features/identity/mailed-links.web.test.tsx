import { MemoryRouter, Route, createMemoryHistory } from "@solidjs/router";
import { cleanup, fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { ConfirmEmail } from "./confirm-email.tsx";
import { ForgotPassword } from "./forgot-password.tsx";
import { ResetPassword } from "./reset-password.tsx";

afterEach(() => session.leave());

const TOKEN = "t".repeat(43);
const done = () => new Response(null, { status: 204 });
const health = () => Response.json({ ok: true });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

/** Opens a page behind its link; without a token as a reload does, which finds the entry of before. */
function show(page: () => unknown, path = "/", token: string | null = TOKEN) {
  if (token !== null) location.hash = token;
  const history = createMemoryHistory();
  history.set({ value: path });
  renderUi(() => (
    <MemoryRouter history={history}>
      <Route path={path} component={page as never} />
      <Route path="*" component={() => <p>ailleurs</p>} />
    </MemoryRouter>
  ));
  return history;
}

describe("a forgotten password", () => {
  it("leads to the mailbox, and says the same whatever the address", async () => {
    const asked = fakeServer({ "post /auth/password/forgot": done, "get /health": health });
    show(ForgotPassword);
    await heading("Mot de passe oublié");
    const field = screen.getByLabelText("Adresse e-mail");
    fireEvent.input(field, { target: { value: " nadia@atelier.fr " } });
    press("Recevoir le lien");
    await heading("Regardez votre boîte de réception");
    expect(asked.find(({ method }) => method === "post")?.body).toEqual({
      email: "nadia@atelier.fr",
    });
    expect(document.body.textContent).toContain("Si un compte existe pour nadia@atelier.fr");
    // The form that had the focus is gone: the keyboard goes on at the button.
    const back = screen.getByRole("button", { name: "Revenir à la connexion" });
    expect(document.activeElement).toBe(back);
    press("Essayer une autre adresse");
    expect((await screen.findByLabelText<HTMLInputElement>("Adresse e-mail")).value).toContain(
      "nadia",
    );
  });

  it("says how long to wait after too many tries, and keeps the address", async () => {
    fakeServer({
      "get /health": health,
      "post /auth/password/forgot": () => problem("request.rate_limited", 429, { seconds: 40 }),
    });
    show(ForgotPassword);
    const field = await screen.findByLabelText<HTMLInputElement>("Adresse e-mail");
    fireEvent.input(field, { target: { value: "nadia@atelier.fr" } });
    press("Recevoir le lien");
    expect((await screen.findByRole("alert")).textContent).toContain("Attendez 40 secondes");
    expect(field.value).toBe("nadia@atelier.fr");
  });
});

describe("the link to choose a password", () => {
  const choose = async (password = "quatre zèbres lents dansent") => {
    const field = await screen.findByLabelText("Nouveau mot de passe");
    fireEvent.input(field, { target: { value: password } });
    press("Choisir ce mot de passe");
  };

  it("takes the token out of the address, sends it once and ends at the sign-in form", async () => {
    session.enter(signedIn());
    const asked = fakeServer({ "post /auth/password/reset": done, "get /health": health });
    show(ResetPassword);
    expect(location.hash).toBe("");
    await choose();
    await heading("Mot de passe choisi");
    expect(asked.find(({ path }) => path === "/auth/password/reset")?.body).toEqual({
      token: TOKEN,
      password: "quatre zèbres lents dansent",
    });
    expect(session.status()).toBe("signed-out");
  });

  it("says what is wrong with the password, and keeps the form", async () => {
    fakeServer({
      "get /health": health,
      "post /auth/password/reset": () =>
        problem("auth.password_weak", 422, { advice: ["personal"] }),
    });
    show(ResetPassword);
    // Strong as far as the page knows: the address is in it, which the server alone knows.
    await choose("nadia.perrault-cordier@atelier");
    const told = await screen.findByRole("alert");
    expect(told.textContent).toContain("trop facile à deviner. Évitez votre nom");
    expect(document.body.textContent).not.toContain("Très solide");
    expect(screen.getByLabelText("Nouveau mot de passe")).toBeTruthy();
  });

  it("still works after the page was reloaded", async () => {
    const asked = fakeServer({ "post /auth/password/reset": done, "get /health": health });
    show(ResetPassword);
    await screen.findByLabelText("Nouveau mot de passe");
    cleanup();
    show(ResetPassword, "/", null);
    await choose();
    await heading("Mot de passe choisi");
    expect(asked.find(({ path }) => path === "/auth/password/reset")?.body).toMatchObject({
      token: TOKEN,
    });
  });

  it.each([
    ["over", TOKEN, "Ce lien ne sert plus"],
    ["cut short", "abc", "Lien incomplet"],
  ])("offers another one when it is %s", async (_name, token, title) => {
    fakeServer({
      "get /health": health,
      "post /auth/password/reset": () => problem("auth.link_invalid", 410),
    });
    const history = show(ResetPassword, "/reset", token);
    if (token === TOKEN) await choose();
    await heading(title);
    press("Demander un autre lien");
    await screen.findByText("ailleurs");
    expect(history.get()).toBe("/forgot");
  });
});

describe("a link about an address", () => {
  it.each([
    ["/verify", "Confirmer mon adresse", "verified", "Adresse confirmée"],
    ["/confirm", "Utiliser cette adresse", "changed", "Adresse changée"],
    ["/restore", "Rétablir mon adresse", "restored", "Adresse rétablie"],
  ] as const)(
    "at %s does nothing before its button is pressed",
    async (path, label, what, told) => {
      const asked = fakeServer({
        "get /health": health,
        "post /auth/email/confirm": () => Response.json({ done: what, email: "nadia@atelier.fr" }),
      });
      show(ConfirmEmail, path);
      await screen.findByRole("button", { name: label });
      expect(asked.some(({ method }) => method === "post")).toBe(false);
      press(label);
      await heading(told);
      expect(document.body.textContent).toContain("nadia@atelier.fr");
      expect(asked.find(({ method }) => method === "post")?.body).toEqual({ token: TOKEN });
    },
  );

  it("brings what it changed to the page of whoever is signed in", async () => {
    const { accessToken: _a, expiresAt: _e, ...me } = signedIn();
    session.enter(signedIn({ person: { ...me.person, emailVerified: false } }));
    fakeServer({
      "get /health": health,
      "get /auth/me": () => Response.json(me),
      "post /auth/email/confirm": () => Response.json({ done: "verified", email: "c@x.fr" }),
    });
    show(ConfirmEmail, "/verify");
    press("Confirmer mon adresse");
    await expect.poll(() => session.me()?.person.emailVerified).toBe(true);
    press("Continuer");
    await screen.findByText("ailleurs");
  });

  it("that takes a change back signs this browser out, too", async () => {
    session.enter(signedIn());
    fakeServer({
      "get /health": health,
      "post /auth/email/confirm": () => Response.json({ done: "restored", email: "c@x.fr" }),
    });
    show(ConfirmEmail, "/restore");
    press("Rétablir mon adresse");
    await heading("Adresse rétablie");
    expect(session.status()).toBe("signed-out");
  });

  it("says so when it is over, and when it is cut short", async () => {
    fakeServer({
      "get /health": health,
      "post /auth/email/confirm": () => problem("auth.link_invalid", 410),
    });
    show(ConfirmEmail, "/verify");
    press("Confirmer mon adresse");
    await heading("Ce lien ne sert plus");
    show(ConfirmEmail, "/verify", "abc");
    await heading("Lien incomplet");
    expect(document.body.textContent).toContain("Ouvrez-le de nouveau depuis le message");
  });
});
