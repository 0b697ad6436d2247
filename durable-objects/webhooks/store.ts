import { LOG_DAYS, LOG_ROWS } from "#domain/webhooks/retries.ts";
import type { Due, Intake, NewDelivery, Pausing, Subscription, WebhookStore } from "./core.ts";
import type { Sql } from "./sql.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Bytes of an answer that are kept. */
const ANSWER_CHARS = 1024;
/** Of a webhook that may be tried: whether it works is not asked here. */
const OPEN = "state = 'active' AND pausing IS NULL";

const flat = (row: Record<string, unknown> | undefined, name: string): number | null =>
  (row?.[name] as number | null | undefined) ?? null;

/** What the object keeps, in its own SQLite. */
export function webhookStore(sql: Sql): WebhookStore {
  const first = (query: string, ...bindings: (string | number | null)[]) =>
    sql.exec<Record<string, string | number | null>>(query, ...bindings).toArray()[0];
  const get = (name: string): number | null => {
    const value = first("SELECT value FROM state WHERE name = ?", name)?.["value"];
    return value === undefined ? null : Number(value);
  };
  const set = (name: string, value: number) =>
    sql.exec("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", name, String(value));
  const giveUp = (webhook: string, now: number) =>
    void sql.exec(
      "UPDATE deliveries SET state = 'failed', next_at = NULL, finished_at = ? WHERE webhook = ? AND state = 'waiting'",
      now,
      webhook,
    );

  function put({ id, state, types, permissions }: Subscription, now: number): void {
    if (state === "deleted") {
      sql.exec("DELETE FROM webhooks WHERE id = ?", id);
      return giveUp(id, now);
    }
    // Whatever was thought of its receiver was thought of another address or before somebody said to go on.
    sql.exec(
      `INSERT INTO webhooks (id, state, types, permissions) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (id) DO UPDATE SET state = ?2, types = ?3, permissions = ?4, hold_until = 0,
         failing_since = NULL, pausing = NULL, pausing_key = NULL, pausing_at = NULL`,
      id,
      state,
      JSON.stringify(types),
      JSON.stringify(permissions),
    );
  }

  function insert(one: NewDelivery): void {
    sql.exec(
      `INSERT OR IGNORE INTO deliveries
         (id, seq, webhook, type, permission, entity, entity_id, body, created_at, next_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)`,
      one.id,
      one.seq,
      one.webhook,
      one.type,
      one.permission,
      one.entity,
      one.entityId,
      one.body,
      one.at,
    );
  }

  return {
    cursor: () => get("cursor"),
    newsSince: () => get("news_since") ?? 0,
    begin({ after, newsSince }) {
      sql.transaction(() => {
        set("cursor", after);
        set("news_since", newsSince);
      });
    },
    subscriptions: () =>
      sql
        .exec<{ id: string; state: string; types: string; permissions: string }>(
          "SELECT id, state, types, permissions FROM webhooks ORDER BY id",
        )
        .toArray()
        .map((row) => ({
          id: row.id,
          state: row.state as Subscription["state"],
          types: JSON.parse(row.types) as string[],
          permissions: JSON.parse(row.permissions) as string[],
        })),
    take(intake: Intake, now) {
      sql.transaction(() => {
        if (get("cursor") !== intake.after) return;
        for (const one of intake.deliveries) insert(one);
        for (const one of intake.subscriptions) put(one, now);
        set("cursor", intake.upTo);
      });
    },
    add: insert,
    ready: (now) =>
      sql
        .exec<{ id: string; failing: number }>(
          `SELECT id, failing_since IS NOT NULL AS failing FROM webhooks w
           WHERE ${OPEN} AND hold_until <= ?1 AND EXISTS (SELECT 1 FROM deliveries d
             WHERE d.webhook = w.id AND d.state = 'waiting' AND d.next_at <= ?1)
           ORDER BY failing, served_at, id`,
          now,
        )
        .toArray()
        .map(({ id, failing }) => ({ id, failing: failing === 1 })),
    due(webhook, now) {
      sql.exec("UPDATE webhooks SET served_at = ? WHERE id = ?", now, webhook);
      const row = first(
        `SELECT id, body, tries, attempts FROM deliveries
         WHERE webhook = ? AND state = 'waiting' AND next_at <= ? ORDER BY next_at, n LIMIT 1`,
        webhook,
        now,
      );
      return (row as unknown as Due | undefined) ?? null;
    },
    record(webhook, due, outcome, { state, nextAt }) {
      const { at, duration, status, error, answer, headers } = outcome;
      const end = at + duration;
      sql.transaction(() => {
        sql.exec(
          "INSERT OR REPLACE INTO attempts (delivery, number, at, duration, status, error, answer) VALUES (?, ?, ?, ?, ?, ?, ?)",
          due.id,
          due.attempts + 1,
          at,
          duration,
          status,
          error,
          answer.slice(0, ANSWER_CHARS),
        );
        sql.exec(
          "UPDATE deliveries SET attempts = ?, headers = ? WHERE id = ?",
          due.attempts + 1,
          JSON.stringify(headers),
          due.id,
        );
        // What was given up or replayed meanwhile keeps that, unless it did arrive.
        sql.exec(
          `UPDATE deliveries SET state = ?1, next_at = ?2, tries = tries + 1,
             finished_at = CASE WHEN ?1 = 'waiting' THEN NULL ELSE ?3 END
           WHERE id = ?4 AND (?1 = 'delivered' OR (state = 'waiting' AND tries = ?5))`,
          state,
          nextAt,
          end,
          due.id,
          due.tries,
        );
        sql.exec(
          "UPDATE webhooks SET failing_since = CASE WHEN ?1 THEN NULL ELSE ifnull(failing_since, ?2) END WHERE id = ?3",
          state === "delivered" ? 1 : 0,
          end,
          webhook,
        );
      });
    },
    failingSince: (webhook) =>
      flat(first("SELECT failing_since AS since FROM webhooks WHERE id = ?", webhook), "since"),
    hold: (webhook, until) =>
      void sql.exec("UPDATE webhooks SET hold_until = ? WHERE id = ?", until, webhook),
    giveUp,
    pausing: (now) =>
      sql
        .exec<{ id: string; reason: string; key: string }>(
          "SELECT id, pausing AS reason, pausing_key AS key FROM webhooks WHERE pausing_at <= ?",
          now,
        )
        .toArray() as unknown as Pausing[],
    setPausing: ({ id, reason, key }) =>
      void sql.exec(
        "UPDATE webhooks SET pausing = ?, pausing_key = ?, pausing_at = 0 WHERE id = ? AND pausing IS NULL",
        reason,
        key,
        id,
      ),
    settlePausing(id, again) {
      if (again !== null) sql.exec("UPDATE webhooks SET pausing_at = ? WHERE id = ?", again, id);
      else {
        sql.exec(
          "UPDATE webhooks SET pausing = NULL, pausing_key = NULL, pausing_at = NULL WHERE id = ?",
          id,
        );
      }
    },
    nextAt() {
      const row = first(
        `SELECT min(at) AS at FROM (
           SELECT max(w.hold_until, (SELECT min(next_at) FROM deliveries d
             WHERE d.webhook = w.id AND d.state = 'waiting')) AS at FROM webhooks w WHERE ${OPEN}
           UNION ALL SELECT pausing_at FROM webhooks WHERE pausing_at IS NOT NULL
           UNION ALL SELECT CAST((SELECT value FROM state WHERE name = 'purge') AS INTEGER)
             WHERE EXISTS (SELECT 1 FROM deliveries))`,
      );
      return flat(row, "at");
    },
    purge(now) {
      if ((get("purge") ?? 0) > now) return;
      sql.transaction(() => {
        const old = now - LOG_DAYS * DAY;
        sql.exec(
          "UPDATE deliveries SET state = 'failed', next_at = NULL, finished_at = ?1 WHERE state = 'waiting' AND created_at < ?2",
          now,
          old,
        );
        sql.exec(
          `DELETE FROM deliveries WHERE state <> 'waiting' AND (created_at < ?1 OR n <= (
             SELECT n FROM deliveries WHERE state <> 'waiting' ORDER BY n DESC LIMIT 1 OFFSET ?2))`,
          old,
          LOG_ROWS,
        );
        sql.exec("DELETE FROM attempts WHERE delivery NOT IN (SELECT id FROM deliveries)");
        set("purge", now + DAY);
      });
    },
  };
}
