import { can, type Actor, type Permission } from "#domain/permissions.ts";

type Holder = Pick<Actor, "userId" | "permissions">;

/** The keys among these that are not held. */
export function lacking(held: readonly string[], keys: readonly string[]): string[] {
  return keys.filter((key) => !held.includes(key));
}

/**
 * The keys among these that the actor can't reach. Nobody grants, changes or takes away what is beyond them. An owner
 * reaches every key: what an owner's role lost could be given back by nobody else.
 */
export function beyond(actor: Pick<Holder, "permissions">, keys: readonly string[]): string[] {
  return owns(actor) ? [] : lacking(actor.permissions, keys);
}

/** Keys that a role which owns has to keep, so that no organization is locked out of its own roles. */
const OWNER_KEYS: readonly Permission[] = ["identity.read", "identity.roles"];

/** Whether a role with these keys has to keep this one. */
export function isHeldByOwning(keys: Iterable<string>, key: Permission): boolean {
  return OWNER_KEYS.includes(key) && new Set(keys).has("identity.own");
}

/** Whether a role with these keys owns the organization without the keys that its owners need. */
export function ownsUnable(keys: readonly string[]): boolean {
  return keys.includes("identity.own") && lacking(keys, OWNER_KEYS).length > 0;
}

/** A member as the rules see one. */
export interface MemberStanding {
  userId: string;
  permissions: readonly string[];
}

/** Whether a member owns the organization. */
export function owns(member: Pick<MemberStanding, "permissions">): boolean {
  return member.permissions.includes("identity.own");
}

/** Whether this is the one member left who owns the organization. */
function isLastOwner(member: MemberStanding, owners: number): boolean {
  return owners <= 1 && owns(member);
}

/** The role that a former owner takes: of those that don't own, the one that grants most; the oldest of equals. */
export function roleBelowOwner<R extends { permissions: readonly string[] }>(
  roles: readonly R[],
): R | undefined {
  const below = roles.filter((role) => !owns(role));
  return below.toSorted((a, b) => b.permissions.length - a.permissions.length)[0];
}

/** What an actor may do about a member. `owners`: how many members own the organization. */
export function memberAbilities(actor: Holder, member: MemberStanding, owners: number) {
  const within = beyond(actor, member.permissions).length === 0;
  const free = !isLastOwner(member, owners);
  const self = actor.userId === member.userId;
  return {
    changeRole: free && within && can(actor, "identity.roles"),
    remove: free && (self || (within && can(actor, "identity.invite"))),
    receiveOwnership: !self && !owns(member) && can(actor, "identity.own"),
  };
}

/** What an actor may do about a role. `inUse`: a member holds it or an open invitation gives it. */
export function roleAbilities(
  actor: Holder,
  role: { permissions: readonly string[] },
  inUse: boolean,
) {
  const within = beyond(actor, role.permissions).length === 0;
  const roles = can(actor, "identity.roles");
  return {
    edit: within && roles,
    delete: within && roles && !inUse,
    give: within && (roles || can(actor, "identity.invite")),
  };
}
