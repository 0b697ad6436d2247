/** Keys of identity: see the members, invite and remove them, give roles, name and divide the organization, own it. */
export const identityPermissions = [
  "identity.read",
  "identity.invite",
  "identity.roles",
  "identity.settings",
  "identity.own",
] as const;
