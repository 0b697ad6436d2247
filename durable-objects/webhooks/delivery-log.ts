import type { Attempt, Delivery, DeliveryFilter } from "#domain/webhooks/deliveries.ts";
import type { Standings, StoredDelivery } from "#worker/features/webhooks/webhook-rpc.ts";
import type { Sql } from "./sql.ts";

type Row = Record<string, string | number | null>;

const iso = (ms: unknown): string => new Date(Number(ms)).toISOString();
const isoOrNull = (ms: unknown): string | null => (ms === null ? null : iso(ms));

/** A delivery with its last attempt. While its webhook rests, nothing is planned. */
const SELECT = `SELECT d.*, w.state AS webhook_state, a.at AS last_at, a.status AS last_status,
    a.error AS last_error, a.duration AS last_duration
  FROM deliveries d LEFT JOIN webhooks w ON w.id = d.webhook
  LEFT JOIN attempts a ON a.delivery = d.id AND a.number = d.attempts`;

function deliveryOf(row: Row): Delivery {
  return {
    id: String(row["id"]),
    webhookId: String(row["webhook"]),
    type: String(row["type"]),
    entity: String(row["entity"]),
    entityId: String(row["entity_id"]),
    state: row["state"] as Delivery["state"],
    createdAt: iso(row["created_at"]),
    attempts: Number(row["attempts"]),
    nextAt: row["webhook_state"] === "active" ? isoOrNull(row["next_at"] ?? null) : null,
    last:
      row["last_at"] === null
        ? null
        : {
            at: iso(row["last_at"]),
            status: row["last_status"] as number | null,
            error: row["last_error"] as Attempt["error"],
            duration: Number(row["last_duration"]),
          },
  };
}

/** Deliveries that match, last first, those before one of them; none when that one is gone. */
export function listDeliveries(
  sql: Sql,
  filter: DeliveryFilter,
  before: string | null,
  limit: number,
): Delivery[] {
  const named = Object.entries({
    "d.webhook": filter.webhook,
    "d.state": filter.state,
    "d.type": filter.type,
  }).flatMap(([column, value]) => (value === undefined ? [] : [[column, value] as const]));
  const conditions = named.map(([column]) => `${column} = ?`);
  const place = before === null ? [] : ["d.n < (SELECT n FROM deliveries WHERE id = ?)"];
  const where = [...conditions, ...place].join(" AND ") || "true";
  const bindings = [...named.map(([, value]) => value), ...(before === null ? [] : [before])];
  return sql
    .exec<Row>(`${SELECT} WHERE ${where} ORDER BY d.n DESC LIMIT ?`, ...bindings, limit)
    .toArray()
    .map(deliveryOf);
}

/** One delivery with its body, headers and attempts; null when the log holds none of that id. */
export function readDelivery(sql: Sql, id: string): StoredDelivery | null {
  const [row] = sql.exec<Row>(`${SELECT} WHERE d.id = ?`, id).toArray();
  if (!row) return null;
  const attempts = sql
    .exec<Row>("SELECT * FROM attempts WHERE delivery = ? ORDER BY number", id)
    .toArray();
  return {
    ...deliveryOf(row),
    permission: String(row["permission"]),
    headers: JSON.parse(String(row["headers"])) as Record<string, string>,
    body: String(row["body"]),
    log: attempts.map((one) => ({
      number: Number(one["number"]),
      at: iso(one["at"]),
      duration: Number(one["duration"]),
      status: one["status"] as number | null,
      error: one["error"] as Attempt["error"],
      answer: String(one["answer"]),
    })),
  };
}

const AGAIN = "SET state = 'waiting', tries = 0, next_at = ?, finished_at = NULL";

/** Makes one delivery due again, from its first try on. */
export function replayDelivery(sql: Sql, id: string, now: number): void {
  sql.exec(`UPDATE deliveries ${AGAIN} WHERE id = ?`, now, id);
}

/** Makes what failed to reach a webhook since an instant due again. @returns how many. */
export function replayFailed(sql: Sql, webhook: string, since: number, now: number): number {
  const which = "webhook = ? AND state = 'failed' AND created_at >= ?";
  return sql.transaction(() => {
    const count = `SELECT count(*) AS n FROM deliveries WHERE ${which}`;
    const [found] = sql.exec<{ n: number }>(count, webhook, since).toArray();
    sql.exec(`UPDATE deliveries ${AGAIN} WHERE ${which}`, now, webhook, since);
    return found?.n ?? 0;
  });
}

/** How the deliveries of each webhook go. */
export function standingsOf(sql: Sql): Standings {
  const rows = sql
    .exec<Row>(
      `SELECT w.id, w.failing_since, sum(d.state = 'waiting') AS waiting, sum(d.state = 'failed') AS failed,
         (SELECT max(a.at) FROM attempts a JOIN deliveries x ON x.id = a.delivery WHERE x.webhook = w.id) AS last_at,
         (SELECT x.state FROM deliveries x JOIN attempts a ON a.delivery = x.id
          WHERE x.webhook = w.id ORDER BY a.at DESC, a.number DESC LIMIT 1) AS last_state
       FROM webhooks w LEFT JOIN deliveries d ON d.webhook = w.id GROUP BY w.id`,
    )
    .toArray();
  return Object.fromEntries(
    rows.map((row) => [
      String(row["id"]),
      {
        lastAt: isoOrNull(row["last_at"] ?? null),
        lastState: row["last_state"] as Delivery["state"] | null,
        failingSince: isoOrNull(row["failing_since"] ?? null),
        waiting: Number(row["waiting"] ?? 0),
        failed: Number(row["failed"] ?? 0),
      },
    ]),
  );
}
