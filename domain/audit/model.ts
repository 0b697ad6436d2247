import { z } from "zod";

/** What acted: a person at a page, an API token, a service account, or the product itself. */
export const ACTOR_KINDS = ["person", "token", "service", "system"] as const;
export const ActorKind = z.enum(ACTOR_KINDS);
export type ActorKind = z.infer<typeof ActorKind>;

/** Where an act came from, beside who did it. `address` is the network address, null when it is not known. */
export interface Origin {
  name: string;
  kind: ActorKind;
  address: string | null;
  requestId: string | null;
}
