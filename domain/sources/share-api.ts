import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import {
  OriginalName,
  SHARE_LIMITS,
  SharedFormat,
  SourceId,
  sourceFields,
  SourceView,
} from "./model.ts";

const byId = z.strictObject({ id: SourceId });

/** How a file is read, as JSON; it is handed out as it came. */
const reading = z
  .string()
  .min(2)
  .max(SHARE_LIMITS.readingLetters)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const sendSourcePart = defineRoute({
  method: "put",
  path: "/data-sources/{id}/parts/{number}",
  permission: "analytics.share",
  summary:
    "Send a part of a file that is to be shared: 720 KiB each, numbered from 0, in any order and as often as it takes",
  params: byId.extend({ number: z.string().regex(/^(?:0|[1-9]\d{0,2})$/) }),
  body: z.strictObject({ data: z.base64().max(Math.ceil(SHARE_LIMITS.partBytes / 3) * 4) }),
  output: z.null(),
  status: 204,
  errors: ["source.not_found", "source.not_a_file"],
  idempotencyKey: false,
});

export const shareSource = defineRoute({
  method: "post",
  path: "/data-sources/{id}/share",
  permission: "analytics.share",
  summary:
    "Give the organization a file of this device, made of the parts that were sent; of a file that is shared, in the place of its content",
  params: byId,
  body: z.strictObject({
    version: z.int().positive(),
    /** Bytes of the file. */
    bytes: z.int().positive().max(SHARE_LIMITS.bytes),
    format: SharedFormat,
    reading,
    original: OriginalName.optional(),
    /** What the file holds by now; without them, what was known of it stands. */
    columns: sourceFields.columns.optional(),
    rows: sourceFields.rows.optional(),
  }),
  output: SourceView,
  errors: ["source.not_found", "source.not_a_file", "file.incomplete", "conflict.version"],
});

export const unshareSource = defineRoute({
  method: "post",
  path: "/data-sources/{id}/unshare",
  permission: "analytics.share",
  summary: "Take a shared file back: its bytes are deleted, what is known of it stays",
  params: byId,
  body: z.strictObject({ version: z.int().positive() }),
  output: SourceView,
  errors: ["source.not_found", "source.not_shared", "conflict.version"],
});

export const reviseReading = defineRoute({
  method: "put",
  path: "/data-sources/{id}/reading",
  permission: "analytics.write",
  summary:
    "Change how a shared file is read, with the columns and rows that come of it; its bytes stay",
  params: byId,
  body: z.strictObject({
    version: z.int().positive(),
    reading,
    columns: sourceFields.columns,
    rows: sourceFields.rows,
  }),
  output: SourceView,
  errors: ["source.not_found", "source.not_shared", "conflict.version"],
});

export const readSharedReading = defineRoute({
  method: "get",
  path: "/data-sources/{id}/reading",
  permission: "analytics.read",
  summary: "Read how a shared file is read",
  params: byId,
  output: z.strictObject({ reading: z.string() }),
  errors: ["source.not_found", "source.not_shared"],
});

export const downloadSource = defineRoute({
  method: "get",
  path: "/data-sources/{id}/file",
  permission: "analytics.read",
  summary: "Download a shared file, byte for byte as it was given",
  params: byId,
  output: z.string(),
  produces: "application/octet-stream",
  errors: ["source.not_found", "source.not_shared"],
});
