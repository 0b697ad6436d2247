import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { QueryClient } from "@tanstack/solid-query";
import { afterEach, expect, test } from "vitest";
import type { ListedBoard } from "#domain/boards/view.ts";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { press } from "#web/ui/testing.tsx";
import { BoardsPage } from "./boards-page.tsx";

afterEach(() => session.leave());

const AT = "2026-11-20T08:00:00.000Z";
const board = (title: string, version: number): ListedBoard => ({
  id: testId("brd", 1),
  version,
  title,
  prefix: "EC",
  createdBy: testId("usr", 1),
  createdAt: AT,
  updatedAt: AT,
  activeAt: AT,
  archivedAt: null,
  can: { write: true, manage: true },
});

test("a name that is being typed outlives another person's change of the same board", async () => {
  session.enter(signedIn({ permissions: ["boards.read", "boards.manage"] }));
  let now = board("Essai", 1);
  fakeServer({ "get /boards": () => Response.json({ items: [now], next: null }) });
  const queries = new QueryClient();
  renderPage(BoardsPage, queries);
  const link = await screen.findByRole("link", { name: "Essai" });
  link.closest("li")?.querySelector("button")?.focus();
  press("ArrowDown");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("menuitem"));
  press("Enter");
  const name = await screen.findByRole<HTMLInputElement>("textbox", { name: "Nom" });
  fireEvent.input(name, { target: { value: "Chantier" } });
  now = board("Essai 2", 2);
  await queries.invalidateQueries({ queryKey: ["boards"] });
  await screen.findByText("Essai 2");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Nom" }).value).toBe("Chantier");
});

test("archived boards have a list of their own, from which each is brought back", async () => {
  session.enter(signedIn({ permissions: ["boards.read", "boards.manage"] }));
  const archived = { ...board("Ancien quai", 3), archivedAt: AT };
  let items = [archived];
  const asked = fakeServer({
    "get /boards": ({ path }) =>
      Response.json({ items: path.includes("archived=true") ? items : [], nextCursor: null }),
    [`post /boards/${archived.id}/restore`]: () => {
      items = [];
      return Response.json({ ...archived, archivedAt: null, version: 4 });
    },
  });
  renderPage(BoardsPage);
  fireEvent.click(await screen.findByRole("link", { name: "Tableaux archivés" }));
  fireEvent.click(await screen.findByRole("button", { name: "Restaurer: Ancien quai" }));
  await screen.findByText("Aucun tableau archivé");
  expect(asked.find(({ method }) => method === "post")?.body).toEqual({ version: 3 });
  screen.getByRole("link", { name: "Tableaux en cours" });
});

test("boards stand by their last activity, which is told, and keep their places under the pointer", async () => {
  session.enter(signedIn({ permissions: ["boards.read"] }));
  const at = (n: number, title: string, activeAt: string) => {
    return { ...board(title, 1), id: testId("brd", n), activeAt };
  };
  let items = [
    at(1, "Calme", "2025-11-02T08:00:00.000Z"),
    at(2, "Vif", "2025-11-20T09:30:00.000Z"),
  ];
  fakeServer({ "get /boards": () => Response.json({ items, nextCursor: null }) });
  const queries = new QueryClient();
  renderPage(BoardsPage, queries);
  await screen.findByRole("link", { name: "Vif" });
  const titles = () =>
    screen
      .getAllByRole("listitem")
      .map((row) => row.querySelector("a")?.textContent)
      .filter(Boolean);
  expect(titles()).toEqual(["Vif", "Calme"]);
  expect(screen.getByText(/Activité.*20 nov/)).toBeTruthy();
  const list = screen.getByRole("link", { name: "Vif" }).closest("ul");
  if (!list) throw new Error("no list");
  fireEvent.pointerEnter(list);
  items = [at(1, "Calme", "2025-11-21T08:00:00.000Z"), ...items.slice(1)];
  await queries.invalidateQueries({ queryKey: ["boards"] });
  await screen.findByText(/Activité.*21 nov/);
  expect(titles()).toEqual(["Vif", "Calme"]);
  fireEvent.pointerLeave(list);
  expect(titles()).toEqual(["Calme", "Vif"]);
});
