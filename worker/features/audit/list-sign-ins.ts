import { signInWords } from "#domain/audit/sign-in-words.ts";
import { signInsCsvHead, signInsCsvLine } from "#domain/audit/sign-ins-csv.ts";
import type { SignInEntry, SignInFilter, listSignIns as route } from "#domain/audit/sign-ins.ts";
import { CSV_DIALECTS } from "#domain/csv.ts";
import { WATCHED_EVENTS } from "#domain/identity/event-groups.ts";
import type { AuthEventKind } from "#domain/identity/model.ts";
import type { AnswerOf } from "#domain/route.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { streamRows } from "./stream-rows.ts";

interface Row {
  id: string;
  user_id: string;
  name: string;
  kind: AuthEventKind;
  at: string;
  device: string | null;
  place: string | null;
  address: string | null;
  request_id: string;
}

// Of each member the newest that match, of those the newest of all: as quick for a person with many events as for one
// with few. Only members of this organization, only since they joined it, only kinds that tell of no other one.
const QUERY = `
SELECT e.id, u.id AS user_id, u.name, e.kind, e.at, e.detail ->> '$.device' AS device, e.place, e.address, e.request_id
FROM memberships m JOIN users u ON u.id = m.user_id
JOIN auth_events e ON e.id IN (
  SELECT x.id FROM auth_events x
  WHERE x.user_id = m.user_id AND x.at >= m.created_at AND x.id < ?2
    AND x.kind IN (SELECT value FROM json_each(?3))
    AND (?4 IS NULL OR x.kind = ?4) AND (?5 IS NULL OR x.at >= ?5) AND (?6 IS NULL OR x.at < ?6)
    AND NOT EXISTS (SELECT 1 FROM json_each(?7) w WHERE NOT ifnull(
      instr(lower(u.name), lower(w.value ->> '$.text')) OR instr(lower(u.email), lower(w.value ->> '$.text'))
      OR x.address = w.value ->> '$.text' OR x.request_id = w.value ->> '$.text'
      OR instr(lower(x.detail ->> '$.device'), lower(w.value ->> '$.text'))
      OR x.kind IN (SELECT value FROM json_each(w.value, '$.kinds'))
      OR x.place IN (SELECT value FROM json_each(w.value, '$.places')), 0))
  ORDER BY x.id DESC LIMIT ?8)
WHERE m.organization_id = ?1 AND (?9 IS NULL OR m.user_id = ?9)
ORDER BY e.id DESC LIMIT ?8`;

/** Greater than any id of an event. */
const LAST = "aev_~";

async function read(
  ctx: Ctx,
  filter: SignInFilter,
  before: string | undefined,
  limit: number,
): Promise<SignInEntry[]> {
  const { actorId, action, from, to, q } = filter;
  const rows = await controlDb(ctx).all<Row>(
    QUERY,
    ctx.tenant.organizationId,
    before ?? LAST,
    JSON.stringify(WATCHED_EVENTS),
    action ?? null,
    from ?? null,
    to ?? null,
    JSON.stringify(signInWords(q)),
    limit,
    actorId ?? null,
  );
  return rows.map(({ user_id, name, kind, request_id, ...row }) => ({
    ...row,
    actor: { id: user_id, name, kind: "person" as const },
    action: kind,
    requestId: request_id,
  }));
}

/** How the organization's members signed in since they joined, last first, page by page. */
export async function listSignIns(
  ctx: Ctx,
  { cursor, limit, ...filter }: SignInFilter & { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof route>> {
  const found = await read(ctx, filter, cursor, limit + 1);
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The members whose sign-ins are told, by name. */
export async function listSignInPeople(ctx: Ctx) {
  const items = await controlDb(ctx).all<{ id: string; name: string }>(
    `SELECT u.id, u.name FROM memberships m JOIN users u ON u.id = m.user_id
     WHERE m.organization_id = ? ORDER BY u.name COLLATE NOCASE, u.id`,
    ctx.tenant.organizationId,
  );
  return { items };
}

/** The sign-ins that match as CSV, for spreadsheets. */
export function exportSignIns(
  ctx: Ctx,
  { language, ...filter }: SignInFilter & { language: "fr" | "en" },
): Promise<Response> {
  return streamRows<SignInEntry>(
    (last, limit) => read(ctx, filter, last?.id, limit),
    {
      type: "text/csv; charset=utf-8",
      name: "sign-ins",
      extension: "csv",
      head: CSV_DIALECTS[language].mark + signInsCsvHead(language),
      line: (entry) => signInsCsvLine(entry, language),
      foot: "",
    },
    isoNow(ctx.clock).slice(0, 10),
  );
}
