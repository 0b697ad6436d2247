import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";

export const FileId = idSchema("fil");

/** The most bytes of one file, and of one part of it on its way; the most files of one card. */
export const FILE_LIMITS = { bytes: 25_000_000, partBytes: 720 * 1024, perCard: 50 } as const;

/**
 * The small picture that stands for one on a card's face: px of its width, and the most bytes of it. A file that has none
 * stands for itself up to `wholeBytes`.
 */
export const FACE = { width: 640, bytes: 256 * 1024, wholeBytes: 2_000_000 } as const;

/** Pictures that are shown in the page; every other type is only downloaded. */
const PICTURE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"] as const;

/** Whether a file is shown as a picture. */
export function isPicture({ type }: { type: string }): boolean {
  return (PICTURE_TYPES as readonly string[]).includes(type);
}

/** A file as whoever attaches it describes it. Its bytes were uploaded before. */
export const CardFile = z.strictObject({
  id: FileId,
  name: nameLine(200),
  /** Bytes. */
  size: z.int().positive().max(FILE_LIMITS.bytes),
  type: z
    .string()
    .max(100)
    .regex(/^[\w.+-]+\/[\w.+-]+$/),
});
export type CardFile = z.infer<typeof CardFile>;

/** A file of a card: by whom, and when (UTC). */
export interface AttachedFile extends CardFile {
  by: string;
  at: string;
}

/** Files of a card once some are taken away and some are added, each once. */
export function changedFiles(
  files: readonly AttachedFile[],
  delta: { add: readonly CardFile[]; remove: readonly string[] },
  by: { userId: string; at: string },
): AttachedFile[] {
  const kept = files.filter(({ id }) => !delta.remove.includes(id));
  const known = new Set(kept.map(({ id }) => id));
  const fresh = delta.add.filter(({ id }) => !known.has(id));
  return [...kept, ...fresh.map((file) => ({ ...file, by: by.userId, at: by.at }))];
}

/** What leads from the files of now to those of before. */
export function filesBack(was: readonly AttachedFile[], is: readonly AttachedFile[] = []) {
  const ids = (files: readonly AttachedFile[]) => new Set(files.map(({ id }) => id));
  const [before, now] = [ids(was), ids(is)];
  return {
    add: was
      .filter(({ id }) => !now.has(id))
      .map(({ id, name, size, type }) => ({ id, name, size, type })),
    remove: is.filter(({ id }) => !before.has(id)).map(({ id }) => id),
  };
}
