import { expect, it } from "vitest";
import { applyMigrations } from "./migrate.ts";
import { TENANT_MIGRATIONS } from "./migrations.ts";
import { testEnv } from "./testing.ts";

const AT = "2026-11-20T08:00:00.000Z";
const NAME = "0028_notifications.sql";
const COLUMNS =
  "id, source, user_id, kind, board_id, card_id, comment_id, actor_id, actor_name, at, read_at";

/** A row as it was before: one without a comment that was read, one of a comment that was not. */
const row = (n: number) => [
  `ntf_${n}`,
  `boards/brd_1@${n}`,
  "usr_1",
  "mention",
  "brd_1",
  `crd_${n}`,
  n === 1 ? null : `cmt_${n}`,
  "usr_2",
  "Claire",
  AT,
  n === 1 ? AT : null,
];

it("a database with notifications of cards keeps each, and takes those of dashboards", async () => {
  const db = testEnv["TENANT_DB_013"] as D1Database;
  const at = TENANT_MIGRATIONS.findIndex(({ name }) => name === NAME);
  await applyMigrations(db, TENANT_MIGRATIONS.slice(0, at));
  const insert = `INSERT INTO notifications (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  await db.batch([1, 2].map((n) => db.prepare(insert).bind(...row(n))));
  const kept = () => db.prepare(`SELECT ${COLUMNS} FROM notifications ORDER BY id`).raw();
  const before = await kept();
  expect(before).toHaveLength(2);
  const indexes = async () =>
    (
      await db
        .prepare(
          "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'notifications' AND sql IS NOT NULL ORDER BY name",
        )
        .all<{ sql: string }>()
    ).results;
  const indexed = await indexes();
  expect(await applyMigrations(db)).toContain(NAME);
  expect(await kept()).toEqual(before);
  expect(await indexes()).toEqual(indexed);

  // An op that is projected again still tells nobody twice.
  await expect(
    db
      .prepare(insert)
      .bind(...row(3).with(1, "boards/brd_1@1"))
      .run(),
  ).rejects.toThrow(/UNIQUE/);
  const about = (board: string | null, card: string | null, dashboard: string | null) =>
    db
      .prepare(
        `INSERT INTO notifications (id, source, user_id, kind, board_id, card_id, dashboard_id, actor_id, actor_name, at)
         VALUES (?, ?, 'usr_1', 'mention', ?, ?, ?, 'usr_2', '', ?)`,
      )
      .bind(crypto.randomUUID(), crypto.randomUUID(), board, card, dashboard, AT)
      .run();
  await about(null, null, "dsb_1");
  await about("brd_1", "crd_9", null);
  const neither: [string | null, string | null, string | null][] = [
    [null, null, null],
    ["brd_1", null, null],
    ["brd_1", "crd_1", "dsb_1"],
  ];
  for (const odd of neither) {
    await expect(about(...odd)).rejects.toThrow(/notification_subject/);
  }
});
