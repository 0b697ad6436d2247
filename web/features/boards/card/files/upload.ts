import { CardFile, FILE_LIMITS } from "#domain/boards/card-file.ts";
import { newId } from "#domain/ids.ts";
import { withoutUnseen } from "#domain/unseen.ts";
import { api } from "#web/lib/api.ts";

const BYTES = "application/octet-stream";

/** Bytes as base64. */
export function encoded(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const text = typeof reader.result === "string" ? reader.result : "";
      resolve(text.slice(text.indexOf(",") + 1));
    });
    reader.addEventListener("error", () => reject(reader.error ?? new Error("FileReader")));
    reader.readAsDataURL(part);
  });
}

/** What a file is called and is, as far as a card may say it. */
export function described(file: File): Omit<CardFile, "id"> {
  const name =
    withoutUnseen(file.name).trim().replaceAll(/\s+/g, " ").slice(-200).trim() || "fichier";
  const type = CardFile.shape.type.safeParse(file.type).success ? file.type : BYTES;
  return { name, size: file.size, type };
}

/**
 * Uploads a file of a board part by part. `onProgress` hears the share that is there, 0 to 1. Errors: `ApiProblem`; an
 * `AbortError` when it was broken off.
 */
export async function uploadFile(
  board: string,
  file: File,
  how: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<CardFile> {
  const params = { id: board, file: newId("fil") };
  const { partBytes } = FILE_LIMITS;
  for (let at = 0; at < file.size; at += partBytes) {
    const data = await encoded(file.slice(at, at + partBytes));
    how.signal.throwIfAborted();
    await api("put /boards/{id}/files/{file}/parts/{number}", {
      params: { ...params, number: String(at / partBytes) },
      body: { data },
      signal: how.signal,
      quiet: true,
    });
    how.onProgress(Math.min(1, (at + partBytes) / file.size));
  }
  const body = described(file);
  return api("post /boards/{id}/files/{file}", { params, body, signal: how.signal, quiet: true });
}
