import { MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { Register } from "./register.tsx";

afterEach(() => session.leave());

const done = () => new Response(null, { status: 204 });
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

function show(page: () => unknown): void {
  renderUi(() => (
    <MemoryRouter>
      <Route path="/" component={page as never} />
      <Route path="*" component={() => <p>ailleurs</p>} />
    </MemoryRouter>
  ));
}

const TOKEN = "t".repeat(43);
const health = () => Response.json({ ok: true, outbox: null });
const view = (account: "new" | "existing") => ({
  "get /health": health,
  "post /auth/register/view": () => Response.json({ email: "claire@atelier.fr", account }),
});
const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
const sent = (asked: ReturnType<typeof fakeServer>, path: string) =>
  asked.find((one) => one.path === path)?.body;

describe("asking to register", () => {
  const start = "post /auth/register/start";
  const ask = async () => {
    history.replaceState(null, "", "/register");
    show(Register);
    await heading("Créer un espace");
    type("Adresse e-mail professionnelle", " claire@atelier.fr ");
    press("Recevoir le lien");
  };

  it("sends the address and the language of the page, and leads to the mailbox", async () => {
    const asked = fakeServer({ "get /health": health, [start]: done });
    await ask();
    await heading("Regardez votre boîte de réception");
    expect(document.title).toBe("Regardez votre boîte de réception – Aetheria");
    expect(sent(asked, "/auth/register/start")).toEqual({
      email: "claire@atelier.fr",
      language: "fr",
    });
    expect(screen.queryByRole("link", { name: "Ouvrir la boîte d’envoi locale" })).toBeNull();
    press("Utiliser une autre adresse");
    const field = await screen.findByLabelText<HTMLInputElement>("Adresse e-mail professionnelle");
    expect(field.value).toContain("claire@atelier.fr");
  });

  it("leads to the outbox where the server says that there is one", async () => {
    const development = () => Response.json({ ok: true, outbox: "/dev/outbox" });
    fakeServer({ "get /health": development, [start]: done });
    await ask();
    const link = await screen.findByRole("link", { name: "Ouvrir la boîte d’envoi locale" });
    expect(link.getAttribute("href")).toBe("/dev/outbox?to=claire%40atelier.fr");
  });

  it("keeps the address when it was refused, and says why under it", async () => {
    const issues = [{ path: "email", rule: "invalid_format", message: "" }];
    fakeServer({
      "get /health": health,
      [start]: () => problem("request.invalid", 422, { issues }),
    });
    await ask();
    expect(await screen.findByText(/Adresse e-mail incomplète/)).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>("Adresse e-mail professionnelle");
    expect([field.value, document.activeElement]).toEqual(["claire@atelier.fr", field]);
  });
});

describe("the link of a registration", () => {
  beforeEach(() => history.replaceState(null, "", `/register#${TOKEN}`));
  const fill = () => {
    type("Nom de l’entreprise", "Atelier Morvan");
    type("Votre nom", "Claire Morvan");
    type("Mot de passe", "quatre zèbres lents dansent");
    press("Créer l’espace");
  };

  it("opens the form with the address as it stands, and enters", async () => {
    const asked = fakeServer({
      ...view("new"),
      "post /auth/register": () => Response.json(signedIn()),
    });
    show(Register);
    const email = await screen.findByLabelText<HTMLInputElement>("Adresse e-mail");
    expect([email.value, email.readOnly, location.hash]).toEqual(["claire@atelier.fr", true, ""]);
    fill();
    await expect.poll(() => session.me()?.person.name).toBe("Claire Morvan");
    expect(sent(asked, "/auth/register")).toEqual({
      token: TOKEN,
      organization: "Atelier Morvan",
      name: "Claire Morvan",
      password: "quatre zèbres lents dansent",
      language: "fr",
    });
  });

  it("says so when it is over, also while the form was open, and offers a new one", async () => {
    let over = false;
    const gone = () => problem("auth.link_invalid", 410);
    fakeServer({
      "get /health": health,
      "post /auth/register/view": () =>
        over ? gone() : Response.json({ email: "claire@atelier.fr", account: "new" }),
      "post /auth/register": gone,
    });
    show(Register);
    await screen.findByLabelText("Nom de l’entreprise");
    over = true;
    fill();
    await heading("Ce lien ne sert plus");
    press("Demander un autre lien");
    expect(await screen.findByLabelText("Adresse e-mail professionnelle")).toBeTruthy();
  });

  it("that was cut short says so, too", async () => {
    history.replaceState(null, "", "/register#abc");
    const asked = fakeServer({ "get /health": health });
    show(Register);
    await heading("Ce lien ne sert plus");
    expect(asked.some(({ method }) => method === "post")).toBe(false);
  });

  it("that could not be read is read again", async () => {
    let away = true;
    fakeServer({
      "get /health": health,
      "post /auth/register/view": () =>
        away
          ? problem("server.error", 500)
          : Response.json({ email: "claire@atelier.fr", account: "new" }),
    });
    show(Register);
    const again = await screen.findByRole("button", { name: "Réessayer" });
    away = false;
    fireEvent.click(again);
    expect(await screen.findByLabelText("Nom de l’entreprise")).toBeTruthy();
  });

  it("of an address that has an account leads to sign-in, or adds a company without signing in", async () => {
    const organization = { id: "org_2", name: "Coteaux" };
    const asked = fakeServer({
      ...view("existing"),
      "post /auth/register/organization": () => Response.json({ organization }, { status: 201 }),
    });
    show(Register);
    await heading("Vous avez déjà un compte");
    const signIn = screen.getByRole("button", { name: "Se connecter" });
    await expect.poll(() => document.activeElement).toBe(signIn);
    press("Ajouter une entreprise");
    type("Nom de l’entreprise", "Coteaux");
    press("Créer l’entreprise");
    await heading("Coteaux est créée");
    expect(sent(asked, "/auth/register/organization")).toEqual({
      token: TOKEN,
      organization: "Coteaux",
    });
    expect(session.me()).toBeNull();
    press("Se connecter");
    expect(await screen.findByText("ailleurs")).toBeTruthy();
  });
});

describe("what is wrong in a form", () => {
  const refused = (path: string) => {
    const issues = [
      { path, rule: "too_small", message: "" },
      { path, rule: "invalid_format", message: "" },
    ];
    return () => problem("request.invalid", 422, { issues });
  };

  it.each([
    ["name", "Votre nom", "Indiquez votre nom"],
    ["organization", "Nom de l’entreprise", "Indiquez le nom de l’entreprise"],
  ])("is said in our words under %s, which has the focus", async (path, label, words) => {
    history.replaceState(null, "", `/register#${TOKEN}`);
    fakeServer({ ...view("new"), "post /auth/register": refused(path) });
    show(Register);
    await screen.findByLabelText(label);
    press("Créer l’espace");
    expect(await screen.findByText(words)).toBeTruthy();
    const field = screen.getByLabelText(label);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(field);
  });
});
