import { defineEvents } from "#domain/events.ts";

/** A membership as audit and live pages tell it. Its id is the person's. */
interface MemberRecord {
  id: string;
  name: string;
  email: string;
  roleId: string;
}

/** A role as audit and live pages tell it. */
interface RoleRecord {
  id: string;
  name: string;
  permissions: readonly string[];
}

/** An invitation as audit and live pages tell it: never its token. */
interface InvitationRecord {
  id: string;
  email: string | null;
  roleId: string;
}

export const memberEvent = defineEvents<
  MemberRecord,
  | "joined"
  | "left"
  | "removed"
  | "role_changed"
  | "changed"
  | "ownership_given"
  | "ownership_received"
>({
  entity: "member",
  topic: "members",
  permission: "identity.read",
  actions: [
    "joined",
    "left",
    "removed",
    "role_changed",
    "changed",
    "ownership_given",
    "ownership_received",
  ],
  edits: ["role_changed", "changed"],
  search: () => null,
  label: (member) => member.name,
});

export const roleEvent = defineEvents<RoleRecord, "created" | "updated" | "deleted">({
  entity: "role",
  topic: "members",
  permission: "identity.read",
  actions: ["created", "updated", "deleted"],
  edits: ["updated"],
  search: () => null,
  label: (role) => role.name,
});

export const invitationEvent = defineEvents<InvitationRecord, "created" | "revoked" | "accepted">({
  entity: "invitation",
  topic: "members",
  permission: "identity.invite",
  actions: ["created", "revoked", "accepted"],
  search: () => null,
  label: (invitation) => invitation.email ?? "",
});
