import { defineEvents } from "#domain/events.ts";

/** A token as audit and live pages tell it: never its secret. */
interface TokenRecord {
  id: string;
  name: string;
  /** Whose it is. */
  owner: string;
  permissions: readonly string[];
  expiresAt: string;
}

/** A service account as audit and live pages tell it. */
interface ServiceRecord {
  id: string;
  name: string;
  roleId: string;
  disabledAt: string | null;
}

export const tokenEvent = defineEvents<TokenRecord, "created" | "revoked">({
  entity: "token",
  topic: "tokens",
  permission: "tokens.manage",
  actions: ["created", "revoked"],
  search: () => null,
  label: (token) => token.name,
});

export const serviceEvent = defineEvents<ServiceRecord, "created" | "updated" | "deleted">({
  entity: "service",
  topic: "tokens",
  permission: "tokens.manage",
  actions: ["created", "updated", "deleted"],
  edits: ["updated"],
  search: () => null,
  label: (service) => service.name,
});
