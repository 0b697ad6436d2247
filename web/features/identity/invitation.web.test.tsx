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
    expect(await screen.findByLabelText("Votre nom")).toBeTruthy();
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

  it("that is over says so", async () => {
    fakeServer({
      "post /auth/invitations/preview": () => problem("identity.invitation_invalid", 410),
    });
    show();
    await screen.findByText(/a déjà servi/);
    expect(screen.getByRole("link", { name: "Se connecter" })).toBeTruthy();
  });
});
