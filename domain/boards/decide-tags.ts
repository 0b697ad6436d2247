import type { Change } from "./changes.ts";
import type { OpOf } from "./ops.ts";
import type { BoardReader } from "./reader.ts";
import { accept, type Verdict } from "./verdict.ts";

/** Gives a tag a colour on the whole board: the last to arrive wins. */
export function colorTag(read: BoardReader, op: OpOf<"tag.color">): Verdict {
  const tag = read.tag(op.tag);
  if ((tag?.color ?? null) === op.color) return { outcome: "noop" };
  const version = tag ? (tag.versions.color ?? tag.born) : -1;
  if (op.only && op.only["color"] !== version) return { outcome: "noop" };
  return accept(read, [{ entity: "tag", id: op.tag, set: { color: op.color } }]);
}

/** Writes another tag on every card that carries this one; the other takes its colour, unless it has one. */
export function renameTag(read: BoardReader, { tag, to }: OpOf<"tag.rename">): Verdict {
  if (tag === to) return { outcome: "noop" };
  const changes = read.tagged(tag).flatMap((id): Change[] => {
    const tags = read.card(id)?.tags ?? [];
    const renamed = [...new Set(tags.map((one) => (one === tag ? to : one)))];
    return [{ entity: "card", id, set: { tags: renamed } }];
  });
  if (changes.length === 0) return { outcome: "noop" };
  const color = read.tag(tag)?.color ?? null;
  const takes = color !== null && (read.tag(to)?.color ?? null) === null;
  // Last, so that the log tells the step under the tag.
  const set = { color: takes ? color : (read.tag(to)?.color ?? null) };
  return accept(read, [...changes, { entity: "tag", id: to, set }]);
}
