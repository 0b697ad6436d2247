import { LiveRequest } from "#domain/live/messages.ts";

/** What a page asked over its socket; null when it is not what a page asks. */
export function parseRequest(data: string): LiveRequest | null {
  try {
    return LiveRequest.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
