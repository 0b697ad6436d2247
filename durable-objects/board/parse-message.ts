import { ClientMessage } from "#domain/boards/messages.ts";

/** What a page says, or null for anything else. */
export function parseMessage(data: string): ClientMessage | null {
  try {
    return ClientMessage.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
