import { log } from "#worker/platform/log.ts";
import type { OutboxRow } from "./core.ts";
import type { OutboxStorage } from "./storage.ts";

type Memory = Pick<OutboxStorage, "webhooks" | "setWebhooks" | "cursor">;

/** Remembers, from the first event of a webhook on, that the organization has an object which reads the same rows. */
export function noteWebhooks(memory: Memory, rows: readonly OutboxRow[]): void {
  if (memory.webhooks()) return;
  if (rows.some(({ entity }) => entity === "webhook")) memory.setWebhooks({ toldUpTo: 0 });
}

/**
 * Pokes that object about rows that it has not been told of. An organization without webhooks has none to poke.
 * @returns false when it could not be reached and is to be told again.
 */
export async function tellWebhooks(memory: Memory, poke: () => Promise<void>): Promise<boolean> {
  const upTo = memory.cursor() ?? 0;
  const known = memory.webhooks();
  if (!known || known.toldUpTo >= upTo) return true;
  try {
    await poke();
    memory.setWebhooks({ toldUpTo: upTo });
    return true;
  } catch (error) {
    log("warn", "outbox.webhooks_untold", { error: String(error) });
    return false;
  }
}
