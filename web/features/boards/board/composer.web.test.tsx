import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { press, settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { Composer } from "./composer.tsx";

async function composer() {
  const scene = await openScene();
  const closed = vi.fn<() => void>();
  Element.prototype.scrollTo = () => undefined;
  const column = scene.live.columns()[0];
  if (!column) throw new Error("no column");
  const now = () => scene.live.columns()[0] ?? column;
  scene.show(() => <Composer column={now()} onClose={closed} />);
  const field = await screen.findByRole("textbox", { name: "Titre de la carte" });
  const titles = () => scene.live.cardIds(column.id).map((id) => scene.live.card(id)?.title);
  return { ...scene, closed, field, titles };
}

test("Enter adds at the end and stays for the next; spaces are put in order; nothing adds nothing", async () => {
  const { field, titles, closed } = await composer();
  expect(document.activeElement).toBe(field);
  fireEvent.input(field, { target: { value: "  Visa   des plans " } });
  press("Enter");
  await waitFor(() => {
    expect(titles().at(-1)).toBe("Visa des plans");
    expect((field as HTMLTextAreaElement).value).toBe("");
  });
  press("Enter");
  await settle(30);
  expect(titles()).toHaveLength(3);
  expect(closed).not.toHaveBeenCalled();
});

test("without a keyboard: a button adds and leaves the focus in the field, another one closes", async () => {
  const { field, titles, closed } = await composer();
  fireEvent.input(field, { target: { value: "Relevé" } });
  const add = screen.getByRole("button", { name: "Ajouter" });
  expect(fireEvent.mouseDown(add)).toBe(false);
  fireEvent.click(add);
  await waitFor(() => expect(titles().at(-1)).toBe("Relevé"));
  fireEvent.click(screen.getByRole("button", { name: "Fermer" }));
  expect(closed).toHaveBeenCalledOnce();
});

test("Escape closes; leaving it keeps what was typed", async () => {
  const { field, closed } = await composer();
  fireEvent.input(field, { target: { value: "à moitié" } });
  fireEvent.blur(field);
  expect(closed).not.toHaveBeenCalled();
  press("Escape");
  expect(closed).toHaveBeenCalledOnce();
});

test("what a full column does not take stays in the field, and nothing is left to settle", async () => {
  const { field, live, titles } = await composer();
  const set = { wipLimit: 1, wipBlock: true };
  await live.act({ kind: "column.update", column: testId("col", 1), set });
  fireEvent.input(field, { target: { value: "De trop" } });
  field.focus();
  press("Enter");
  await waitFor(() => expect((field as HTMLTextAreaElement).value).toBe("De trop"));
  await screen.findByText(/^Cette colonne est pleine/);
  expect(titles()).toHaveLength(2);
  expect(live.notes()).toEqual([]);
});

test("a title that is too long says so while it is typed, and what is beyond it begins the description", async () => {
  const { field, live, titles } = await composer();
  const long = `Reprise des ${"plans de coffrage ".repeat(20)}`.trim();
  fireEvent.input(field, { target: { value: "x".repeat(285) } });
  await screen.findByText("285 / 300");
  expect(screen.queryByText(/La suite ira/)).toBeNull();
  fireEvent.input(field, { target: { value: long } });
  await screen.findByText("La suite ira au début de la description.");
  field.focus();
  press("Enter");
  await screen.findByText(/la suite est au début de la description/);
  await waitFor(() => expect(titles()).toHaveLength(3));
  const made = live.card(live.cardIds(testId("col", 1)).at(-1) ?? "");
  expect(`${made?.title.slice(0, -1)} ${made?.description.slice(1)}`).toBe(long);
  expect(titles().at(-1)?.length).toBeLessThanOrEqual(300);
});

const paste = (field: HTMLElement, text: string) => {
  fireEvent.paste(field, { clipboardData: { getData: () => text } });
  fireEvent.input(field, { target: { value: text.replaceAll("\n", " ") } });
};

test("pasted lines make one card, or one each when that is asked for, as one step", async () => {
  const { field, live, titles, turn } = await composer();
  turn("waiting");
  field.focus();
  paste(field, "- Relever\n- Chiffrer\n\n- Envoyer");
  const each = await screen.findByRole("button", { name: "Une carte par ligne (3)" });
  fireEvent.click(each);
  await waitFor(() => expect(titles().slice(-3)).toEqual(["Relever", "Chiffrer", "Envoyer"]));
  await live.undo();
  await waitFor(() => expect(titles()).toHaveLength(2));
  paste(field, "Relever\nChiffrer");
  await screen.findByRole("button", { name: "Une carte par ligne (2)" });
  press("Enter");
  await waitFor(() => expect(titles().at(-1)).toBe("Relever Chiffrer"));
  expect(screen.queryByRole("button", { name: /par ligne/ })).toBeNull();
});

test("what is typed after a paste is one title; lines beyond a limit stay in the field", async () => {
  const { field, live, titles } = await composer();
  paste(field, "Relever\nChiffrer");
  fireEvent.input(field, { target: { value: "Relever Chiffrer vite" } });
  expect(screen.queryByRole("button", { name: /par ligne/ })).toBeNull();
  const set = { wipLimit: 3, wipBlock: true };
  await live.act({ kind: "column.update", column: testId("col", 1), set });
  fireEvent.input(field, { target: { value: "" } });
  paste(field, "Relever\nChiffrer");
  field.focus();
  press("Enter", { ctrlKey: true });
  await screen.findByText(/^Cette colonne est pleine/);
  expect((field as HTMLTextAreaElement).value).toBe("Relever Chiffrer");
  expect(titles()).toHaveLength(2);
});
