/** Bounds of a password, in characters. Strength is judged by `./password.ts`, not by composition rules. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;
