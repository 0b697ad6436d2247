import { type BoardMap, cardOf, columnOf } from "#domain/boards/board-map.ts";
import { type Inverse, versionOf } from "#domain/boards/changes.ts";
import type { Op } from "#domain/boards/ops.ts";
import { undoOps } from "#domain/boards/undo.ts";
import type { Overwritten } from "#domain/boards/verdict.ts";

/** The register as the part of a change that writes it: `items.chk_1` is a part of the card's items. */
function written(register: string, value: unknown): unknown {
  if (register === "position") return value;
  const [kind = "", part] = register.split(".");
  return { [kind]: part === undefined ? value : { [part]: value } };
}

/** The ops that write a replaced value again, over what the record now has. None when the record is unknown. */
export function giveBackOps(view: BoardMap, { id, register, value }: Overwritten): Op[] {
  const card = cardOf(view, id);
  const record = card ?? columnOf(view, id);
  if (!record) return [];
  const inverse = {
    entity: card ? "card" : "column",
    id,
    set: written(register, value),
    versions: { [register]: versionOf(record, register) },
  } as Inverse;
  return undoOps([inverse], (_id, name) => versionOf(record, name), view);
}
