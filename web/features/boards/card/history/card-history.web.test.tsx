import { screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CardChange } from "#domain/boards/comments-api.ts";
import { testId } from "#domain/boards/testing.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { CardHistory } from "./card-history.tsx";

const [one, two] = [testId("crd", 1), testId("crd", 2)];
const [here, there, third] = [1, 2, 3].map((n) => testId("brd", n)) as [string, string, string];

const linked: CardChange = {
  id: 7,
  at: "2026-11-21T10:00:00.000Z",
  actorId: testId("usr", 2),
  actorName: "Karim Benali",
  action: "card.link",
  changes: [
    { field: "links", before: null, after: { relation: "blocks", other: `${there}/${two}` } },
  ],
  outside: {
    boardTitle: "Chantier",
    reference: "CH-7",
    title: "Coulage",
    columnName: "À faire",
    category: "todo",
    gone: false,
  },
};

beforeEach(() => session.enter(signedIn({ permissions: ["boards.read", "boards.write"] })));
afterEach(() => {
  vi.unstubAllGlobals();
  session.leave();
});

test("a link that is made on a card of another board arrives in the open history; boards without a link are not asked about", async () => {
  let items: CardChange[] = [];
  let reads = 0;
  fakeServer({
    [`get /boards/${here}/cards/${one}/history`]: () => {
      reads += 1;
      return Response.json({ items, next: null });
    },
    [`get /boards/${here}/links`]: () => Response.json({ items: [] }),
    "get /boards": () => Response.json({ items: [], nextCursor: null }),
  });
  const socket = new EventTarget();
  const open = () =>
    Object.assign(socket, { send: () => undefined, close: () => undefined, readyState: 1 });
  const deps = {
    ticket: () => Promise.resolve("t"),
    open,
    random: () => 0,
    onWake: () => () => {},
  };
  const { live, show } = await openScene();
  show(() => (
    <LiveProvider since={0} deps={deps as never}>
      <CardHistory card={live.card(one) as never} />
    </LiveProvider>
  ));
  await screen.findByText("Aucune modification pour l’instant.");
  const hear = (seq: number, entityId: string, boards: string[]) => {
    const head = { seq, type: "x", entity: "board", actorId: "", actorName: "", at: "" };
    const event = { ...head, topic: "tasks", entityId, after: { id: entityId, linked: boards } };
    const data = JSON.stringify({ kind: "events", events: [event] });
    socket.dispatchEvent(new MessageEvent("message", { data }));
  };
  items = [linked];
  hear(1, third, [there]);
  await new Promise((done) => setTimeout(done, 60));
  expect(reads).toBe(1);
  hear(2, there, [here]);
  await screen.findByText("a ajouté un lien, bloque CH-7 Coulage");
  await waitFor(() => expect(reads).toBe(2));
});
