import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OutsideLink } from "#domain/boards/links-api.ts";
import { testId } from "#domain/boards/testing.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { Links } from "./links.tsx";
import { useOutsideNews } from "./use-outside-news.ts";

const [one, two] = [testId("crd", 1), testId("crd", 2)];
const [here, there, third] = [1, 2, 3].map((n) => testId("brd", n)) as [string, string, string];

const other = {
  boardTitle: "Appels d’offres",
  reference: "AO-4",
  title: "Parking Est",
  columnName: "À faire",
  category: "todo" as const,
  gone: false,
};
const link: OutsideLink = {
  card: one,
  relation: "blocked_by",
  own: true,
  boardId: there,
  otherId: two,
  other,
};

beforeEach(() => session.enter(signedIn({ permissions: ["boards.read", "boards.write"] })));
afterEach(() => {
  vi.unstubAllGlobals();
  session.leave();
});

/** The links of a card, as the server knows them, and the organization's feed. */
async function shown(first: OutsideLink[]) {
  let items = first;
  let reads = 0;
  let refused = false;
  const task = { id: two, boardId: there, ...other };
  const asked = fakeServer({
    [`get /boards/${here}/links`]: () => {
      reads += 1;
      return Response.json({ items });
    },
    "get /tasks": () => Response.json({ items: [task], nextCursor: null }),
    [`post /boards/${there}/ops`]: () =>
      refused
        ? problem("board.archived", 409)
        : Response.json({ version: 2, projected: true, results: [] }),
  });
  const socket = new EventTarget();
  const deps = {
    ticket: () => Promise.resolve("ticket"),
    open: () =>
      Object.assign(socket, { send: () => undefined, close: () => undefined, readyState: 1 }),
    random: () => 0,
    onWake: () => () => undefined,
  };
  const { live, show } = await openScene();
  const News = () => {
    useOutsideNews();
    return null;
  };
  show(() => (
    <LiveProvider since={0} deps={deps as never}>
      <News />
      <Links card={live.card(one) as never} onOpen={vi.fn()} />
    </LiveProvider>
  ));
  await waitFor(() => expect(reads).toBe(1));
  let seq = 0;
  const hear = async (topic: string, entityId: string, after: object) => {
    await new Promise((done) => setTimeout(done, 20));
    seq += 1;
    const head = { seq, type: "x", entity: "board", actorId: "usr_2", actorName: "", at: "" };
    const data = JSON.stringify({ kind: "events", events: [{ ...head, topic, entityId, after }] });
    socket.dispatchEvent(new MessageEvent("message", { data }));
  };
  return {
    live,
    hear,
    asked,
    reads: () => reads,
    tells: (next: OutsideLink[]) => (items = next),
    refuse: () => (refused = true),
  };
}

test("a card that was just chosen is called by its name at once, and never missing before the server knows of it", async () => {
  const { live } = await shown([]);
  fireEvent.click(screen.getByRole("button", { name: "Lier" }));
  const search = await screen.findByRole("combobox", { name: "Carte" });
  fireEvent.input(search, { target: { value: "parking" } });
  await screen.findByRole("option", { name: /AO-4 Parking Est/ });
  fireEvent.keyDown(search, { key: "Enter" });
  await waitFor(() => expect(live.card(one)?.links).toEqual({ [`${there}/${two}`]: "blocked_by" }));
  const row = await screen.findByRole("link", { name: /AO-4 Parking Est/ });
  expect(row.textContent).toContain("Appels d’offres");
});

test("a link that somebody else makes is a card of another board until it is known which", async () => {
  const { live, tells, hear } = await shown([]);
  const op = { kind: "card.link", card: one, other: two, board: there } as const;
  await live.act({ ...op, relation: "blocked_by" });
  await screen.findByText("Carte d’un autre tableau");
  expect(screen.queryByText(/que vous ne pouvez pas voir/)).toBeNull();
  tells([link]);
  await hear("tasks", here, { id: here, linked: [there] });
  await screen.findByRole("link", { name: /AO-4 Parking Est/ });
  tells([{ ...link, other: null }]);
  await hear("tasks", there, { id: there, linked: [] });
  await screen.findByText(/que vous ne pouvez pas voir/, {}, { timeout: 3000 });
});

test("a link made on the other side, and another name there, arrive; boards that have nothing to do with this one do not ask", async () => {
  const { hear, tells, reads } = await shown([]);
  await hear("tasks", third, { id: third, linked: [] });
  await hear("tasks", here, { id: here, linked: [] });
  const theirs = { ...link, own: false, relation: "blocks" as const };
  tells([theirs]);
  await new Promise((done) => setTimeout(done, 60));
  expect(reads()).toBe(1);
  await hear("tasks", there, { id: there, linked: [here] });
  await screen.findByRole("link", { name: /AO-4 Parking Est/ });
  tells([{ ...theirs, other: { ...other, title: "Parking Ouest" } }]);
  await hear("tasks", there, { id: there, linked: [here] });
  await screen.findByRole("link", { name: /AO-4 Parking Ouest/ }, { timeout: 3000 });
  tells([{ ...theirs, other: { ...other, boardTitle: "Offres" } }]);
  await hear("boards", there, {});
  await screen.findByText("Offres", {}, { timeout: 3000 });
});

test("many changes elsewhere are one read now and one a moment later", async () => {
  const { hear, reads } = await shown([link]);
  for (let n = 0; n < 5; n += 1) await hear("tasks", there, { id: there, linked: [] });
  await waitFor(() => expect(reads()).toBe(3), { timeout: 3000 });
  await new Promise((done) => setTimeout(done, 100));
  expect(reads()).toBe(3);
});

test("a link that the other card keeps is ended on its board, also where that card is archived", async () => {
  const { asked, tells } = await shown([
    { ...link, own: false, relation: "blocks", other: { ...other, gone: true } },
  ]);
  await screen.findByText(/Carte archivée ou supprimée/);
  tells([]);
  fireEvent.click(screen.getByRole("button", { name: /^Ne plus lier/ }));
  await waitFor(() => expect(screen.queryByText(/Carte archivée ou supprimée/)).toBeNull());
  const op = { kind: "card.link", card: two, other: one, board: here };
  const ops = () => asked.filter(({ method }) => method === "post").map(({ body }) => body);
  expect(ops()).toEqual([{ ops: [{ ...op, relation: null }] }]);
  fireEvent.click(await screen.findByRole("button", { name: "Annuler" }));
  await waitFor(() => expect(ops()[1]).toEqual({ ops: [{ ...op, relation: "blocked_by" }] }));
});

test("a link that can't be ended there stays, and it is said why", async () => {
  const { refuse } = await shown([{ ...link, own: false }]);
  refuse();
  fireEvent.click(await screen.findByRole("button", { name: "Ne plus lier Parking Est" }));
  await screen.findByText(/archivé/);
  expect(screen.getByRole("link", { name: /AO-4 Parking Est/ })).toBeTruthy();
});

test("that a link ended on its board is no longer told once somebody has made it again", async () => {
  const theirs = { ...link, own: false };
  const { tells, hear } = await shown([theirs]);
  const unlink = await screen.findByRole("button", { name: "Ne plus lier Parking Est" });
  tells([]);
  fireEvent.click(unlink);
  const said = "Le lien est retiré, aussi dans Appels d’offres.";
  await screen.findByText(said);
  await waitFor(() => expect(screen.queryByRole("link", { name: /AO-4/ })).toBeNull());
  tells([theirs]);
  await hear("tasks", there, { id: there, linked: [here] });
  await screen.findByRole("link", { name: /AO-4 Parking Est/ });
  await waitFor(() => expect(screen.queryByText(said)).toBeNull());
});
