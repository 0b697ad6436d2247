import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { InvitationPage } from "./invitation.tsx";

const TOKEN = "jeton_123456789012345678901";
const invitation = {
  organization: "Coteaux",
  role: { id: "rol_9", slug: "member", name: null },
  invitedBy: "Nadia Roche",
  email: null,
  account: null,
  reservedFor: null,
  expiresAt: "2026-12-01T09:00:00.000Z",
  standing: "open",
  organizationId: null,
};

beforeEach(() => history.replaceState(null, "", `/invitation#${TOKEN}`));
afterEach(() => session.leave());

function show() {
  const memory = createMemoryHistory();
  memory.set({ value: "/invitation" });
  renderUi(() => (
    <MemoryRouter history={memory}>
      <Route path="/invitation" component={InvitationPage} />
      <Route path="/" component={() => <p>chez soi</p>} />
    </MemoryRouter>
  ));
  return memory;
}
const view = (over: object) => ({
  "post /auth/invitations/view": () => Response.json({ ...invitation, ...over }),
});
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));

describe("an invitation before somebody who is signed in", () => {
  it("is accepted in one click, as who they are", async () => {
    session.enter(signedIn());
    const joined = signedIn({ organization: { id: "org_2", name: "Coteaux" } });
    const asked = fakeServer({
      ...view({}),
      "post /auth/invitations/join": () => Response.json(joined, { status: 201 }),
    });
    show();
    await screen.findByRole("heading", { name: "Rejoindre Coteaux" });
    expect(screen.queryByLabelText("Mot de passe")).toBeNull();
    await press("Rejoindre en tant que Claire Morvan");
    await screen.findByText("chez soi");
    expect(session.me()?.organization.name).toBe("Coteaux");
    expect(asked.find(({ path }) => path === "/auth/invitations/join")?.body).toEqual({
      token: TOKEN,
    });
  });

  it("names who joins as French does before a vowel", async () => {
    session.enter(signedIn({ person: { ...signedIn().person, name: "Anne Martin" } }));
    fakeServer(view({}));
    show();
    expect(
      await screen.findByRole("button", { name: "Rejoindre en tant qu’Anne Martin" }),
    ).toBeTruthy();
  });

  it("leaves the way to another account open", async () => {
    session.enter(signedIn());
    fakeServer({
      ...view({}),
      "post /auth/sign-out": () => new Response(null, { status: 204 }),
      "post /auth/invitations/preview": () => Response.json(invitation),
    });
    show();
    await press("Utiliser un autre compte");
    expect(await screen.findByText("Nouveau compte")).toBeTruthy();
    expect(session.me()).toBeNull();
  });

  it("says for whom it is reserved, and that it is not this account", async () => {
    session.enter(signedIn());
    fakeServer(view({ standing: "reserved", reservedFor: "l•••@coteaux.fr" }));
    show();
    const said = await screen.findByText(/réservée à l•••@coteaux\.fr/);
    expect(said.textContent).toContain("claire@atelier.fr");
    expect(screen.queryByRole("button", { name: /Rejoindre/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Rester dans Atelier Morvan" })).toBeTruthy();
  });

  it("that was accepted already says so and leads in", async () => {
    session.enter(signedIn());
    const there = signedIn({ organization: { id: "org_2", name: "Coteaux" } });
    const asked = fakeServer({
      ...view({ standing: "member", organizationId: "org_2" }),
      "post /auth/switch": () => Response.json(there),
    });
    show();
    await screen.findByRole("heading", { name: "Vous êtes dans Coteaux" });
    await press("Ouvrir Coteaux");
    await screen.findByText("chez soi");
    expect(asked.find(({ path }) => path === "/auth/switch")?.body).toEqual({
      organizationId: "org_2",
    });
  });
});

describe("an invitation before somebody who is not signed in", () => {
  beforeEach(async () => {
    fakeServer({ "post /auth/sign-out": () => new Response(null, { status: 204 }) });
    await session.signOut();
  });

  it("names whom it is reserved for, masked, and leaves the address to be typed", async () => {
    fakeServer({
      "post /auth/invitations/preview": () =>
        Response.json({ ...invitation, reservedFor: "l•••@coteaux.fr" }),
    });
    show();
    const field = await screen.findByLabelText<HTMLInputElement>("Adresse e-mail");
    expect(field.value).toBe("");
    expect(screen.getByText("Invitation réservée à l•••@coteaux.fr.")).toBeTruthy();
  });

  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  const preview = (over: object) => ({
    "get /health": () => Response.json({ ok: true, outbox: null }),
    "post /auth/invitations/preview": () => Response.json({ ...invitation, ...over }),
  });
  const sent = (asked: ReturnType<typeof fakeServer>, path: string) =>
    asked.find((one) => one.path === path)?.body;

  it("goes on by mail for somebody new, whose address nobody has shown to read", async () => {
    const asked = fakeServer({
      ...preview({}),
      "post /auth/invitations/start": () => new Response(null, { status: 204 }),
    });
    show();
    await screen.findByLabelText("Adresse e-mail");
    expect(screen.queryByLabelText("Mot de passe")).toBeNull();
    type("Adresse e-mail", "lucas@coteaux.fr");
    await press("Recevoir le lien");
    await screen.findByText(/Un message vient d’être envoyé à lucas@coteaux\.fr/);
    expect(sent(asked, "/auth/invitations/start")).toEqual({
      token: TOKEN,
      email: "lucas@coteaux.fr",
      language: "fr",
    });
    await press("Utiliser une autre adresse");
    expect((await screen.findByLabelText<HTMLInputElement>("Adresse e-mail")).value).toContain(
      "lucas",
    );
  });

  it("that came by mail asks somebody new for a name and a password only", async () => {
    const asked = fakeServer({
      ...preview({ email: "lucas@coteaux.fr", account: "new" }),
      "post /auth/invitations/accept": () => problem("identity.already_member", 409),
    });
    show();
    await screen.findByLabelText("Votre nom");
    expect(screen.queryByText("J’ai un compte")).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>("Adresse e-mail").readOnly).toBe(true);
    type("Votre nom", "Lucas Petit");
    type("Mot de passe", "quatre zèbres lents dansent");
    await press("Rejoindre");
    await screen.findByRole("alert");
    expect(sent(asked, "/auth/invitations/accept")).toEqual({
      account: "new",
      token: TOKEN,
      name: "Lucas Petit",
      password: "quatre zèbres lents dansent",
      language: "fr",
    });
  });

  it("that came by mail asks whoever has an account for its password, and goes on in its language", async () => {
    const { person } = signedIn();
    const grant = signedIn({ person: { ...person, language: "en" } });
    const asked = fakeServer({
      ...preview({ email: "lucas@coteaux.fr", account: "existing" }),
      "post /auth/invitations/accept": () => Response.json(grant, { status: 201 }),
    });
    show();
    await screen.findByText("lucas@coteaux.fr a déjà un compte : rejoignez avec lui.");
    expect(screen.queryByLabelText("Votre nom")).toBeNull();
    type("Mot de passe", "le mien");
    await press("Rejoindre");
    await expect.poll(() => document.documentElement.lang).toBe("en");
    expect(sent(asked, "/auth/invitations/accept")).toEqual({
      account: "existing",
      token: TOKEN,
      email: "lucas@coteaux.fr",
      password: "le mien",
    });
  });

  const secondFactor = {
    token: TOKEN,
    expiresAt: "2026-12-01T09:00:00.000Z",
    methods: ["totp"],
  };
  /** Somebody with a second factor types password and code. */
  async function enterByCode() {
    show();
    fireEvent.click(await screen.findByText("J’ai un compte"));
    type("Adresse e-mail", "lucas@coteaux.fr");
    type("Mot de passe", "le mien");
    await press("Rejoindre");
    const code = await screen.findByLabelText("Code de l’application");
    fireEvent.input(code, { target: { value: "123456" } });
    await screen.findByText("chez soi");
  }

  it("asks for the second factor of whoever has one, which accepts it as well", async () => {
    const joined = signedIn({ organization: { id: "org_2", name: "Coteaux" } });
    const asked = fakeServer({
      ...preview({}),
      "post /auth/invitations/accept": () => problem("auth.second_factor_required", 403),
      "post /auth/sign-in": () => Response.json({ secondFactor }),
      "post /auth/sign-in/code": () => Response.json(joined),
    });
    await enterByCode();
    expect(session.me()?.organization.name).toBe("Coteaux");
    const body = { token: TOKEN, code: "123456", invitation: TOKEN };
    expect(sent(asked, "/auth/sign-in/code")).toEqual(body);
  });

  it("signs in who is a member already, without it", async () => {
    const asked = fakeServer({
      ...preview({}),
      "post /auth/invitations/accept": () => problem("auth.second_factor_required", 403),
      "post /auth/sign-in": () => Response.json({ secondFactor }),
      "post /auth/sign-in/code": ({ body }) =>
        "invitation" in (body as object)
          ? problem("identity.already_member", 409)
          : Response.json(signedIn()),
    });
    await enterByCode();
    expect(asked.filter(({ path }) => path === "/auth/sign-in/code")).toHaveLength(2);
  });

  it("that is over says so", async () => {
    fakeServer({
      "post /auth/invitations/preview": () => problem("identity.invitation_invalid", 410),
    });
    show();
    await screen.findByText(/a déjà servi/);
    expect(screen.getByRole("link", { name: "Se connecter" })).toBeTruthy();
  });
});
