import * as api from "#domain/semantic/api.ts";
import * as versions from "#domain/semantic/versions-api.ts";
import { bind } from "#worker/platform/bind.ts";
import { deleteRecord } from "#worker/platform/records/life.ts";
import { readRecord } from "#worker/platform/records/kind.ts";
import { updateRecord } from "#worker/platform/records/update.ts";
import { createSemanticLayer } from "./create-semantic-layer.ts";
import { semanticKind } from "./kind.ts";
import { listSemanticLayers } from "./list-semantic-layers.ts";
import { keepVersion } from "./only-layer.ts";
import { restoreSemanticLayer } from "./restore-semantic-layer.ts";
import { listVersions, readVersion } from "./versions.ts";

/** Routes of semantic layers. */
export const semanticRoutes = [
  bind(api.listSemanticLayers, (ctx, { query }) => listSemanticLayers(ctx, query)),
  bind(api.createSemanticLayer, (ctx, { body }) => createSemanticLayer(ctx, body)),
  bind(api.readSemanticLayer, (ctx, { params }) => readRecord(ctx, semanticKind, params)),
  bind(api.updateSemanticLayer, (ctx, { params, body }) =>
    updateRecord(ctx, semanticKind, { ...params, ...body }, (after) => [
      keepVersion(after, ctx.userId),
    ]),
  ),
  bind(versions.listSemanticVersions, (ctx, { params }) => listVersions(ctx, params)),
  bind(versions.readSemanticVersion, (ctx, { params }) => readVersion(ctx, params)),
  bind(api.deleteSemanticLayer, (ctx, { params }) => deleteRecord(ctx, semanticKind, params)),
  bind(api.restoreSemanticLayer, (ctx, { params }) => restoreSemanticLayer(ctx, params)),
];
