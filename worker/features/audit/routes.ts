import * as signIns from "#domain/audit/sign-ins.ts";
import * as api from "#domain/audit/api.ts";
import { verifyChain } from "#worker/platform/audit/verify-chain.ts";
import { bind } from "#worker/platform/bind.ts";
import { exportAuditCsv, exportAuditJson } from "./export-audit.ts";
import { listAccess } from "./list-access.ts";
import { listAudit, readRecordAudit } from "./list-audit.ts";
import { listAuditActors, listAuditNames } from "./list-names.ts";
import { exportSignIns, listSignInPeople, listSignIns } from "./list-sign-ins.ts";
import { readRetention, updateRetention } from "./retention.ts";

/** Pages of a thousand rows that one request verifies. */
const PAGES = 10;

/** Routes of the audit log and the access log. */
export const auditRoutes = [
  bind(api.listAudit, (ctx, { query }) => listAudit(ctx, query)),
  bind(api.listAuditActors, (ctx) => listAuditActors(ctx)),
  bind(api.listAuditNames, (ctx, { query }) => listAuditNames(ctx, query)),
  bind(api.readRecordAudit, (ctx, { params, query }) =>
    readRecordAudit(ctx, { ...params, ...query }),
  ),
  bind(api.exportAuditCsv, (ctx, { query }) => exportAuditCsv(ctx, query)),
  bind(api.exportAuditJson, (ctx, { query }) => exportAuditJson(ctx, query)),
  bind(api.verifyAudit, (ctx, { body }) => verifyChain(ctx, body.from ?? null, PAGES)),
  bind(api.listAccess, (ctx, { query }) => listAccess(ctx, query)),
  bind(signIns.listSignIns, (ctx, { query }) => listSignIns(ctx, query)),
  bind(signIns.listSignInPeople, (ctx) => listSignInPeople(ctx)),
  bind(signIns.exportSignIns, (ctx, { query }) => exportSignIns(ctx, query)),
  bind(api.readRetention, (ctx) => readRetention(ctx)),
  bind(api.updateRetention, (ctx, { body }) => updateRetention(ctx, body)),
];
