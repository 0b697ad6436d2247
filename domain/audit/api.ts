import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { accessFilter, auditFilter } from "./filter.ts";
import { AccessEntry, AuditEntry, RetentionPolicy } from "./model.ts";

const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const language = z.enum(["fr", "en"]).default("fr");
const Place = z.strictObject({
  id: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const listAudit = defineRoute({
  method: "get",
  path: "/audit",
  permission: "audit.read",
  summary: "List what was done, last first, filtered, page by page",
  query: z.strictObject({ ...auditFilter, ...page }),
  output: z.strictObject({ items: z.array(AuditEntry), nextCursor: z.string().nullable() }),
  errors: ["audit.cursor_invalid"],
});

export const listAuditActors = defineRoute({
  method: "get",
  path: "/audit/actors",
  permission: "audit.read",
  summary: "List who has done something, also those who have left",
  output: z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
});

export const listAuditNames = defineRoute({
  method: "get",
  path: "/audit/names",
  permission: "audit.read",
  summary: "Tell what records were last called, by id",
  query: z.strictObject({
    ids: z
      .string()
      .max(6200)
      .transform((text) => text.split(",").filter(Boolean))
      .pipe(z.array(z.string().min(1).max(60)).max(100))
      .default([]),
  }),
  output: z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
});

export const readRecordAudit = defineRoute({
  method: "get",
  path: "/audit/records/{id}",
  permission: "audit.read",
  summary: "Read what happened to one record and to what it holds, last first",
  params: z.strictObject({ id: z.string().regex(/^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/) }),
  query: z.strictObject(page),
  output: z.strictObject({ items: z.array(AuditEntry), nextCursor: z.string().nullable() }),
  errors: ["audit.record_not_found", "audit.cursor_invalid"],
});

export const exportAuditCsv = defineRoute({
  method: "get",
  path: "/audit/export.csv",
  permission: "audit.export",
  summary: "Download the filtered audit log as CSV",
  query: z.strictObject({ ...auditFilter, language }),
  output: z.string(),
  produces: "text/csv",
  discloses: "audit.exported",
});

export const exportAuditJson = defineRoute({
  method: "get",
  path: "/audit/export.json",
  permission: "audit.export",
  summary: "Download the filtered audit log as JSON",
  query: z.strictObject(auditFilter),
  output: z.array(AuditEntry),
  discloses: "audit.exported",
});

export const verifyAudit = defineRoute({
  method: "post",
  path: "/audit/verify",
  permission: "audit.read",
  summary:
    "Hold a stretch of the audit log against its chain of hashes; call again from `next` until it is null",
  body: z.strictObject({ from: Place.optional() }),
  output: z.strictObject({
    /** Rows held against a seal, and rows that are not sealed yet. */
    checked: z.int().nonnegative(),
    unsealed: z.int().nonnegative(),
    findings: z.array(
      z.strictObject({
        kind: z.enum(["changed", "missing", "inserted", "reordered", "rewritten"]),
        id: z.int(),
        upTo: z.int(),
      }),
    ),
    /** The last row that holds, and when it was written. */
    sealedUpTo: z.strictObject({ id: z.int(), at: z.iso.datetime() }).nullable(),
    /** The first and the last row of the chain, for progress. */
    span: z.strictObject({ from: z.int(), upTo: z.int() }),
    next: Place.nullable(),
  }),
  idempotencyKey: false,
});

export const listAccess = defineRoute({
  method: "get",
  path: "/audit/access",
  permission: "audit.read",
  summary: "List who read what is sensitive, last first, filtered, page by page",
  query: z.strictObject({ ...accessFilter, ...page }),
  output: z.strictObject({ items: z.array(AccessEntry), nextCursor: z.string().nullable() }),
  errors: ["audit.cursor_invalid"],
});

export const readRetention = defineRoute({
  method: "get",
  path: "/audit/retention",
  permission: "audit.read",
  summary: "Read how long the logs are kept",
  output: RetentionPolicy,
});

export const updateRetention = defineRoute({
  method: "patch",
  path: "/audit/retention",
  permission: "audit.manage",
  summary: "Change how long the logs are kept",
  body: RetentionPolicy,
  output: RetentionPolicy,
  errors: ["conflict.version"],
});
