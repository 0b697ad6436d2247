import type { OutsideLink } from "#domain/boards/links-api.ts";
import type { Op } from "#domain/boards/ops.ts";
import { newId } from "#domain/ids.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import type { Follow } from "#web/features/boards/sync/undo-stack.ts";
import { answered } from "./answered.ts";
import { hasMore, type Way } from "./bring.ts";
import { copyOps } from "./copy-ops.ts";
import { leaveOps, linksAmong, returnOps } from "./link-ops.ts";
import { goesAway, levelOps, type Moved, placeOn, writtenOn } from "./level.ts";
import { spotsOf } from "./spots.ts";
import { type Tie, tieOps, tiesOf } from "./ties.ts";

/** Cards on their way to another board. It is kept on the device until it is done, so that a cut leaves nothing half. */
export interface Transfer {
  id: string;
  from: string;
  to: string;
  /** The cards stay where they are as well. */
  copies: boolean;
  cards: { card: string; copy: string }[];
  /** The column there, and whether at its top. Without one, the column that is called as the card's own. */
  column?: string | undefined;
  top?: boolean | undefined;
  /** Links that cards of other boards keep with them, which follow them. Known once they were read. */
  ties?: Tie[];
  /** Cards that came over; then only what was taken back or done again since is still to be followed there. */
  moved?: Moved[];
}

/** Told of what can't go along at once. */
interface Tell {
  /** What is left to do on the other board has to wait. */
  late(): void;
  /** So many cards stay on the other board, written on since. */
  stays(count: number): void;
  /** The other board did not take the cards again, or can't be reached: nothing changed here. */
  unmoved(): void;
}

/** A board that has not answered by then can't take a card again now. */
const PATIENCE_MS = 8_000;

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
  /** Links over a board's edge. Throws when they can't be read now. */
  links(board: string): Promise<readonly OutsideLink[]>;
  /** Changes cards of a board that need not be held here. What is refused stays. Throws when it can't be asked. */
  change(board: string, ops: Op[]): Promise<void>;
}

const NOBODY: Tell = { late: () => undefined, stays: () => undefined, unmoved: () => undefined };

const isThere = (live: LiveBoard, id: string) => live.card(id)?.deleted === false;

/**
 * Moves or copies cards from board to board: made there first, with all that they have, and archived here only once the
 * other board has them whole. Each step can be repeated: the ids of what is made are chosen before, and kept.
 */
export function createTransfers(deps: TransferDeps) {
  const others = ({ id }: Transfer) => deps.store.read().filter((one) => one.id !== id);
  const keep = (transfer: Transfer) => deps.store.write([...others(transfer), transfer]);
  const forget = (transfer: Transfer) => deps.store.write(others(transfer));

  /** Brings the other board in line with where the cards are. @returns how many stay there, written on since. */
  async function level(
    transfer: Transfer,
    moved: readonly Moved[],
    where: ReturnType<typeof placeOn>,
  ): Promise<number> {
    const target = await deps.visit(transfer.to);
    const { ops, stays } = levelOps(moved, target, where);
    if (ops.length > 0) await target.act(...ops);
    return stays;
  }

  /** Leads links that other cards keep to where the cards are. */
  async function retie(
    transfer: Transfer,
    moved: readonly { card: string }[],
    where: ReturnType<typeof placeOn>,
  ): Promise<void> {
    const ties = (transfer.ties ?? []).filter(
      ({ card }) => where(card) !== "gone" && moved.some((one) => one.card === card),
    );
    for (const board of new Set(ties.map((tie) => tie.board))) {
      const own = ties.filter((tie) => tie.board === board);
      const ops = own.flatMap((tie) => tieOps(tie, transfer, where(tie.card) === "away"));
      await deps.change(board, ops);
    }
  }

  /** As `level`, by what became of the cards here, and kept on the device until it is done. */
  async function follow(transfer: Transfer, moved: Moved[], source: LiveBoard): Promise<number> {
    keep({ ...transfer, moved });
    const stays = await level(transfer, moved, placeOn(source));
    await retie(transfer, moved, placeOn(source));
    forget(transfer);
    return stays;
  }

  /**
   * Has the other board take cards again that are to leave this one, before they do. Whatever comes of it later is kept, to
   * be brought in line. @returns whether it has them.
   */
  async function takenAgain(transfer: Transfer, moved: readonly Moved[]): Promise<boolean> {
    const target = await deps.visit(transfer.to);
    const { ops } = levelOps(moved, target, () => "away");
    if (ops.length > 0) await target.act(...ops);
    return (
      (await answered(target, PATIENCE_MS)) && moved.every(({ copy }) => isThere(target, copy))
    );
  }

  /** Carries a transfer out from wherever it stands. `came` are the cards that are there whole, `moved` those that left here. */
  async function run(
    begun: Transfer,
    source: LiveBoard,
    followed?: (transfer: Transfer, moved: Moved[]) => Follow,
  ): Promise<{ transfer: Transfer; came: Moved[]; moved: Moved[] }> {
    const { from, to, copies } = begun;
    const target = await deps.visit(to);
    const ties = begun.ties ?? (copies ? [] : tiesOf(await deps.links(from), begun.cards));
    const transfer = { ...begun, ties };
    keep(transfer);
    const places = spotsOf(transfer, source, target);
    const ops = transfer.cards.flatMap(({ card, copy }, at) => {
      const [found, spot] = [source.card(card), places[at]];
      if (!found || found.deleted || target.card(copy) || !spot) return [];
      return copyOps(found, copy, spot, copies ? null : from);
    });
    if (ops.length > 0) await target.act(...ops, ...linksAmong(transfer, source));
    await answered(target);
    const arrived = transfer.cards.filter(({ copy }) => isThere(target, copy));
    for (const one of arrived) {
      const found = source.card(one.card);
      if (found && hasMore(found)) await deps.bring({ ...one, from, to, copies });
    }
    await retie(transfer, arrived, () => "away");
    const came = arrived.flatMap((one): Moved[] => {
      const made = target.card(one.copy);
      const links = { ...source.card(one.card)?.links };
      return made ? [{ ...one, links, came: writtenOn(made) }] : [];
    });
    const left = came.filter(({ card }) => isThere(source, card) && !source.card(card)?.archived);
    if (!copies && left.length > 0) {
      await source.actFollowed(followed?.(transfer, left), ...leaveOps(to, left));
    }
    forget(transfer);
    return { transfer, came, moved: left };
  }

  return {
    /**
     * Begins one; `done` answers which cards came over, `undo` takes it back. What was made on the other board follows the
     * step that archived the cards here, however often that is taken back and done again.
     */
    start(
      source: LiveBoard,
      plan: Pick<Transfer, "from" | "to" | "copies" | "column" | "top"> & {
        ids: readonly string[];
      },
      tell: Tell = NOBODY,
    ) {
      const { ids, ...way } = plan;
      const cards = ids.map((card) => ({ card, copy: newId("crd") }));
      const begun: Transfer = { id: newId("trf"), ...way, cards };
      keep(begun);
      const followed = (transfer: Transfer, moved: Moved[]): Follow => ({
        async before(step) {
          if (!goesAway(step.inverse, moved)) return true;
          if (await takenAgain(transfer, moved).catch(() => false)) return true;
          tell.unmoved();
          await follow(transfer, moved, source).catch(() => undefined);
          return false;
        },
        async after() {
          const stays = await follow(transfer, moved, source).catch(() => tell.late());
          if (stays) tell.stays(stays);
        },
      });
      const ran = run(begun, source, followed);
      return {
        /** The cards that came over, by the ids that they have there. */
        done: ran.then(({ came }) => came.map(({ copy }) => copy)),
        async undo(): Promise<void> {
          const { transfer, came, moved } = await ran;
          if (plan.copies) {
            const stays = await level(transfer, came, () => "here");
            if (stays > 0) tell.stays(stays);
            return;
          }
          // Here first: what is in both places is not lost.
          const then = followed(transfer, moved);
          await source.actFollowed(then, ...returnOps(moved));
          await answered(source);
          await then.after();
        },
      };
    },
    /** Goes on with what was cut, as by a closed page. What can't be reached is tried the next time. */
    async resume(): Promise<void> {
      for (const transfer of deps.store.read()) {
        const source = await deps.visit(transfer.from).catch(() => null);
        const { moved } = transfer;
        if (source)
          await (moved ? follow(transfer, moved, source) : run(transfer, source)).catch(() => 0);
      }
    },
  };
}
