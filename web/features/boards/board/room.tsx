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
import type { Op } from "#domain/boards/ops.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { isThere } from "#domain/boards/whole.ts";
import { session } from "#web/lib/session.ts";
import { createLiveMarks } from "#web/ui/live-marks.ts";
import { createFaces } from "#web/features/boards/card/files/faces.ts";
import { createOutsideLinks } from "#web/features/boards/card/links/outside-links.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import type { CardFilter } from "#domain/boards/view-config.ts";
import { FIRST_LOOK, type BoardLook } from "#web/features/boards/views/view-state.ts";
import { today } from "#web/lib/today.ts";
import { isFiltering, NO_FILTER, passes } from "./filter.ts";
import { openBlockers } from "./open-blockers.ts";
import { placeAt } from "./place.ts";
import { referenceOf } from "./reference.ts";
import { tagColor } from "./tag-color.ts";
import { createNames } from "./room-names.ts";

/** A value changed in a panel beside `anchor`, for all of `cards`. */
export interface QuickEdit {
  field: "assignees" | "due" | "tags" | "priority";
  cards: readonly string[];
  anchor: HTMLElement;
}

/** Id of the signed-in person. */
const me = () => session.me()?.person.id ?? "";

/** Everything that the parts of an open board share. */
function createRoom(input: { live: LiveBoard; record: () => BoardView }) {
  const { live } = input;
  const names = createNames();
  const [filter, setFilter] = createStore<CardFilter>({ ...NO_FILTER });
  const [look, setLook] = createStore<BoardLook>({ ...FIRST_LOOK });
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = createSignal<string | null>(null);
  const [focusLane, setFocusLane] = createSignal<string | null>(null);
  const [asked, setAsked] = createSignal<readonly string[]>([]);
  const [transferring, setTransferring] = createSignal<readonly string[]>([]);
  const [quick, setQuick] = createSignal<QuickEdit | null>(null);
  const [said, setSaid] = createSignal("");
  const marks = createLiveMarks();
  const outside = createOutsideLinks(() => input.record().id);
  const faces = createFaces(() => input.record().id);
  /** The card that a range begins with. */
  let anchor = "";

  const doneColumns = createMemo(
    () => new Set(live.columns().flatMap(({ id, category }) => (category === "done" ? [id] : []))),
  );
  const isDone = (columnId: string) => doneColumns().has(columnId);
  const reference = (card: Card) => referenceOf(input.record().prefix, card.number);
  /** Whether a card is there and passes the filter. */
  const shows = (id: string): boolean => {
    const card = live.card(id);
    if (!card || !isThere(card)) return false;
    const words = `${reference(card) ?? ""} ${names.clientName(card.clientId) ?? ""}`;
    const blocked = () => openBlockers({ live }, card).length + outside.blockers(card).length > 0;
    const scene = { words, today: today(), done: isDone(card.columnId), blocked };
    return !isFiltering(filter) || passes(card, filter, scene);
  };
  /** Ids of a column's cards that pass the filter, in order. */
  const cardIds = (columnId: string): readonly string[] =>
    isFiltering(filter) ? live.cardIds(columnId).filter(shows) : live.cardIds(columnId);

  /** As the board shows them: column by column, from the top. */
  const inOrder = (ids: readonly string[]): readonly string[] => {
    if (ids.length < 2) return ids;
    const wanted = new Set(ids);
    return live.columns().flatMap(({ id }) => live.cardIds(id).filter((card) => wanted.has(card)));
  };
  const nameOf = (id: string) =>
    names.people().get(id)?.name ?? live.peers().find((peer) => peer.userId === id)?.name ?? "";

  createEffect(() => {
    const stop = live.onOps((ops) => {
      for (const op of ops) {
        if (op.userId === me()) continue;
        const by = { id: op.userId, name: nameOf(op.userId) };
        for (const change of op.changes) if (change.entity === "card") marks.mark(change.id, by);
      }
    });
    onCleanup(stop);
  });
  const stays = (id: string): boolean => {
    const card = live.card(id);
    return card !== undefined && isThere(card);
  };
  createEffect(() => {
    if ([...selected()].every(stays)) return;
    setSelected((ids) => new Set([...ids].filter(stays)));
  });
  const carriedByOthers = createMemo(
    () => new Set(live.peers().map((peer) => peer.state?.dragging && peer.state.card)),
    undefined,
    { equals: (a, b) => a.size === b.size && [...a].every((id) => b.has(id)) },
  );

  return {
    live,
    record: input.record,
    me,
    ...names,
    /** What somebody is called, who may have left the board or the company; empty when nobody knows. */
    nameOf,
    reference,
    /** Whether a column means that the work is done. */
    isDone,
    filter,
    setFilter,
    /** How the board is seen: as columns, table or calendar, in which rows and order. */
    look,
    setLook,
    filtering: () => isFiltering(filter),
    shows,
    cardIds,
    /** Whether the filter leaves no card of all there are. */
    nothingPasses: () =>
      isFiltering(filter) &&
      live.columns().some(({ id }) => live.cardIds(id).length > 0) &&
      live.columns().every(({ id }) => cardIds(id).length === 0),
    /** Ids of all cards that pass the filter, column by column. */
    allIds: () => live.columns().flatMap(({ id }) => cardIds(id)),
    /** The colour of a tag: given on this board, or else its own. */
    tagColor: (tag: string) => live.tagColor(tag) ?? tagColor(tag),
    /** Every tag of the board, in the order of the alphabet. Reads every card: for menus, as they open. */
    tags(): readonly string[] {
      const ids = live.columns().flatMap(({ id }) => live.cardIds(id));
      const all = ids.flatMap((id) => live.card(id)?.tags ?? []);
      return [...new Set(all)].toSorted((a, b) => a.localeCompare(b));
    },
    /** Every client that a card of the board belongs to, as `tags`. */
    clients(): readonly string[] {
      const ids = live.columns().flatMap(({ id }) => live.cardIds(id));
      const all = new Set(ids.flatMap((id) => live.card(id)?.clientId ?? []));
      const named = [...all].map((id) => ({ id, name: names.clientName(id) ?? "" }));
      return named.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ id }) => id);
    },
    may: {
      write: () => live.rights().write && !input.record().archivedAt,
      manage: () => live.rights().manage && !input.record().archivedAt,
    },
    marks,
    /** What its cards are to cards of other boards. */
    outside,
    /** The small pictures of the board's files. */
    faces,
    /** Cards that somebody else holds under the pointer. */
    carriedByOthers,
    selected,
    select: (ids: ReadonlySet<string>) => setSelected(ids),
    /** Selects from the card that was chosen last to this one, column by column as they are shown. */
    selectTo(id: string) {
      const all = live.columns().flatMap((column) => cardIds(column.id));
      const [from, to] = [all.indexOf(anchor), all.indexOf(id)];
      const range = from === -1 ? [id] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
      setSelected((ids) => new Set([...ids, ...range]));
      if (from === -1) anchor = id;
    },
    toggle(id: string) {
      anchor = id;
      setSelected((ids) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    /** The card that arrows start from. */
    focused,
    setFocused,
    /** The row of the focused card, where the board is dealt into rows: a card may stand in several. */
    focusLane,
    setFocusLane,
    /** Cards whose "Move to…" is open. */
    asked,
    askMove: (ids: readonly string[]) => setAsked(inOrder(ids)),
    /** Cards whose "To another board…" is open. */
    transferring,
    askTransfer: (ids: readonly string[]) => setTransferring(inOrder(ids)),
    /** The value that is being changed for one card or several, without opening them. */
    quick,
    setQuick,
    /** What assistive technology reads out. */
    said,
    say: (text: string) => setSaid(text),
    /** Moves cards, in the order they are shown, to a position among the staying cards of a column, as one step. */
    move(
      ids: readonly string[],
      columnId: string,
      index: number,
      more: { among?: readonly string[]; with?: readonly Op[] } = {},
    ) {
      const group = inOrder(ids);
      const place = placeAt(more.among ?? cardIds(columnId), new Set(group), index);
      const ops = group.map((card, at) => ({
        kind: "card.move" as const,
        card,
        column: columnId,
        after: at === 0 ? place.after : (group[at - 1] ?? null),
        before: place.before,
      }));
      return live.act(...ops, ...(more.with ?? []));
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
