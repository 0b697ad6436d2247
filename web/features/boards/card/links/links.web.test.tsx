import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { CardFace } from "#web/features/boards/board/card-face.tsx";
import { Links } from "./links.tsx";

const [one, two] = [testId("crd", 1), testId("crd", 2)];

async function links(rights?: { write: boolean; manage: boolean }) {
  const scene = await openScene(rights);
  const opened = vi.fn<(card: string) => void>();
  const card = () => {
    const found = scene.live.card(one);
    if (!found) throw new Error("no card");
    return found;
  };
  scene.show(() => (
    <>
      <Links card={card()} onOpen={opened} />
      <div data-testid="face">
        <CardFace card={card()} />
      </div>
    </>
  ));
  return { ...scene, opened };
}

const face = () => within(screen.getByTestId("face"));

test("a card of the board is found by its words and linked; both sides tell, and the face while it blocks", async () => {
  const seen = vi.fn<() => void>();
  Element.prototype.scrollIntoView = seen;
  const { live, opened } = await links();
  expect(seen).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Lier" }));
  const search = await screen.findByRole("combobox", { name: "Carte" });
  fireEvent.input(search, { target: { value: "card 2" } });
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
  fireEvent.keyDown(search, { key: "Enter" });
  await waitFor(() => expect(live.card(one)?.links).toEqual({ [two]: "blocked_by" }));
  expect(live.card(two)?.links).toEqual({ [one]: "blocks" });
  face().getByText("Bloquée");
  await waitFor(() => expect(seen).toHaveBeenCalled());
  fireEvent.click(screen.getByRole("button", { name: "Card 2" }));
  expect(opened).toHaveBeenCalledWith(two);
});

test("a relation chosen by pointer gives the focus back to the search, one chosen by arrows keeps it", async () => {
  await links();
  fireEvent.click(screen.getByRole("button", { name: "Lier" }));
  const search = await screen.findByRole("combobox", { name: "Carte" });
  const relation = screen.getByRole("radio", { name: "Liée à" });
  relation.focus();
  fireEvent.keyDown(relation, { key: "ArrowRight" });
  fireEvent.click(relation);
  await new Promise((done) => setTimeout(done, 10));
  expect(document.activeElement).toBe(relation);
  fireEvent.pointerDown(relation);
  fireEvent.click(relation);
  await waitFor(() => expect(document.activeElement).toBe(search));
});

test("what is done, archived or deleted blocks nobody", async () => {
  const { live } = await links();
  await live.act({ kind: "card.link", card: one, other: two, relation: "blocked_by" });
  await waitFor(() => face().getByText("Bloquée"));
  const done = {
    kind: "column.update",
    column: testId("col", 2),
    set: { category: "done" },
  } as const;
  await live.act(done);
  await waitFor(() => expect(face().queryByText("Bloquée")).toBeNull());
  await live.undo();
  await waitFor(() => face().getByText("Bloquée"));
  await live.act({ kind: "card.archive", card: two });
  await waitFor(() => expect(face().queryByText("Bloquée")).toBeNull());
  screen.getByText("Carte archivée ou supprimée");
});

test("a link is ended from either side", async () => {
  const { live } = await links();
  await live.act({ kind: "card.link", card: two, other: one, relation: "blocks" });
  fireEvent.click(await screen.findByRole("button", { name: "Ne plus lier Card 2" }));
  await waitFor(() => expect(live.card(two)?.links).toEqual({}));
});

test("whoever may only read sees links and changes none", async () => {
  await links({ write: false, manage: false });
  expect(screen.queryByRole("button", { name: "Lier" })).toBeNull();
});

test("a card of another board is found by words, linked from this side, shown with its board, and blocks", async () => {
  const there = testId("brd", 2);
  const other = {
    boardTitle: "Chantier",
    reference: "CH-7",
    title: "Coulage",
    columnName: "À faire",
    category: "todo",
    gone: false,
  };
  const link = {
    card: one,
    relation: "blocked_by",
    own: true,
    boardId: there,
    otherId: two,
    other,
  };
  const mine = { ...link, relation: "relates", own: false, otherId: testId("crd", 3), other: null };
  const { boardTitle, reference, title, category } = other;
  const task = { id: two, boardId: there, boardTitle, reference, title, category };
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.includes("/links")) return Response.json({ items: [link, mine] });
    if (url.includes("/tasks?")) return Response.json({ items: [task], nextCursor: null });
    return Response.json({ items: [], nextCursor: null });
  });
  const { live } = await links();
  // Of a card that is not there nothing is told.
  await screen.findByText(/Carte d’un autre tableau, que vous ne pouvez pas voir/);
  fireEvent.click(screen.getByRole("button", { name: "Lier" }));
  const search = await screen.findByRole("combobox", { name: "Carte" });
  fireEvent.input(search, { target: { value: "coulage" } });
  await screen.findByRole("option", { name: /CH-7 Coulage/ });
  fireEvent.keyDown(search, { key: "Enter" });
  await waitFor(() => expect(live.card(one)?.links).toEqual({ [`${there}/${two}`]: "blocked_by" }));
  expect(live.card(two)?.links).toEqual({});
  const shown = await screen.findByRole("link", { name: /CH-7 Coulage/ });
  expect(shown.getAttribute("href")).toBe(`/boards/${there}?card=${two}`);
  await waitFor(() => face().getByText("Bloquée"));
  fireEvent.click(screen.getByRole("button", { name: "Ne plus lier Coulage" }));
  await waitFor(() => expect(live.card(one)?.links).toEqual({}));
  vi.unstubAllGlobals();
});
