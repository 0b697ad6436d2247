import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FILE_LIMITS } from "#domain/boards/card-file.ts";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { problem, signedIn } from "#web/lib/testing-server.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { CardPanel } from "#web/features/boards/card/card-panel.tsx";

const CARD = testId("crd", 1);

beforeEach(() => {
  vi.stubGlobal(
    "URL",
    Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }),
  );
  const me = signedIn();
  session.enter({ ...me, permissions: ["boards.read", "boards.write"] });
});
afterEach(() => session.leave());

/** A server that keeps what is sent; `hold` keeps parts waiting until they are broken off. */
async function panel(
  how: { refuse?: boolean; hold?: boolean } = {},
  rights?: { write: boolean; manage: boolean },
) {
  const parts: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const path = url.replace("/api/v1", "");
    const [, id = "", rest = ""] = /\/files\/(fil_\w+)(.*)$/.exec(path) ?? [];
    if (rest.startsWith("/parts/")) {
      if (how.hold) {
        await new Promise((_resolve, reject) =>
          init.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError"))),
        );
      }
      if (how.refuse) return problem("server.error", 500);
      parts.push(rest);
      return new Response(null, { status: 204 });
    }
    if (id && init.method === "POST") {
      const body = JSON.parse(typeof init.body === "string" ? init.body : "{}") as object;
      return Response.json({ id, ...body }, { status: 201 });
    }
    if (id) return new Response(new Blob(["x"]));
    if (path.endsWith("/comments")) return Response.json({ version: 1, items: [] });
    return problem("route.not_found", 404);
  });
  const scene = await openScene(rights);
  scene.show(() => <CardPanel id={CARD} onOpen={() => undefined} onClose={() => undefined} />);
  await screen.findByRole("dialog");
  return { ...scene, parts };
}
const choose = (...files: File[]) => {
  const field = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!field) throw new Error("no field");
  Object.defineProperty(field, "files", { value: files, configurable: true });
  fireEvent.change(field);
};
const file = (name: string, size: number, type: string) =>
  new File([new Uint8Array(size)], name, { type });

test("a file goes to the server in parts, and then to the card, where it can be taken away and had back", async () => {
  const { live, parts } = await panel();
  choose(file("note.pdf", FILE_LIMITS.partBytes + 1, "application/pdf"));
  await waitFor(() => expect(live.card(CARD)?.files).toHaveLength(1));
  expect(parts).toEqual(["/parts/0", "/parts/1"]);
  expect(live.card(CARD)?.files[0]).toMatchObject({
    name: "note.pdf",
    size: FILE_LIMITS.partBytes + 1,
    type: "application/pdf",
    by: testId("usr", 1),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Supprimer note.pdf" }));
  await waitFor(() => expect(live.card(CARD)?.files).toEqual([]));
  fireEvent.click(await screen.findByRole("button", { name: /^Annuler/ }));
  await waitFor(() => expect(live.card(CARD)?.files).toHaveLength(1));
});

test("what is too large or empty is told at once, and nothing is sent", async () => {
  const { parts } = await panel();
  const large = file("film.mp4", 1, "video/mp4");
  Object.defineProperty(large, "size", { value: FILE_LIMITS.bytes + 1 });
  choose(large, file("vide.txt", 0, "text/plain"));
  await screen.findByText(/« film.mp4 » dépasse/);
  await screen.findByText(/« vide.txt » est vide/);
  expect(parts).toEqual([]);
});

test("an upload is broken off", async () => {
  const held = await panel({ hold: true });
  choose(file("note.pdf", 9, "application/pdf"));
  await screen.findByRole("progressbar", { name: "Envoi de note.pdf" });
  fireEvent.click(screen.getByRole("button", { name: "Annuler l’envoi" }));
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  expect(held.live.card(CARD)?.files).toEqual([]);
});

test("one that failed says so, and is begun again", async () => {
  const server = { refuse: true };
  const { live } = await panel(server);
  choose(file("note.pdf", 9, "application/pdf"));
  const again = await screen.findByRole("button", { name: "Réessayer" }, { timeout: 5000 });
  screen.getByText("« note.pdf » n’a pas pu être envoyé.");
  server.refuse = false;
  fireEvent.click(again);
  await waitFor(() => expect(live.card(CARD)?.files).toHaveLength(1));
});

test("a picture that is dropped on the card or pasted into a comment comes to the card, and stands in the text", async () => {
  const { live } = await panel();
  const plan = file("plan.png", 9, "image/png");
  const drop = new Event("drop", { bubbles: true, cancelable: true });
  Object.assign(drop, { dataTransfer: { files: [plan], types: ["Files"] } });
  screen.getByRole("dialog").dispatchEvent(drop);
  await waitFor(() => expect(live.card(CARD)?.files).toHaveLength(1));
  await screen.findByRole("button", { name: "Voir plan.png" });
  fireEvent.click(screen.getByRole("button", { name: "Écrire un commentaire…" }));
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Commentaire" });
  const paste = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(paste, { clipboardData: { files: [file("photo.png", 9, "image/png")] } });
  field.dispatchEvent(paste);
  await waitFor(() => expect(field.value).toMatch(/^!\[photo\.png\]\(fil_\w{26}\)$/));
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  await screen.findByRole("img", { name: "photo.png" });
});

test("whoever may only read fetches files and adds none", async () => {
  await panel({}, { write: false, manage: false });
  expect(screen.queryByRole("region", { name: "Fichiers" })).toBeNull();
  expect(document.querySelector("input[type=file]")).toBeNull();
});
