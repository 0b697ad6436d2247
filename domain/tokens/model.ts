import { z } from "zod";
import { Name, RoleName, UserId } from "#domain/identity/model.ts";
import { idSchema } from "#domain/ids.ts";
import { TOKEN_KEYS } from "./rules.ts";

export const TokenId = idSchema("tok");
export const ServiceId = idSchema("svc");

/** What a token may do at most: known keys, each once, at least one. */
const TokenKeys = z
  .array(z.enum(TOKEN_KEYS))
  .min(1)
  .max(TOKEN_KEYS.length)
  .refine((keys) => new Set(keys).size === keys.length, { error: "Each key once" });

/** What a new token is made of. `expiresAt`: UTC, within a year. */
export const TokenInput = z.strictObject({
  name: Name,
  permissions: TokenKeys,
  expiresAt: z.iso.datetime(),
});
export type TokenInput = z.infer<typeof TokenInput>;

/** An API token that was not revoked, as lists tell it: never its secret. */
export const Token = z.strictObject({
  id: TokenId,
  name: z.string(),
  /** Whose it is: a person, or a service account. */
  owner: z.strictObject({
    kind: z.enum(["person", "service"]),
    id: z.union([UserId, ServiceId]),
    name: z.string(),
  }),
  /** The keys that were chosen for it. */
  permissions: z.array(z.string()),
  /** Those of them that its owner no longer holds, so that they open nothing now. */
  withheld: z.array(z.string()),
  /** The last four characters. */
  hint: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Exact to the minute; null when it was never used. */
  usedAt: z.iso.datetime().nullable(),
  /** The network address of that use, where it is known. */
  usedFrom: z.string().nullable(),
});
export type Token = z.infer<typeof Token>;

/** The one answer that holds the token itself. */
export const NewToken = z.strictObject({ ...Token.shape, token: z.string() });
export type NewToken = z.infer<typeof NewToken>;

/** A principal of the organization that is no person. */
export const ServiceAccount = z.strictObject({
  id: ServiceId,
  name: z.string(),
  role: RoleName,
  /** What the role grants to it: keys that a token may hold. */
  permissions: z.array(z.string()),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** Since when its tokens open nothing; null while they work. */
  disabledAt: z.iso.datetime().nullable(),
  tokens: z.array(Token),
  /** `grant`: the reader holds every key of its role, so may give it tokens, another role, and let it go on. */
  can: z.strictObject({ grant: z.boolean() }),
});
export type ServiceAccount = z.infer<typeof ServiceAccount>;
