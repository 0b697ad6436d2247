import type { Webhook } from "#domain/webhooks/model.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** What people call a webhook: its name, else the host that it calls. */
export function nameOf({ description, url }: Pick<Webhook, "description" | "url">): string {
  return description || (URL.parse(url)?.host ?? url);
}

/** An event type in words: those of the audit log, as the same things happen there. */
export function typeWords(t: Dictionary, type: string): string {
  const own: Readonly<Record<string, string>> = t.webhooks.types;
  const told: Readonly<Record<string, string>> = t.audit.actions;
  return own[type] ?? told[type] ?? type;
}

/** A kind of record in words. */
export function entityWords(t: Dictionary, entity: string): string {
  const told: Readonly<Record<string, string>> = t.audit.entities;
  return told[entity] ?? entity;
}
