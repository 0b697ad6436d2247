import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, test, vi } from "vitest";
import type { CardTemplate } from "#domain/boards/card-template.ts";
import { inOrder } from "#domain/boards/parts.ts";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { today } from "#web/lib/today.ts";
import { addDays } from "#web/ui/date/calendar.ts";
import { press } from "#web/ui/testing.tsx";
import { Composer } from "#web/features/boards/board/composer.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { template } from "./testing-templates.ts";

afterEach(() => session.leave());

const path = `get /boards/${testId("brd", 1)}/templates`;

/** The composer of the first column, on a board with these templates. */
async function compose(items: CardTemplate[], archivedTags: string[] = ["Visa"]) {
  session.enter(signedIn());
  Element.prototype.scrollTo = () => undefined;
  fakeServer({ [path]: () => Response.json({ items, archivedTags }) });
  const scene = await openScene();
  const closed = vi.fn<() => void>();
  const column = scene.live.columns()[0];
  if (!column) throw new Error("no column");
  scene.show(() => <Composer column={column} onClose={closed} />);
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox");
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  const cards = () => scene.live.cardIds(column.id).map((id) => scene.live.card(id));
  return { ...scene, closed, field, type, cards };
}
const options = () => screen.queryAllByRole("option").map((one) => one.firstChild?.textContent);
const active = (field: HTMLElement) =>
  document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent ?? "";

test("a slash lists templates, what follows searches, arrows and Enter choose; the card has all of it", async () => {
  const { field, type, cards } = await compose([
    template(1, { name: "Réception" }),
    template(2, { name: "Relevé" }),
    template(3),
  ]);
  type("/");
  await waitFor(() => expect(options()).toEqual(["Réception", "Relevé", "Modèle 3"]));
  type("/re");
  expect(options()).toEqual(["Réception", "Relevé"]);
  expect(active(field)).toMatch(/^Réception/);
  press("ArrowDown");
  expect(active(field)).toMatch(/^Relevé.*10 j.*2 lignes/);
  press("Enter");
  await screen.findByText("Modèle : Relevé");
  expect(field.value).toBe("Visa 2");
  expect(options()).toEqual([]);
  await waitFor(() => expect(field.selectionEnd).toBe("Visa 2".length));
  type("Relevé du lot 7");
  press("Enter");
  await waitFor(() => expect(cards().at(-1)?.title).toBe("Relevé du lot 7"));
  const card = cards().at(-1);
  expect(card).toMatchObject({
    description: "À viser **sous dix jours**.",
    priority: "high",
    tags: ["Visa"],
    cover: "c4",
    dueOn: addDays(today(), 10),
  });
  expect(inOrder(card?.items ?? {}).map(({ text, done }) => [text, done])).toEqual([
    ["Relire", false],
    ["Signer", false],
  ]);
  expect(field.value).toBe("");
  expect(screen.queryByText(/^Modèle :/)).toBeNull();
});

test("one step takes the card back with all of it", async () => {
  const { live, turn, type, cards } = await compose([template(1)]);
  turn("waiting");
  type("/");
  await screen.findByRole("option");
  press("Enter");
  press("Enter");
  await waitFor(() => expect(cards()).toHaveLength(3));
  await live.undo();
  await waitFor(() => expect(cards()).toHaveLength(2));
  expect(live.undoable().undo).toBe(false);
});

test("a button lists them too, and a title that stands there already stays", async () => {
  const { field, type, cards } = await compose([template(1)]);
  type("Visa du lot 7");
  const [button] = screen.getAllByRole("button", { name: "Modèle" });
  if (!button) throw new Error("no button");
  expect(fireEvent.mouseDown(button)).toBe(false);
  fireEvent.click(button);
  fireEvent.click(await screen.findByRole("option"));
  expect(field.value).toBe("Visa du lot 7");
  fireEvent.click(screen.getByRole("button", { name: "Ne plus suivre le modèle Modèle 1" }));
  expect(document.activeElement).toBe(field);
  press("Enter");
  await waitFor(() => expect(cards().at(-1)?.title).toBe("Visa du lot 7"));
  expect(cards().at(-1)).toMatchObject({ priority: "none", tags: [] });
});

test("Escape closes the list first, then the composer; a slash can begin a title", async () => {
  const { type, closed, cards } = await compose([template(1)]);
  type("/api ne répond plus");
  await screen.findByText(/^Aucun modèle ne correspond/);
  press("Escape");
  expect(screen.queryByText(/^Aucun modèle ne correspond/)).toBeNull();
  expect(closed).not.toHaveBeenCalled();
  press("Enter");
  await waitFor(() => expect(cards().at(-1)?.title).toBe("/api ne répond plus"));
  type("/");
  await screen.findByRole("option");
  press("Escape");
  press("Enter");
  expect(cards()).toHaveLength(3);
  press("Escape");
  expect(closed).toHaveBeenCalledOnce();
});

test("tags that the board no longer has are left out, and that is said", async () => {
  const { type, cards, live } = await compose([template(1, { tags: ["Perdue", "EXE"] })], []);
  const card = testId("crd", 1);
  await live.act({ kind: "card.update", card, set: {}, tags: { add: ["EXE"], remove: [] } });
  type("/");
  await screen.findByRole("option");
  press("Enter");
  press("Enter");
  await waitFor(() => expect(cards().at(-1)?.tags).toEqual(["EXE"]));
  await screen.findByText(/absent de ce tableau : Perdue\.$/);
});

test("where there are none it is said how one comes about", async () => {
  const { type } = await compose([]);
  type("/");
  const told = await screen.findByText(/^Aucun modèle pour l’instant/);
  expect(told.textContent).toContain("Enregistrer comme modèle…");
});
