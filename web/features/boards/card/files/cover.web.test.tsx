import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { problem, signedIn } from "#web/lib/testing-server.ts";
import { CardFace } from "#web/features/boards/board/card-face.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { CardPanel } from "#web/features/boards/card/card-panel.tsx";

const CARD = testId("crd", 1);
const PLAN = { id: testId("fil", 1), name: "plan.png", size: 9, type: "image/png" };
const NOTE = { id: testId("fil", 2), name: "note.pdf", size: 9, type: "application/pdf" };

beforeEach(() => {
  let made = 0;
  const createObjectURL = () => `blob:${(made += 1)}`;
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL, revokeObjectURL: () => undefined }));
  session.enter({ ...signedIn(), permissions: ["boards.read", "boards.write"] });
});
afterEach(() => session.leave());

/** A card with a picture and a note, its panel open and its face beside it; what was asked of the server. */
async function panel(there = true) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const path = url.replace("/api/v1", "");
    if (path.endsWith("/comments")) return Response.json({ version: 1, items: [] });
    if (!path.includes("/files/")) return problem("route.not_found", 404);
    asked.push(`${init.method ?? "GET"} ${path.split("/files/")[1]}`);
    return there ? new Response(new Blob(["x"])) : problem("file.not_found", 404);
  });
  const scene = await openScene();
  await scene.live.act({
    kind: "card.update",
    card: CARD,
    set: {},
    files: { add: [PLAN, NOTE], remove: [] },
  });
  const card = () => {
    const found = scene.live.card(CARD);
    if (!found) throw new Error("no card");
    return found;
  };
  scene.show(() => (
    <>
      <div data-testid="face">
        <CardFace card={card()} />
      </div>
      <CardPanel id={CARD} onOpen={() => undefined} onClose={() => undefined} />
    </>
  ));
  await screen.findByRole("dialog");
  return { ...scene, asked, card };
}
const band = () => screen.getByTestId("face").querySelector<HTMLElement>("[data-cover]");

test("a picture of the card is its cover by its row, is drawn on the face, and goes with the file", async () => {
  const { live, asked, card } = await panel();
  expect(screen.queryByRole("button", { name: "Mettre note.pdf en couverture" })).toBeNull();
  const toggle = screen.getByRole("button", { name: "Mettre plan.png en couverture" });
  fireEvent.click(toggle);
  await waitFor(() => expect(card().cover).toBe(PLAN.id));
  expect(toggle.getAttribute("aria-pressed")).toBe("true");
  await waitFor(() => expect(band()?.querySelector("img")?.src).toMatch(/^blob:/));
  // The row, the value and the face share one small picture.
  expect(asked).toEqual([`GET ${PLAN.id}/face`]);
  fireEvent.click(screen.getByRole("button", { name: "Supprimer plan.png" }));
  await waitFor(() => expect(card().cover).toBeNull());
  expect(band()).toBeNull();
  await live.undo();
  await waitFor(() => expect(card().cover).toBe(PLAN.id));
  fireEvent.click(await screen.findByRole("button", { name: "Mettre plan.png en couverture" }));
  await waitFor(() => expect(card().cover).toBeNull());
});

test("what the toast of a file takes back is the file with the face it was, and only as long as it is gone", async () => {
  const { live, card, turn } = await panel();
  turn("waiting");
  const off = async () => {
    await live.act({ kind: "card.update", card: CARD, set: { cover: PLAN.id } });
    fireEvent.click(await screen.findByRole("button", { name: "Supprimer plan.png" }));
    await waitFor(() => expect(card().files).toHaveLength(1));
  };
  await off();
  fireEvent.click(await screen.findByRole("button", { name: /^Annuler/ }));
  await waitFor(() => expect(card()).toMatchObject({ cover: PLAN.id, files: { length: 2 } }));
  // What somebody has put on the face since stays on it.
  await off();
  await live.act({ kind: "card.update", card: CARD, set: { cover: "c3" } });
  fireEvent.click(await screen.findByRole("button", { name: /^Annuler/ }));
  await waitFor(() => expect(card()).toMatchObject({ cover: "c3", files: { length: 2 } }));
  // Brought back otherwise: there is nothing left to take back.
  await off();
  await screen.findByRole("button", { name: /^Annuler/ });
  await live.undo();
  await waitFor(() => expect(card().files).toHaveLength(2));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Annuler/ })).toBeNull());
});

test("the picker offers colours and pictures, and tells which is worn", async () => {
  const { card } = await panel();
  fireEvent.click(screen.getByRole("button", { name: /^Couverture/ }));
  const pictures = await screen.findByRole("group", { name: "Images de la carte" });
  fireEvent.click(within(pictures).getByRole("button", { name: "Mettre plan.png en couverture" }));
  await waitFor(() => expect(card().cover).toBe(PLAN.id));
  expect(screen.queryByRole("radio", { checked: true })).toBeNull();
  const [first] = screen.getAllByRole("radio");
  expect(first?.tabIndex).toBe(0);
  fireEvent.click(screen.getByRole("radio", { name: "Bleu" }));
  await waitFor(() => expect(card().cover).toBe("c4"));
  expect(band()).toBeNull();
});

test("a picture that can't be had takes no place on the card, and is asked for again", async () => {
  const { live, asked } = await panel(false);
  await waitFor(() => expect(asked).toHaveLength(1));
  await live.act({ kind: "card.update", card: CARD, set: { cover: PLAN.id } });
  await waitFor(() => expect(band()?.hidden).toBe(true));
  await live.act({ kind: "card.update", card: CARD, set: { cover: null } });
  await live.act({ kind: "card.update", card: CARD, set: { cover: PLAN.id } });
  await waitFor(() => expect(asked.length).toBeGreaterThan(1));
});
