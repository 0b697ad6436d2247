import { screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { OffCardRow } from "#web/features/boards/archive/off-card-row.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { ArchivedNote, GoneCard } from "./gone-card.tsx";

const there = testId("brd", 2);
const [card, copy] = [testId("crd", 1), testId("crd", 9)];
const to = { board: there, card: copy };
const went = /passée sur .*Appels d’offres/;

beforeEach(() => {
  session.enter(signedIn({ permissions: ["boards.read", "boards.write"] }));
  fakeServer({
    "get /boards": () => Response.json({ items: [{ id: there, title: "Appels d’offres" }] }),
    [`get /tasks/${card}`]: () => Response.json({ title: "Note", archived: true, movedTo: to }),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  session.leave();
});

const link = async () => {
  await screen.findByText(went);
  return screen.getByRole("link", { name: /^Ouvrir la carte/ }).getAttribute("href");
};

test("an open card that went on another board says where, and leads there; one that is only archived does not", async () => {
  const { live, show } = await openScene();
  show(() => <ArchivedNote card={live.card(card) as never} />);
  await live.act({ kind: "card.archive", card });
  expect(await screen.findByText("Cette carte est archivée.")).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
  await live.act({ kind: "card.unarchive", card }, { kind: "card.archive", card, to });
  expect(await link()).toBe(`/boards/${there}?card=${copy}`);
});

test("so does one that the page does not hold, as a notification of before opens it", async () => {
  const { show } = await openScene();
  show(() => <GoneCard id={card} known={false} />);
  expect(await link()).toBe(`/boards/${there}?card=${copy}`);
});

test("and its row in the archive", async () => {
  const { show } = await openScene();
  const row = {
    id: card,
    reference: "EC-1",
    title: "Note",
    columnId: testId("col", 1),
    columnName: "À faire",
    tags: [],
    updatedAt: "2026-11-20T08:00:00.000Z",
    movedTo: to,
  };
  show(() => (
    <ul>
      <OffCardRow card={row} chosen={false} back="Remettre" onChoose={vi.fn()} onBack={vi.fn()} />
    </ul>
  ));
  expect(await link()).toBe(`/boards/${there}?card=${copy}`);
});
