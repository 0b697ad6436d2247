/** Keys of identity: see the members, invite and remove them, give roles, own the organization. */
export const identityPermissions = [
  "identity.read",
  "identity.invite",
  "identity.roles",
  "identity.own",
] as const;
