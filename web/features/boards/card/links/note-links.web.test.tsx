import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { NoteLinks } from "./note-links.tsx";

const card = testId("crd", 1);
const [note, gone] = [testId("not", 1), testId("not", 2)];
const reading = (...keys: string[]) => session.enter(signedIn({ permissions: keys }));
beforeEach(() => reading("boards.read", "boards.write", "notes.read"));
afterEach(() => session.leave());

async function open(rights?: { write: boolean; manage: boolean }) {
  const items = [{ id: note, title: "Réunion n° 18", heldOn: "2026-11-11" }];
  const asked = fakeServer({ "get /notes": () => Response.json({ items, nextCursor: null }) });
  const scene = await openScene(rights);
  const held = () => {
    const found = scene.live.card(card);
    if (!found) throw new Error("no card");
    return found;
  };
  scene.show(() => <NoteLinks card={held()} />);
  return { ...scene, asked };
}
const link = (other: string) => ({ kind: "card.link", card, other, relation: "relates" }) as const;

test("a note is found, linked, shown with its title, and ended; each is undone like any step", async () => {
  const { live } = await open();
  fireEvent.click(screen.getByRole("button", { name: "Lier une note" }));
  const search = await screen.findByRole("combobox", { name: "Note" });
  fireEvent.input(search, { target: { value: "réunion" } });
  await screen.findByRole("option");
  fireEvent.keyDown(search, { key: "Enter" });
  await waitFor(() => expect(live.card(card)?.links).toEqual({ [note]: "relates" }));
  const name = await screen.findByRole("link", { name: /Réunion n° 18/ });
  expect(name.getAttribute("href")).toBe(`/notes/${note}`);
  fireEvent.click(screen.getByRole("button", { name: "Ne plus lier Réunion n° 18" }));
  await waitFor(() => expect(live.card(card)?.links).toEqual({}));
  await live.undo();
  await waitFor(() => expect(live.card(card)?.links).toEqual({ [note]: "relates" }));
});

test("a note that was deleted says so, and its link can be ended", async () => {
  const { live } = await open();
  await live.act(link(gone));
  await screen.findByText("Note supprimée");
  fireEvent.click(screen.getByRole("button", { name: "Ne plus lier Note supprimée" }));
  await waitFor(() => expect(live.card(card)?.links).toEqual({}));
});

test("who may not read notes sees that there is one, and the server is not asked", async () => {
  reading("boards.read", "boards.write");
  const { live, asked } = await open();
  await live.act(link(note));
  expect(await screen.findByText("Une note")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Lier une note" })).toBeNull();
  expect(asked.filter(({ path }) => path.startsWith("/notes"))).toEqual([]);
});

test("who may only read the board adds and ends nothing", async () => {
  const { live } = await open({ write: false, manage: false });
  await live.act(link(note)).catch(() => undefined);
  expect(screen.queryByRole("button")).toBeNull();
});
