import type { Place } from "#domain/audit/chain.ts";
import type { Anchors } from "#domain/audit/verify.ts";
import type { LiveProgress } from "#domain/live/messages.ts";
import type { Permission } from "#domain/permissions.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** What every room answers: a change of someone's authority reaches its open sockets at once. */
export interface RoomRpc extends Rpc.DurableObjectBranded {
  /** Rechecks the sockets of one person: new permissions, or closed with 4403 when none are left. */
  authorityChanged(tenant: TenantRef, userId: string): Promise<void>;
  /** The organization is deleted: closes every socket with 4403 and forgets everything. Safe to call any number of times. */
  erase(tenant: TenantRef): Promise<void>;
}

/** An object that reads the organization's outbox. */
export interface PokedRpc extends Rpc.DurableObjectBranded {
  /** A commit added outbox rows: take them up now. Safe to call at any time, any number of times. */
  poke(tenant: TenantRef): Promise<void>;
  /** The organization is deleted: forgets everything. Safe to call any number of times. */
  erase(tenant: TenantRef): Promise<void>;
}

/** The organization's outbox object, as the platform calls it. */
export interface OutboxRpc extends RoomRpc, PokedRpc {
  /** A room of this organization holds sockets, so changes of authority must reach it as well. */
  registerRoom(tenant: TenantRef, name: string): Promise<void>;
  /** Tells open pages of those who hold the key how far a job is. */
  tellProgress(tenant: TenantRef, permission: Permission, progress: LiveProgress): Promise<void>;
  /** The chain of a restored organization begins where the log that it took over did. Before anything was sealed. */
  adoptChain(tenant: TenantRef, base: Place): Promise<void>;
  /** Seals what the audit log holds and tells what verification may trust. */
  auditAnchors(tenant: TenantRef): Promise<Anchors>;
  /** Forgets audit rows older than an instant (ISO 8601 UTC). @returns how many went. */
  forgetAudit(tenant: TenantRef, before: string): Promise<number>;
}
