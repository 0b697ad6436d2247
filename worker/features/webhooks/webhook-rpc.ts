import type { Delivery, DeliveryDetail, DeliveryFilter } from "#domain/webhooks/deliveries.ts";
import type { Webhook } from "#domain/webhooks/model.ts";
import type { PokedRpc } from "#worker/platform/live/rpc.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** A delivery with the key that a reader of its event needs. */
export type StoredDelivery = DeliveryDetail & { body: string; permission: string };

/** How the deliveries of each webhook go, by its id. */
export type Standings = Record<string, NonNullable<Webhook["deliveries"]>>;

/** The organization's object that sends webhooks, as verbs call it. Each call names the organization; another one is refused. */
export interface WebhookRpc extends PokedRpc {
  standings(tenant: TenantRef): Promise<Standings>;
  /** Deliveries that match, last first, those before one of them. */
  list(
    tenant: TenantRef,
    filter: DeliveryFilter,
    before: string | null,
    limit: number,
  ): Promise<Delivery[]>;
  /** Null when the log holds no such delivery. */
  read(tenant: TenantRef, id: string): Promise<StoredDelivery | null>;
  /** Sends one again; nothing happens to one that is not there. */
  replay(tenant: TenantRef, id: string): Promise<void>;
  /** Sends again what failed since an instant (ISO 8601 UTC). @returns how many. */
  replayFailed(tenant: TenantRef, webhook: string, since: string): Promise<number>;
  /** Sends a test event. @returns the id of its delivery. */
  sendTest(
    tenant: TenantRef,
    webhook: string,
    actor: { id: string; name: string },
  ): Promise<string>;
}
