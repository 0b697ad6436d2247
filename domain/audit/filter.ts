import { z } from "zod";

const word = z.string().regex(/^[a-z]\w*(\.\w+)?$/);
const id = z.string().min(1).max(60);

/** What narrows either log. All given conditions must hold. Instants are UTC. */
export const accessFilter = {
  actorId: id.optional(),
  action: word.optional(),
  /** From this instant on. */
  from: z.iso.datetime().optional(),
  /** Before this instant. */
  to: z.iso.datetime().optional(),
};

/** What narrows the audit log. */
export const auditFilter = {
  ...accessFilter,
  entity: word.optional(),
  /** The record itself, and what it holds: the cards of a board. */
  recordId: id.optional(),
  /** Words that must all begin a word of the actor's name, the record's name or the values; or a request, record or address. */
  q: z.string().trim().max(200).optional(),
};

const AuditFilter = z.strictObject(auditFilter);
export type AuditFilter = z.output<typeof AuditFilter>;
const AccessFilter = z.strictObject(accessFilter);
export type AccessFilter = z.output<typeof AccessFilter>;
