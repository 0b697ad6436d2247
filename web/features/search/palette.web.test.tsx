import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { template } from "#web/features/boards/templates/testing-templates.ts";
import { Palette } from "./palette.tsx";

const hit = {
  entity: "client",
  entityId: "cli_1",
  title: "Résidence Les Tilleuls",
  subtitle: "Promotion",
  href: "/clients/cli_1",
};
const member = {
  userId: "usr_2",
  name: "Karim Benali",
  email: "karim@atelier.fr",
  role: signedIn().role,
  joinedAt: "2026-01-01T00:00:00.000Z",
  can: { changeRole: false, remove: false },
};

beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

function show(address = "/", items: readonly object[] = []) {
  const asked = fakeServer({
    "get /search": () => Response.json({ items: [hit] }),
    [`get /boards/${template(1).boardId}/templates`]: () =>
      Response.json({ items, archivedTags: [] }),
    "get /members": () => Response.json({ items: [member] }),
  });
  const history = createMemoryHistory();
  history.set({ value: address });
  renderUi(() => (
    <QueryClientProvider client={createQueries()}>
      <MemoryRouter history={history}>
        <Route path="*" component={() => <Palette onClose={() => undefined} />} />
      </MemoryRouter>
    </QueryClientProvider>
  ));
  return { history, asked };
}

const field = () => screen.findByRole("combobox");
const names = () => screen.getAllByRole("option").map((option) => option.textContent);

describe("Palette", () => {
  it("offers only pages that this person may enter", async () => {
    show();
    await field();
    const offered = names().join("\n");
    expect(offered).toContain("Tableaux");
    expect(offered).toContain("Nouveau client");
    expect(offered).not.toContain("Nouveau tableau");
  });

  it("finds records by words and opens the active one with Enter", async () => {
    const { history, asked } = show();
    const input = await field();
    fireEvent.input(input, { target: { value: "tilleuls" } });
    await screen.findByText(/Promotion/);
    expect(asked.filter(({ path }) => path.startsWith("/search"))).toHaveLength(1);
    fireEvent.keyDown(input, { key: "Enter" });
    await waitFor(() => expect(history.get()).toBe("/clients/cli_1"));
  });

  it("offers the templates of the board that is open, to whoever may write there", async () => {
    const address = `/boards/${template(1).boardId}`;
    session.enter(signedIn({ permissions: ["boards.read", "boards.write"] }));
    const items = [template(1, { name: "Réception" }), template(2)];
    const { history } = show(address, items);
    const input = await field();
    fireEvent.input(input, { target: { value: "reception" } });
    fireEvent.click(await screen.findByRole("option", { name: /Nouvelle carte.*Réception/ }));
    await waitFor(() => expect(history.get()).toBe(`${address}?use=${template(1).id}`));
  });

  it("offers none elsewhere, and none to whoever only reads", async () => {
    const { asked } = show(`/boards/${template(1).boardId}`, [template(1)]);
    fireEvent.input(await field(), { target: { value: "modele" } });
    await waitFor(() => expect(asked.some(({ path }) => path.startsWith("/search"))).toBe(true));
    expect(asked.some(({ path }) => path.includes("templates"))).toBe(false);
  });

  it("asks the server nothing after >, and filters commands whatever their accents", async () => {
    const { asked } = show();
    const input = await field();
    fireEvent.input(input, { target: { value: ">deconnecter" } });
    await waitFor(() => expect(names()).toHaveLength(1));
    expect(names()[0]).toContain("Se déconnecter");
    expect(asked.some(({ path }) => path.startsWith("/search"))).toBe(false);
  });

  it("finds people after @", async () => {
    show();
    const input = await field();
    fireEvent.input(input, { target: { value: "@kar" } });
    await waitFor(() => expect(names().join()).toContain("Karim Benali"));
    expect(names()).toHaveLength(1);
  });
});
