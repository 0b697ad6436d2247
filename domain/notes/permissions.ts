/** Keys of notes: read, write (create, change, delete and restore). */
export const notePermissions = ["notes.read", "notes.write"] as const;
