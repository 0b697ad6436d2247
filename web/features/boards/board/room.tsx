import { useQuery, useQueryClient } from "@tanstack/solid-query";
import {
  createContext,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  useContext,
  type JSX,
} from "solid-js";
import { createStore } from "solid-js/store";
import type { Card } from "#domain/boards/model.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { session } from "#web/lib/session.ts";
import type { Person } from "#web/ui/avatar.tsx";
import { createLiveMarks } from "#web/ui/live-marks.ts";
import { clientNamesQuery, clientQuery, membersQuery } from "#web/features/boards/queries.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import { isFiltering, NO_FILTER, passes, type CardFilter } from "./filter.ts";
import { placeAt } from "./place.ts";
import { referenceOf } from "./reference.ts";

/** Everything that the parts of an open board share. */
function createRoom(input: { live: LiveBoard; record: () => BoardView }) {
  const { live } = input;
  const queries = useQueryClient();
  const [filter, setFilter] = createStore<CardFilter>({ ...NO_FILTER });
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = createSignal<string | null>(null);
  const [asked, setAsked] = createSignal<readonly string[]>([]);
  const [said, setSaid] = createSignal("");
  const marks = createLiveMarks();
  const me = () => session.me()?.person.id ?? "";

  const members = useQuery(() => ({ ...membersQuery(), enabled: session.can("identity.read") }));
  const people = createMemo(
    () =>
      new Map(
        (members.isSuccess ? members.data.items : []).map((member): [string, Person] => [
          member.userId,
          { id: member.userId, name: member.name },
        ]),
      ),
  );
  const clients = useQuery(() => ({
    ...clientNamesQuery(""),
    enabled: session.can("clients.read"),
  }));
  const [rare, setRare] = createStore<Record<string, string>>({});
  const clientNames = createMemo(
    () =>
      new Map(
        (clients.isSuccess ? clients.data.items : []).map((client) => [client.id, client.company]),
      ),
  );

  /** The name of a card's client; fetched alone when it is not among the first. */
  function clientName(id: string | null): string | undefined {
    if (!id) return undefined;
    const known = clientNames().get(id) ?? rare[id];
    if (known === undefined && clients.isSuccess) {
      setRare(id, "");
      queries.fetchQuery(clientQuery(id)).then(
        (client) => setRare(id, client.company),
        () => undefined,
      );
    }
    return known;
  }

  const reference = (card: Card) => referenceOf(input.record().prefix, card.number);
  const shows = (id: string): boolean => {
    const card = live.card(id);
    if (!card) return false;
    return passes(card, filter, `${reference(card) ?? ""} ${clientName(card.clientId) ?? ""}`);
  };

  onCleanup(
    live.onOps((ops) => {
      for (const op of ops) {
        const by = { id: op.userId, name: people().get(op.userId)?.name ?? "" };
        if (op.userId === me()) continue;
        for (const change of op.changes) if (change.entity === "card") marks.mark(change.id, by);
      }
    }),
  );
  createEffect(() => {
    if (![...selected()].some((id) => live.card(id)?.deleted !== false)) return;
    setSelected((ids) => new Set([...ids].filter((id) => live.card(id)?.deleted === false)));
  });

  return {
    live,
    record: input.record,
    me,
    people,
    clientName,
    clientNames,
    reference,
    filter,
    setFilter,
    filtering: () => isFiltering(filter),
    /** Ids of a column's cards that pass the filter, in order. */
    cardIds: (columnId: string): readonly string[] =>
      isFiltering(filter) ? live.cardIds(columnId).filter(shows) : live.cardIds(columnId),
    may: {
      write: () => live.rights().write && !input.record().archivedAt,
      manage: () => live.rights().manage && !input.record().archivedAt,
    },
    marks,
    selected,
    select: (ids: ReadonlySet<string>) => setSelected(ids),
    toggle: (id: string) =>
      setSelected((ids) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    /** The card that arrows start from. */
    focused,
    setFocused,
    /** Cards whose "Move to…" is open. */
    asked,
    askMove: (ids: readonly string[]) => setAsked(ids),
    /** What assistive technology reads out. */
    said,
    say: (text: string) => setSaid(text),
    /** Moves cards, in the given order, to a position among the shown cards of a column, as one step. */
    move(ids: readonly string[], columnId: string, index: number) {
      const shown = isFiltering(filter)
        ? live.cardIds(columnId).filter(shows)
        : live.cardIds(columnId);
      const place = placeAt(shown, new Set(ids), index);
      const ops = ids.map((card, at) => ({
        kind: "card.move" as const,
        card,
        column: columnId,
        after: at === 0 ? place.after : (ids[at - 1] ?? null),
        before: place.before,
      }));
      return live.act(...ops);
    },
  };
}

export type BoardRoom = ReturnType<typeof createRoom>;

const RoomContext = createContext<BoardRoom>();

/** Gives an open board to everything below. */
export function RoomProvider(props: { live: LiveBoard; record: BoardView; children: JSX.Element }) {
  // The page is keyed by the board, so `live` never changes under it.
  // eslint-disable-next-line solid/reactivity
  const room = createRoom({ live: props.live, record: () => props.record });
  return <RoomContext.Provider value={room}>{props.children}</RoomContext.Provider>;
}

/** The open board. Error: outside of one. */
export function useRoom(): BoardRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error("useRoom needs a RoomProvider above");
  return room;
}
