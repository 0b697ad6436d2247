/** Keys of boards: read, move and change cards, manage boards and their columns. */
export const boardPermissions = ["boards.read", "boards.write", "boards.manage"] as const;
