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
  const { live, opened } = await links();
  fireEvent.click(screen.getByRole("button", { name: "Lier" }));
  const search = await screen.findByRole("combobox", { name: "Carte" });
  fireEvent.input(search, { target: { value: "card 2" } });
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
  fireEvent.keyDown(search, { key: "Enter" });
  await waitFor(() => expect(live.card(one)?.links).toEqual({ [two]: "blocked_by" }));
  expect(live.card(two)?.links).toEqual({ [one]: "blocks" });
  face().getByText("Bloquée");
  fireEvent.click(screen.getByRole("button", { name: "Card 2" }));
  expect(opened).toHaveBeenCalledWith(two);
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
