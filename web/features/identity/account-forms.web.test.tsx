import { MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { InvitationForm } from "./invitation-form.tsx";
import { Register } from "./register.tsx";

afterEach(() => session.leave());

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

function show(page: () => unknown): void {
  renderUi(() => (
    <MemoryRouter>
      <Route path="/" component={page as never} />
    </MemoryRouter>
  ));
}

describe("registering", () => {
  it("sends what was typed and the language of the page, and names the tab", async () => {
    const asked = fakeServer({ "post /auth/register": () => Response.json(signedIn()) });
    show(Register);
    await screen.findByRole("heading", { name: "Créer un espace" });
    expect(document.title).toBe("Créer un espace – Aetheria");
    type("Nom de l’entreprise", "Atelier Morvan");
    type("Votre nom", "Claire Morvan");
    type("Adresse e-mail professionnelle", "claire@atelier.fr");
    type("Mot de passe", "quatre zèbres lents dansent");
    press("Créer l’espace");
    await expect.poll(() => session.me()?.person.name).toBe("Claire Morvan");
    expect(asked.find(({ path }) => path === "/auth/register")?.body).toEqual({
      organization: "Atelier Morvan",
      name: "Claire Morvan",
      email: "claire@atelier.fr",
      password: "quatre zèbres lents dansent",
      language: "fr",
    });
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
    ["email", "Adresse e-mail professionnelle", /Adresse e-mail incomplète/],
  ])("is said in our words under %s, which has the focus", async (path, label, words) => {
    fakeServer({ "post /auth/register": refused(path) });
    show(Register);
    await screen.findByRole("heading", { name: "Créer un espace" });
    press("Créer l’espace");
    expect(await screen.findByText(words)).toBeTruthy();
    const field = screen.getByLabelText(label);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(field);
  });
});

describe("accepting an invitation", () => {
  const form = () => (
    <InvitationForm token="jeton" email="lucas@atelier.fr" organization="Atelier Morvan" />
  );

  it("with a new account sends its name, with the address of the invitation", async () => {
    const accept = "post /auth/invitations/accept";
    const asked = fakeServer({ [accept]: () => problem("identity.already_member", 409) });
    show(form);
    await screen.findByLabelText("Votre nom");
    type("Votre nom", "Lucas Petit");
    type("Mot de passe", "quatre zèbres lents dansent");
    press("Rejoindre");
    await screen.findByRole("alert");
    expect(asked.find(({ path }) => path === "/auth/invitations/accept")?.body).toEqual({
      account: "new",
      token: "jeton",
      name: "Lucas Petit",
      email: "lucas@atelier.fr",
      password: "quatre zèbres lents dansent",
      language: "fr",
    });
  });

  it("with an account that exists asks for no name, and goes on in the language of that account", async () => {
    const { person } = signedIn();
    const grant = signedIn({ person: { ...person, language: "en" } });
    const asked = fakeServer({ "post /auth/invitations/accept": () => Response.json(grant) });
    show(form);
    await screen.findByLabelText("Votre nom");
    fireEvent.click(screen.getByText("J’ai un compte"));
    expect(screen.queryByLabelText("Votre nom")).toBeNull();
    type("Mot de passe", "le mien");
    press("Rejoindre");
    await expect.poll(() => document.documentElement.lang).toBe("en");
    expect(asked.find(({ path }) => path === "/auth/invitations/accept")?.body).toEqual({
      account: "existing",
      token: "jeton",
      email: "lucas@atelier.fr",
      password: "le mien",
    });
  });
});
