import type { Attempt } from "#domain/webhooks/deliveries.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** What came of an attempt, in words: the status, or why there was none. */
export function outcomeWords(t: Dictionary, attempt: Pick<Attempt, "status" | "error">): string {
  const { errors, status } = t.webhooks.detail;
  if (attempt.status !== null) return status(attempt.status);
  return errors[attempt.error ?? "network"];
}
