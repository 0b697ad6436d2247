import { type CardFile, FACE, isPicture } from "#domain/boards/card-file.ts";
import { api } from "#web/lib/api.ts";
import { encoded } from "./upload.ts";

/** A picture at most as wide as a card needs; null where the browser can't read it, or where it is small already. */
async function smaller(picture: Blob): Promise<Blob | null> {
  if (typeof OffscreenCanvas === "undefined" || typeof createImageBitmap === "undefined")
    return null;
  const whole = await createImageBitmap(picture).catch(() => null);
  if (!whole) return null;
  const share = Math.min(1, FACE.width / whole.width);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(whole.width * share)),
    Math.max(1, Math.round(whole.height * share)),
  );
  const draw = (background: boolean) => {
    const pen = canvas.getContext("2d");
    if (background && pen) {
      pen.fillStyle = "white";
      pen.fillRect(0, 0, canvas.width, canvas.height);
    }
    pen?.drawImage(whole, 0, 0, canvas.width, canvas.height);
  };
  draw(false);
  const webp = await canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
  if (webp.type === "image/webp") return webp.size < picture.size ? webp : null;
  // A browser that writes no WebP: JPEG, which knows no transparency.
  draw(true);
  const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
  return jpeg.size < picture.size ? jpeg : null;
}

/**
 * Gives a picture of a board the small one that stands for it on cards. It is no part of the file: where it can't be made
 * the file goes on without.
 */
export async function sendFace(
  board: string,
  file: Pick<CardFile, "id" | "type">,
  bytes: () => Promise<Blob>,
): Promise<void> {
  if (!isPicture(file)) return;
  try {
    const face = await smaller(await bytes());
    if (!face || face.size > FACE.bytes) return;
    const params = { id: board, file: file.id };
    const body = { data: await encoded(face) };
    await api("put /boards/{id}/files/{file}/face", { params, body, quiet: true });
  } catch {
    // Without it the whole file is shown while it is small, and nothing when it is not.
  }
}
