import { ClientMessage } from "#domain/boards/messages.ts";
import { LIMITS } from "#domain/boards/protocol.ts";

/** What a page says; null for anything else, and for what is too long. */
export function parseMessage(data: string | ArrayBuffer): ClientMessage | null {
  if (typeof data !== "string" || data.length > LIMITS.frameBytes) return null;
  try {
    return ClientMessage.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
