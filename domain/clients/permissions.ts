/** Keys of clients: read, create and change, delete and restore, export. */
export const clientPermissions = [
  "clients.read",
  "clients.write",
  "clients.delete",
  "clients.export",
] as const;
