import { newId } from "#domain/ids.ts";
import type { OpOf } from "#domain/boards/ops.ts";
import { inOrder } from "#domain/boards/parts.ts";
import type { BoardRoom } from "#web/features/boards/board/room.tsx";
import type { PastedLine } from "./pasted-lines.ts";

type Update = OpOf<"card.update">;
type ItemPatch = NonNullable<NonNullable<Update["items"]>[string]>;

/** Lines in one op: far below what an op may weigh. */
const LINES_AN_OP = 60;

/** What is done to the checklists of one card, each a step of undo. */
export function checklistActions(room: BoardRoom, card: () => string) {
  const update = (...parts: Pick<Update, "checklists" | "items">[]) =>
    room.live.act(
      ...parts.map((part) => ({ kind: "card.update" as const, card: card(), set: {}, ...part })),
    );

  /** Lines of a list in their order. */
  const itemsOf = (list: string) =>
    inOrder(room.live.card(card())?.items ?? {}).filter((item) => item.list === list);

  /** Puts a line at a position among the others of a list. */
  function place(id: string, list: string, index: number) {
    const others = itemsOf(list).filter((item) => item.id !== id);
    const at = Math.max(0, Math.min(index, others.length));
    return { after: others[at - 1]?.id ?? null, before: others[at]?.id ?? null };
  }

  return {
    itemsOf,
    addList(): string {
      const id = newId("lst");
      void update({ checklists: { [id]: { name: "" } } });
      return id;
    },
    renameList: (id: string, name: string) => update({ checklists: { [id]: { name } } }),
    removeList: (id: string) => void update({ checklists: { [id]: null } }),
    /** Adds lines one below the other, between two others. @returns the id of the last one. */
    addItems(
      list: string,
      lines: readonly PastedLine[],
      { after, before }: { after: string | null; before: string | null },
    ): string | null {
      let last = after;
      const made = lines.map((line): [string, ItemPatch] => {
        const id = newId("itm");
        const item = { list, ...line, after: last, before };
        last = id;
        return [id, item];
      });
      const parts: { items: Record<string, ItemPatch> }[] = [];
      for (let from = 0; from < made.length; from += LINES_AN_OP) {
        parts.push({ items: Object.fromEntries(made.slice(from, from + LINES_AN_OP)) });
      }
      void update(...parts);
      return last;
    },
    change: (id: string, patch: ItemPatch) => void update({ items: { [id]: patch } }),
    remove: (id: string) => void update({ items: { [id]: null } }),
    /** Moves a line to a position among the others of a list, its own or another. */
    move(id: string, list: string, index: number) {
      return update({ items: { [id]: { list, ...place(id, list, index) } } });
    },
  };
}

export type ChecklistActions = ReturnType<typeof checklistActions>;
