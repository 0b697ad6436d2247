import { createEffect, createRoot } from "solid-js";
import type { Op } from "#domain/boards/ops.ts";
import { linkedCard } from "#domain/boards/parts.ts";
import { newId } from "#domain/ids.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import { hasMore, type Way } from "./bring.ts";
import { copyOps, likeColumn } from "./copy-ops.ts";

/** Cards on their way to another board. It is kept on the device until it is done, so that a cut leaves nothing half. */
export interface Transfer {
  id: string;
  from: string;
  to: string;
  /** The cards stay where they are as well. */
  copies: boolean;
  cards: { card: string; copy: string }[];
}

/** Where transfers under way are kept. */
export interface TransferStore {
  read(): readonly Transfer[];
  write(list: readonly Transfer[]): void;
}

interface TransferDeps {
  visit(board: string): Promise<LiveBoard>;
  store: TransferStore;
  /** Brings files and comments along. Throws when that can't be now. */
  bring(way: Way): Promise<void>;
}

/** Resolves once everything that waited for a board has its answer. */
function answered(live: LiveBoard): Promise<void> {
  return new Promise((resolve) =>
    createRoot((dispose) =>
      createEffect(() => {
        if (live.link.waiting > 0) return;
        resolve();
        dispose();
      }),
    ),
  );
}

const isThere = (live: LiveBoard, id: string) => live.card(id)?.deleted === false;

/** Cards that go together stay linked, each link said once; with those that stay, they are linked over the boards' edge. */
function linksAmong(
  { cards, from, to: target, copies: copied }: Transfer,
  source: LiveBoard,
): Op[] {
  const copies = new Map(cards.map(({ card, copy }) => [card, copy]));
  return cards.flatMap(({ card, copy }) =>
    Object.entries(source.card(card)?.links ?? {}).flatMap(([other, relation]) => {
      const [to, link] = [copies.get(other), { kind: "card.link" as const, card: copy, relation }];
      if (to !== undefined) return card > other ? [] : [{ ...link, other: to }];
      if (copied) return [];
      const { board = from, card: linked } = linkedCard(other);
      return [{ ...link, other: linked, ...(board === target ? {} : { board }) }];
    }),
  );
}

/**
 * Moves or copies cards from board to board: made there first, with all that they have, and archived here only once the
 * other board has them whole. Each step can be repeated: the ids of what is made are chosen before, and kept.
 */
export function createTransfers(deps: TransferDeps) {
  const keep = (transfer: Transfer) => deps.store.write([...deps.store.read(), transfer]);
  const forget = ({ id }: Transfer) =>
    deps.store.write(deps.store.read().filter((one) => one.id !== id));

  /** Carries a transfer out from wherever it stands. Answers how many cards came to the other board. */
  async function run(transfer: Transfer, source: LiveBoard): Promise<number> {
    const target = await deps.visit(transfer.to);
    const ops = transfer.cards.flatMap(({ card, copy }) => {
      const found = source.card(card);
      if (!found || found.deleted || target.card(copy)) return [];
      const category = source.columns().find(({ id }) => id === found.columnId)?.category;
      const column = likeColumn(target.columns(), category);
      return column ? copyOps(found, copy, column.id, !transfer.copies) : [];
    });
    if (ops.length > 0) await target.act(...ops, ...linksAmong(transfer, source));
    await answered(target);
    const arrived = transfer.cards.filter(({ copy }) => isThere(target, copy));
    const { from, to, copies } = transfer;
    for (const one of arrived) {
      const found = source.card(one.card);
      if (found && hasMore(found)) await deps.bring({ ...one, from, to, copies });
    }
    const left = arrived.filter(
      ({ card }) => isThere(source, card) && !source.card(card)?.archived,
    );
    if (!transfer.copies && left.length > 0) {
      await source.act(...left.map(({ card }) => ({ kind: "card.archive" as const, card })));
    }
    forget(transfer);
    return arrived.length;
  }

  /** Takes what was made on the other board away, or brings it back. */
  async function turn(transfer: Transfer, kind: "card.delete" | "card.restore"): Promise<void> {
    const target = await deps.visit(transfer.to);
    const made = transfer.cards.filter(
      ({ copy }) => target.card(copy) && isThere(target, copy) === (kind === "card.delete"),
    );
    if (made.length > 0) await target.act(...made.map(({ copy }) => ({ kind, card: copy })));
  }

  return {
    /** Begins one; `done` answers how many cards came over, `undo` takes it back. */
    start(
      source: LiveBoard,
      plan: Pick<Transfer, "from" | "to" | "copies"> & { ids: readonly string[] },
    ) {
      const { ids, ...way } = plan;
      const cards = ids.map((card) => ({ card, copy: newId("crd") }));
      const transfer: Transfer = { id: newId("trf"), ...way, cards };
      keep(transfer);
      /** Whether the cards are on the other board, as far as this way knows. */
      let there = true;
      return {
        done: run(transfer, source),
        async undo(): Promise<void> {
          // Here first: what is in both places is not lost.
          if (!plan.copies) {
            await source.act(...ids.map((card) => ({ kind: "card.unarchive" as const, card })));
            await answered(source);
          }
          there = false;
          await turn(transfer, "card.delete");
        },
        /**
         * What became of the cards on the other board follows what became of them here: once they are back, by a step that
         * was taken back, what was made there goes; once they are away again, it comes back.
         */
        async follow(): Promise<void> {
          const away = ids.every((card) => source.card(card)?.archived);
          const back = ids.every((card) => source.card(card)?.archived === false);
          if (plan.copies || away === there || !(away || back)) return;
          there = away;
          await turn(transfer, away ? "card.restore" : "card.delete");
        },
      };
    },
    /** Goes on with what was cut, as by a closed page. What can't be reached is tried the next time. */
    async resume(): Promise<void> {
      for (const transfer of deps.store.read()) {
        const source = await deps.visit(transfer.from).catch(() => null);
        if (source) await run(transfer, source).catch(() => 0);
      }
    },
  };
}
