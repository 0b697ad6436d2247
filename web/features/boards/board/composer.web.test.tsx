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
