import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import type { JSX } from "solid-js";
import type { ServerMessage } from "#domain/boards/messages.ts";
import { dealt, testId } from "#domain/boards/testing.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { MovesProvider } from "./board/moves.tsx";
import { RoomProvider } from "./board/room.tsx";
import { openBoard } from "./sync/board-store.ts";
import type { LinkHandlers, LinkStatus } from "./sync/link.ts";
import { BoardVisitProvider } from "./visit-provider.tsx";
import { emptyShelf, memoryKeeper } from "./sync/memory-keeper.ts";

const AT = "2026-11-20T08:00:00.000Z";

/** A board of three columns and six cards (or `count`), live in this page, whose object never answers: what is shown is optimistic. */
export async function openScene(rights = { write: true, manage: true }, count = 6) {
  const truth = dealt(3, count);
  const link: { page?: LinkHandlers } = {};
  const live = await openBoard({
    userId: testId("usr", 1),
    keeper: memoryKeeper(emptyShelf()),
    now: Date.now,
    open(handlers) {
      link.page = handlers;
      return { send: () => true, close: () => undefined };
    },
  });
  const hear = (frame: ServerMessage) => link.page?.onMessage(JSON.stringify(frame));
  const { version } = truth;
  link.page?.onStatus("open");
  link.page?.onOpen();
  const welcome = { kind: "welcome", epoch: "e", version, lastSeq: 0, peer: "per_me" } as const;
  hear({ ...welcome, mode: "snapshot", rights });
  const [columns, cards] = [[...truth.columns.values()], [...truth.cards.values()]];
  hear({ kind: "chunk", version, part: 0, last: true, columns, cards });
  const record = {
    id: testId("brd", 1),
    version: 1,
    title: "Essai",
    prefix: "EC",
    createdBy: testId("usr", 1),
    createdAt: AT,
    updatedAt: AT,
    archivedAt: null,
    can: rights,
  };
  const show = (ui: () => JSX.Element, address = "/") => {
    const history = createMemoryHistory();
    history.set({ value: address });
    return renderUi(() => (
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter history={history}>
          <Route
            path="*"
            component={() => (
              <RoomProvider live={live} record={record}>
                <BoardVisitProvider visit={() => Promise.reject(new Error("unreachable"))}>
                  <MovesProvider>{ui()}</MovesProvider>
                </BoardVisitProvider>
              </RoomProvider>
            )}
          />
        </MemoryRouter>
      </QueryClientProvider>
    ));
  };
  /** What becomes of the connection: without one, steps stay on the device. */
  const turn = (status: LinkStatus) => link.page?.onStatus(status);
  return { live, record, version, hear, show, turn };
}

/** The titles that a column shows, from the top. */
export function titlesOf(column: number): string[] {
  const lane = document.querySelector(`[data-column="${testId("col", column)}"]`);
  return [...(lane?.querySelectorAll("[data-card] p:first-of-type") ?? [])].map(
    (title) => title.textContent,
  );
}

/** Puts the focus on a card by its number. */
export function focusOn(card: number): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-card="${testId("crd", card)}"]`);
  if (!found) throw new Error(`Card ${card} is not drawn`);
  found.focus();
  return found;
}
