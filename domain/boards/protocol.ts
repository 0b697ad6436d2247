/** Raised when frames change shape; an older page is told to reload. */
export const PROTOCOL = 2;

/** The most ops in one push, and the most bytes of one op and of one frame. */
export const LIMITS = { opsPerPush: 200, opBytes: 64 * 1024, frameBytes: 256 * 1024 } as const;

/** Close codes of the socket. */
export const CLOSE = { refused: 4400, forbidden: 4403, behind: 4408, silent: 4409 } as const;
