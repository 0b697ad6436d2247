import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Connection, ConnectionTest } from "#domain/connections/model.ts";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { ConnectionsPage } from "./pages/connections-page.tsx";

beforeEach(() => {
  // jsdom draws nothing.
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => session.leave());

const AT = "2026-11-22T09:00:00.000Z";
const books: Connection = {
  id: `cnx_${"0".repeat(26)}`,
  version: 3,
  name: "Gestion",
  kind: "postgres",
  host: "base.exemple.fr",
  port: 5432,
  database: "gestion",
  user: "lecteur",
  tls: "verified",
  writerAccepted: false,
  schemaReadAt: null,
  createdAt: AT,
  updatedAt: AT,
};
const works: ConnectionTest = {
  failure: null,
  detail: "",
  server: "PostgreSQL 17.2",
  ms: 80,
  writes: [],
};

function show(items: Connection[], answers: Parameters<typeof fakeServer>[0] = {}) {
  session.enter(signedIn({ permissions: [...DEFAULT_ROLES.owner] }));
  const asked = fakeServer({ "get /connections": () => Response.json({ items }), ...answers });
  renderPage(ConnectionsPage);
  return asked;
}

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole("button", { name }));
const type = (label: string, value: string) =>
  fireEvent.input(within(screen.getByRole("dialog")).getByLabelText(label), { target: { value } });

async function fillIn() {
  await press("Connexion");
  await screen.findByRole("dialog");
  type("Nom", "Gestion");
  type("Hôte", "base.exemple.fr");
  type("Base", "gestion");
  type("Identifiant", "lecteur");
  type("Mot de passe", "secret");
}

describe("the page of connections", () => {
  it("says what they are for where there is none", async () => {
    show([]);
    expect(await screen.findByText("Aucune connexion")).toBeTruthy();
  });

  it("says why a trial failed, with the server's own words", async () => {
    const failed = { ...works, failure: "password", detail: 'role "lecteur" unknown' };
    show([], { "post /connections/test": () => Response.json(failed) });
    await fillIn();
    await press("Tester la connexion");
    await screen.findByText("Identifiant ou mot de passe refusé.");
    expect(screen.getByText('role "lecteur" unknown')).toBeTruthy();
  });

  it("asks to accept a role that could write", async () => {
    const writes = ["INSERT public.factures"];
    const asked = show([], {
      "post /connections/test": () => Response.json({ ...works, writes }),
      "post /connections": () => Response.json(books, { status: 201 }),
    });
    await fillIn();
    await press("Tester la connexion");
    await screen.findByText(/INSERT public\.factures/);
    fireEvent.click(screen.getByRole("checkbox", { name: /Accepter/ }));
    await press("Connecter");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const made = asked.find(({ method, path }) => method === "post" && path === "/connections");
    expect(made?.body).toMatchObject({ port: 5432, writerAccepted: true });
  });

  it("takes an address that is pasted as the host apart", async () => {
    show([]);
    await press("Connexion");
    await screen.findByRole("dialog");
    type("Hôte", "mysql://lecteur:secret@base.exemple.fr:3307/gestion");
    const value = (label: string) =>
      within(screen.getByRole("dialog")).getByLabelText<HTMLInputElement>(label).value;
    await waitFor(() => expect(value("Hôte")).toBe("base.exemple.fr"));
    expect(["Port", "Base", "Identifiant", "Mot de passe"].map(value)).toEqual([
      "3307",
      "gestion",
      "lecteur",
      "secret",
    ]);
    expect(screen.getByRole("button", { name: /MySQL ou MariaDB/ })).toBeTruthy();
  });

  it("sends nothing while something is missing, and says what", async () => {
    const asked = show([]);
    await press("Connexion");
    await press("Connecter");
    expect((await screen.findAllByText("À remplir")).length).toBe(4);
    expect(asked.some(({ method }) => method === "post")).toBe(false);
  });

  it("asks for the password again where it would go elsewhere, and keeps what was typed", async () => {
    show([books], {
      [`patch /connections/${books.id}`]: () => problem("connection.password_needed", 422),
    });
    const actions = await screen.findByRole("button", { name: /Actions de Gestion/ });
    fireEvent.keyDown(actions, { key: "Enter" });
    const edit = await screen.findByRole("menuitem", { name: "Modifier…" });
    fireEvent.keyDown(edit, { key: "Enter" });
    await screen.findByRole("dialog");
    type("Hôte", "autre.exemple.fr");
    await press("Enregistrer");
    await screen.findByText(/saisissez de nouveau le mot de passe/);
    const host = within(screen.getByRole("dialog")).getByLabelText<HTMLInputElement>("Hôte");
    expect(host.value).toBe("autre.exemple.fr");
  });
});

it("offers nothing without the right to connect databases, and says which right it is", async () => {
  session.enter(signedIn({ permissions: ["analytics.read", "analytics.write"] }));
  const asked = fakeServer({ "get /connections": () => problem("permission.denied", 403) });
  renderPage(ConnectionsPage);
  await screen.findByText(/le droit « Connecter des bases de données »/);
  expect(screen.queryByRole("button", { name: "Connexion" })).toBeNull();
  expect(asked).toEqual([]);
});
