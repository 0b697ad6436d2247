import type { NewDelivery, WebhookDeps } from "./core.ts";

/** An event that nothing happened for, so that a receiver can be tried. */
export function testDelivery(
  deps: Pick<WebhookDeps, "newId" | "now" | "organizationId">,
  webhook: string,
  actor: { id: string; name: string },
): NewDelivery {
  const at = deps.now();
  const type = "webhook.test";
  const record = { entity: "webhook", id: webhook };
  return {
    id: deps.newId(),
    seq: null,
    webhook,
    type,
    permission: "webhooks.manage",
    entity: record.entity,
    entityId: record.id,
    at,
    body: JSON.stringify({
      type,
      timestamp: new Date(at).toISOString(),
      sequence: null,
      organization: { id: deps.organizationId() },
      actor,
      record,
      data: { message: "Aetheria" },
    }),
  };
}
