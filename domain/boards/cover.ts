import { z } from "zod";
import { type AttachedFile, FileId, isPicture } from "./card-file.ts";
import { type Card, Color } from "./model.ts";

/** What a card wears: a colour, or one of its own pictures by the id of its file. */
export const Cover = z.union([Color, FileId]);

/** The colour that a card wears; null for none, and for a picture. */
export function coverColor(cover: string | null): z.infer<typeof Color> | null {
  const color = Color.safeParse(cover);
  return color.success ? color.data : null;
}

/** The picture that a card wears, which is one of its files. */
export function coverFile({ cover, files }: Pick<Card, "cover" | "files">): AttachedFile | null {
  return files.find((file) => file.id === cover && isPicture(file)) ?? null;
}

/**
 * Holds what an update makes of a card (`set`) to this: a picture that is worn is one of the card's files. One that is
 * not there is not put on; one that is taken off the card is taken off its face too, unless that was somebody's later
 * choice which an undo (`only`) knows nothing of: then the file stays. False when something was left out.
 */
export function settleCover(
  card: Pick<Card, "cover" | "files" | "versions" | "born">,
  set: Record<string, unknown>,
  only: Record<string, number> | undefined,
): boolean {
  const files = (set["files"] ?? card.files) as AttachedFile[];
  const fits = (cover: string | null) =>
    cover === null || coverColor(cover) !== null || coverFile({ cover, files }) !== null;
  let exact = true;
  if (Object.hasOwn(set, "cover") && !fits(set["cover"] as string | null)) {
    delete set["cover"];
    exact = false;
  }
  if (Object.hasOwn(set, "cover") || fits(card.cover)) return exact;
  if (only === undefined || only["cover"] === (card.versions.cover ?? card.born)) {
    set["cover"] = null;
    return exact;
  }
  delete set["files"];
  return false;
}
