import { defineEvents } from "#domain/events.ts";
import type { ClientRecord } from "./model.ts";

/** What happens to clients. Audit, live lists and search follow from it. */
export const clientEvent = defineEvents<
  ClientRecord,
  "created" | "updated" | "deleted" | "restored"
>({
  entity: "client",
  topic: "clients",
  permission: "clients.read",
  actions: ["created", "updated", "deleted", "restored"],
  edits: ["updated"],
  silent: ["id", "createdAt", "updatedAt", "stageSince"],
  search: (client) => ({
    title: client.company,
    subtitle: [client.contact, client.sector].filter(Boolean).join(" · "),
    body: [client.email, client.phone, client.nextAction, client.notes].filter(Boolean).join("\n"),
    href: `/clients/${client.id}`,
  }),
});
