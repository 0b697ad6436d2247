import type { Permission } from "#domain/permissions.ts";

interface Subject {
  entity: string;
  entityId: string;
  containerId: string | null;
}

/** Where a record of the log is seen, with the key that its page asks for; null when it has no page. */
export function recordLink({ entity, entityId, containerId }: Subject): {
  href: string;
  permission: Permission;
} | null {
  switch (entity) {
    case "client":
      return { href: `/clients/${entityId}`, permission: "clients.read" };
    case "board":
      return { href: `/boards/${entityId}`, permission: "boards.read" };
    case "card":
      return containerId
        ? { href: `/boards/${containerId}?card=${entityId}`, permission: "boards.read" }
        : null;
    case "column":
      return containerId ? { href: `/boards/${containerId}`, permission: "boards.read" } : null;
    case "member":
    case "invitation":
      return { href: "/settings/members", permission: "identity.read" };
    case "role":
      return { href: "/settings/roles", permission: "identity.read" };
    case "token":
    case "service":
      return { href: "/settings/service-accounts", permission: "tokens.manage" };
    default:
      return null;
  }
}
