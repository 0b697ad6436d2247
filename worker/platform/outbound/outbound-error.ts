import type { Refusal } from "#domain/outbound/target.ts";

/** Why nothing came back from outside. The message names neither address nor content. */
export class OutboundError extends Error {
  override readonly name = "OutboundError";
  constructor(
    readonly reason: "refused" | "unresolved" | "timeout" | "network",
    /** What was wrong with the address, where it was refused for its form. */
    readonly refusal: Refusal | null = null,
  ) {
    super(`A call outside did not go through: ${refusal ?? reason}`);
  }
}
