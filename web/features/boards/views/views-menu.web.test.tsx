import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, test } from "vitest";
import type { SavedView } from "#domain/boards/saved-view.ts";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { FilterBar } from "#web/features/boards/board/filter-bar.tsx";
import { NO_FILTER } from "#web/features/boards/board/filter.ts";
import { RoomProvider } from "#web/features/boards/board/room.tsx";
import { ViewsMenu } from "./views-menu.tsx";

afterEach(() => session.leave());

const AT = "2026-11-20T08:00:00.000Z";
const board = testId("brd", 1);

function view(n: number, more: Partial<SavedView> = {}): SavedView {
  return {
    id: testId("bvw", n),
    version: 1,
    boardId: board,
    ownerId: "usr_1",
    name: `Vue ${n}`,
    shared: false,
    config: {
      layout: "table",
      lanes: "none",
      sort: null,
      span: "month",
      filter: { ...NO_FILTER, text: `card ${n}` },
    },
    createdAt: AT,
    updatedAt: AT,
    isDefault: false,
    can: { write: true },
    ...more,
  };
}

/** The bar of a board with these views; a server that keeps what it is sent. */
async function show(first: SavedView[], refuse = false) {
  session.enter(signedIn({ permissions: ["boards.read", "boards.write"] }));
  let items = first;
  const put = (asked: { path: string; body: unknown }) => {
    if (refuse) return problem("board.view_not_found", 404);
    const id = asked.path.split("/").at(-1) ?? "";
    const body = asked.body as SavedView;
    const kept = { ...view(1), ...body, id, version: (body.version ?? 0) + 1 };
    items = [...items.filter((one) => one.id !== id), kept];
    return Response.json(kept);
  };
  const remove = (asked: { path: string }) => {
    const gone = items.find(({ id }) => asked.path.endsWith(id));
    items = items.filter((one) => one !== gone);
    return Response.json({ ...gone, version: 2 });
  };
  const known: Record<string, (asked: { path: string; body: unknown }) => Response> = {
    [`get /boards/${board}/views`]: () => Response.json({ items }),
    [`put /boards/${board}/default-view`]: () => new Response(null, { status: 204 }),
  };
  // Ids of new views are made by the page.
  const get = (_: typeof known, name: string) =>
    known[name] ?? { put, delete: remove }[name.split(" ")[0] ?? ""];
  const asked = fakeServer(new Proxy(known, { get }));
  const { live, record } = await openScene();
  renderPage(() => (
    <RoomProvider live={live} record={record}>
      <FilterBar shown>
        <ViewsMenu />
      </FilterBar>
    </RoomProvider>
  ));
  await screen.findByRole("searchbox");
  return asked;
}
const words = () => screen.getByRole<HTMLInputElement>("searchbox").value;
async function choose(name: string | RegExp) {
  const trigger = await screen.findByRole("button", { name: /^(Vues|Vue \d.*)$/ });
  fireEvent.keyDown(trigger, { key: "Enter" });
  const item = (await screen.findByText(name, { selector: "[role^=menuitem] *" })).closest(
    "[role^=menuitem]",
  ) as HTMLElement;
  fireEvent.pointerDown(item, { button: 0, pointerType: "mouse" });
  fireEvent.pointerUp(item, { button: 0, pointerType: "mouse" });
  fireEvent.click(item);
}

test("a view brings back how the board was seen, and says when that was changed since", async () => {
  await show([view(4), view(5, { ownerId: "usr_2", shared: true })]);
  await choose("Vue 5");
  await waitFor(() => expect(words()).toBe("card 5"));
  expect(screen.getByRole<HTMLInputElement>("radio", { checked: true }).value).toBe("table");
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "autre" } });
  await screen.findByRole("button", { name: /^Vue 5.*modifiée$/ });
});

test("the default opens the board", async () => {
  await show([view(4), view(6, { isDefault: true })]);
  await waitFor(() => expect(words()).toBe("card 6"));
});

test("what is shown is kept under a name, and shared where that is asked", async () => {
  const asked = await show([]);
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "béton" } });
  await choose("Enregistrer comme vue…");
  const name = await screen.findByRole("textbox", { name: /Nom de la vue/ });
  fireEvent.input(name, { target: { value: " Lot béton " } });
  fireEvent.click(screen.getByRole("checkbox", { name: /Partager/ }));
  fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
  await screen.findByRole("button", { name: "Lot béton" });
  const sent = asked.find(({ method }) => method === "put");
  expect(sent?.body).toMatchObject({
    version: null,
    name: "Lot béton",
    shared: true,
    config: { layout: "board", filter: { text: "béton" } },
  });
});

test("a name that could not be kept stays in its field with the reason", async () => {
  await show([], true);
  await choose("Enregistrer comme vue…");
  const name = await screen.findByRole("textbox", { name: /Nom de la vue/ });
  fireEvent.input(name, { target: { value: "Lot" } });
  fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
  await screen.findByText("Cette vue n’existe plus, ou n’est pas à vous.");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: /Nom de la vue/ }).value).toBe(
    "Lot",
  );
});

test("a deleted view is offered back, at the version that it was deleted under", async () => {
  const asked = await show([view(1)]);
  await choose("Vue 1");
  await waitFor(() => expect(words()).toBe("card 1"));
  await choose("Supprimer la vue");
  await screen.findByText("La vue « Vue 1 » est supprimée.");
  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "put")?.body).toMatchObject({
      version: 2,
      name: "Vue 1",
    }),
  );
});

test("somebody else's view is shown and made one's default, and offers nothing that would be refused", async () => {
  const asked = await show([view(2, { ownerId: "usr_2", shared: true, can: { write: false } })]);
  await choose("Vue 2");
  await waitFor(() => expect(words()).toBe("card 2"));
  await choose("Ouvrir le tableau avec cette vue");
  await waitFor(() =>
    expect(asked.find(({ path }) => path.endsWith("/default-view"))?.body).toEqual({
      view: testId("bvw", 2),
    }),
  );
  expect(screen.queryByRole("menuitem", { name: /Supprimer|Renommer|Mettre à jour/ })).toBeNull();
});
