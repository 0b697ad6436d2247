import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { en } from "#domain/i18n/en/index.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { SignIn } from "./sign-in.tsx";

afterEach(() => session.leave());

function show(address = "/sign-in", language: Language = "fr") {
  const history = createMemoryHistory();
  history.set({ value: address });
  renderUi(
    () => (
      <MemoryRouter history={history}>
        <Route path="/sign-in" component={SignIn} />
        <Route path="*" component={() => <p>arrivé</p>} />
      </MemoryRouter>
    ),
    language,
  );
  return history;
}

async function fill(email: string, password: string, language: Language = "fr"): Promise<void> {
  const words = { fr, en }[language].identity.signIn;
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await screen.findByLabelText(words.email);
  type(words.email, email);
  type(words.password, password);
  fireEvent.click(screen.getByRole("button", { name: words.submit }));
}

const health = () => Response.json({ ok: true });

describe("SignIn", () => {
  it.each([
    ["fr", "Votre accès à Atelier Morvan a été retiré."],
    ["en", "Your access to Atelier Morvan was removed."],
  ] as const)(
    "tells in %s who stands here without having asked for it why",
    async (language, words) => {
      session.enter(signedIn());
      fakeServer({
        "get /health": health,
        "post /auth/refresh": () => problem("permission.denied", 403, { reason: "membership" }),
      });
      await session.tokens.refresh();
      show("/sign-in", language);
      expect((await screen.findByText(words)).closest("[role=status]")).not.toBeNull();
    },
  );

  it("says nothing of an end to who signed out, or comes for the first time", async () => {
    fakeServer({ "get /health": health });
    show();
    await screen.findByRole("heading", { level: 1 });
    const said = [...document.querySelectorAll("main [role=status]")].map((one) => one.textContent);
    expect(said.join("")).toBe("");
  });

  it("keeps the email, says one thing and goes back to the password when the pair is wrong", async () => {
    const asked = fakeServer({
      "get /health": health,
      "post /auth/sign-in": () => problem("auth.invalid_credentials", 401),
    });
    show();
    await fill("claire@atelier.fr", "nope");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Adresse e-mail ou mot de passe incorrect.");
    expect(screen.getByLabelText<HTMLInputElement>("Adresse e-mail").value).toBe(
      "claire@atelier.fr",
    );
    expect(document.activeElement).toBe(screen.getByLabelText("Mot de passe"));
    expect(asked.filter(({ path }) => path === "/auth/sign-in")).toHaveLength(1);
  });

  it.each([
    ["fr", /n’appartient plus à aucune entreprise/, "Créer un espace"],
    ["en", /no longer belongs to any company/, "Create a workspace"],
  ] as const)(
    "tells in %s whoever was removed everywhere so, and offers a company of their own",
    async (language, words, offer) => {
      fakeServer({
        "get /health": health,
        "post /auth/sign-in": () => problem("permission.denied", 403, { reason: "membership" }),
      });
      show("/sign-in", language);
      await fill("karim@atelier.fr", "la bonne phrase", language);
      const alert = await screen.findByRole("alert");
      expect(alert.textContent).toMatch(words);
      const way = within(alert).getByRole("link", { name: offer });
      expect(way.getAttribute("href")).toBe("/register?email=karim%40atelier.fr");
    },
  );

  it("enters and goes where the person was headed", async () => {
    const asked = fakeServer({
      "get /health": health,
      "post /auth/sign-in": () => Response.json(signedIn()),
    });
    const history = show("/sign-in?next=%2Fclients%3Fstage%3Dsigned");
    await fill("claire@atelier.fr", "une longue phrase");
    await screen.findByText("arrivé");
    expect(history.get()).toBe("/clients?stage=signed");
    expect(session.me()?.person.name).toBe("Claire Morvan");
    expect(session.can("clients.write")).toBe(true);
    expect(asked.find(({ path }) => path === "/auth/sign-in")?.body).toEqual({
      email: "claire@atelier.fr",
      password: "une longue phrase",
    });
  });

  it("tells how long to wait after too many tries", async () => {
    fakeServer({
      "get /health": health,
      "post /auth/sign-in": () => problem("request.rate_limited", 429, { seconds: 30 }),
    });
    show();
    await fill("claire@atelier.fr", "nope");
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("30 secondes"));
  });

  it("shows the request number when the server is to blame", async () => {
    fakeServer({
      "get /health": health,
      "post /auth/sign-in": () => problem("server.error", 500),
    });
    show();
    await fill("claire@atelier.fr", "nope");
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("req_TEST"));
  });
});
