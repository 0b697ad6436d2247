/** Keys of API tokens: make some for oneself, which work as long as one holds this; see all and run service accounts. */
export const tokenPermissions = ["tokens.create", "tokens.manage"] as const;
