import { screen } from "@solidjs/testing-library";
import { afterEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { LiveProvider } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { signedIn } from "#web/lib/testing-server.ts";
import { press } from "#web/ui/testing.tsx";
import { useReturnNews } from "./return-news.ts";
import { onUndoKeys, useUndo } from "./undo-keys.ts";

afterEach(() => session.leave());

const here = testId("brd", 1);

/** An open board, its keys, and the organization's feed. */
async function scene() {
  session.enter(signedIn({ permissions: ["boards.read", "boards.write"] }));
  const socket = new EventTarget();
  const deps = {
    ticket: () => Promise.resolve("ticket"),
    open: () =>
      Object.assign(socket, { send: () => undefined, close: () => undefined, readyState: 1 }),
    random: () => 0,
    onWake: () => () => undefined,
  };
  const opened = await openScene();
  const Inside = () => {
    useReturnNews();
    const steps = useUndo();
    onUndoKeys(
      () => void steps.undo(),
      () => void steps.redo(),
    );
    return null;
  };
  opened.show(() => (
    <LiveProvider since={0} deps={deps as never}>
      <Inside />
    </LiveProvider>
  ));
  let seq = 0;
  const returned = async (actorId: string, entityId = here, type = "board.returned") => {
    await new Promise((done) => setTimeout(done, 20));
    seq += 1;
    const at = "2025-11-20T08:00:00.000Z";
    const who = { actorId, actorName: "Claire Morvan", at, topic: "boards", entity: "board" };
    const event = { seq, type, ...who, entityId, after: { id: entityId, backup: at } };
    const data = JSON.stringify({ kind: "events", events: [event] });
    socket.dispatchEvent(new MessageEvent("message", { data }));
    await new Promise((done) => setTimeout(done, 20));
  };
  return { ...opened, returned };
}

test("who has the board open is told who took it back, and to when", async () => {
  const { returned } = await scene();
  await returned("usr_b", testId("brd", 2));
  await returned("usr_b", here, "board.saved");
  await returned(session.me()?.person.id ?? "");
  expect(screen.queryByText(/a ramené/)).toBeNull();
  await returned("usr_b");
  await screen.findByText("Claire Morvan a ramené le tableau à son état du 20 nov. 2025.");
});

test("steps that are gone with the backup are offered no more, and their key says why", async () => {
  const { live, hear, version } = await scene();
  const card = testId("crd", 1);
  await live.act({ kind: "card.update", card, set: { title: "Perdu" } });
  const changes = [{ entity: "card", id: card, set: { title: "Perdu" } }];
  const inverse = [{ entity: "card", id: card, set: { title: "Card 1" }, versions: { title: 1 } }];
  const done = { seq: 1, version: version + 1, outcome: "applied", changes, inverse };
  hear({ kind: "ack", results: [{ ...done, overwrote: [], at: "" }] } as never);
  expect(live.undoable().undo).toBe(true);
  const rights = { write: true, manage: true };
  const welcome = { kind: "welcome", version: version + 2, lastSeq: 0, peer: "per_me", rights };
  hear({ ...welcome, epoch: "e2", mode: "snapshot" } as never);
  expect(live.undoable().undo).toBe(false);
  press("z", { ctrlKey: true });
  await screen.findByText(/^Rien à annuler/);
});
