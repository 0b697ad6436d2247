import { z } from "zod";
import { Name } from "#domain/identity/model.ts";
import { defineRoute } from "#domain/route.ts";
import { CHUNK_BYTES, MAX_ARCHIVE, RestoreId, RestoreView } from "./restore-model.ts";

const params = z.strictObject({ id: RestoreId });

export const beginRestore = defineRoute({
  method: "post",
  path: "/restores",
  permission: "member",
  fresh: true,
  summary: "Announce an archive to restore into a new organization of one's own",
  body: z.strictObject({
    /** What the new organization is called; the archive's name when null. */
    name: Name.nullable(),
    size: z.int().min(22).max(MAX_ARCHIVE),
  }),
  output: RestoreView,
  status: 201,
  errors: ["restore.running"],
});

export const sendChunk = defineRoute({
  method: "put",
  path: "/restores/{id}/chunks/{number}",
  permission: "member",
  summary:
    "Send a part of the archive: 720 KiB each, numbered from 0, in any order and as often as it takes",
  params: z.strictObject({
    id: RestoreId,
    number: z.string().regex(/^(?:0|[1-9]\d{0,5})$/),
  }),
  body: z.strictObject({ data: z.base64().max(Math.ceil(CHUNK_BYTES / 3) * 4) }),
  output: z.null(),
  status: 204,
  errors: ["restore.not_found", "restore.not_receiving", "restore.chunk_invalid"],
  idempotencyKey: false,
});

export const startRestore = defineRoute({
  method: "post",
  path: "/restores/{id}/start",
  permission: "member",
  summary: "Restore the archive, once all of it was sent",
  params,
  output: RestoreView,
  errors: ["restore.not_found", "restore.not_receiving", "restore.incomplete"],
});

export const readRestore = defineRoute({
  method: "get",
  path: "/restores/{id}",
  permission: "member",
  summary: "Tell how far a restoration is, what it came to, or why it came to nothing",
  params,
  output: RestoreView,
  errors: ["restore.not_found"],
});

export const cancelRestore = defineRoute({
  method: "delete",
  path: "/restores/{id}",
  permission: "member",
  summary: "Cancel a restoration; what it wrote is deleted",
  params,
  output: RestoreView,
  errors: ["restore.not_found", "restore.ended"],
});
