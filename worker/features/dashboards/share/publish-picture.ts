import { PICTURE_BYTES } from "#domain/dashboards/share/figures.ts";
import { fail } from "#domain/errors.ts";
import type { Language } from "#domain/i18n/texts.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { forgetFigures, picturePath } from "./figures-file.ts";
import { dashboardToShare, findPublished, publishedView } from "./published.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const [HEAD, LAST] = ["IHDR", "IEND"];
/** Px of a side: what mail programs are spared. */
const LONGEST = 16_000;

/** Whether bytes are a PNG as far as its frame tells: signature, a head with a size that can be drawn, an end. */
function isPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 45 || SIGNATURE.some((byte, at) => bytes[at] !== byte)) return false;
  if (name(12) !== HEAD || name(bytes.length - 8) !== LAST) return false;
  return [16, 20].every((at) => view.getUint32(at) > 0 && view.getUint32(at) <= LONGEST);
}

/**
 * Keeps the picture that a browser made of published figures, for the mails of its language that carry them. Another one takes its place. Errors:
 * `dashboard.not_found`, `dashboard.not_published`, `dashboard.not_a_picture` by its bytes, `conflict.version` when other figures were
 * published meanwhile.
 */
export async function publishPicture(
  ctx: Ctx,
  picture: { id: string; version: number; language: Language; data: string },
): Promise<null> {
  const { id, version, language, data } = picture;
  const { published } = await dashboardToShare(ctx, id);
  if (!published) return fail("dashboard.not_published", { id });
  if (published.version !== version)
    return fail("conflict.version", { current: publishedView(published) });
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  if (bytes.length > PICTURE_BYTES || !isPng(bytes)) return fail("dashboard.not_a_picture");
  const { file } = published;
  const about = { type: "image/png", name: "figures.png" };
  await ctx.files.put(picturePath(id, file, language), bytes.buffer, about);
  // Taken back while the bytes were on their way: they go after the others.
  const now = await findPublished(ctx, id);
  if (now?.file !== file && now?.previousFile !== file) await forgetFigures(ctx, id, [file]);
  return null;
}
