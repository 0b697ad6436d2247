// The plain peer of our board: a REST API over SQLite, each move one PATCH, synced before it is answered; people ask for what is new.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import Fastify from "fastify";

const [folder] = process.argv.slice(2);
const db = new DatabaseSync(join(folder, "polling.sqlite"));
db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
db.exec("CREATE TABLE cards (board TEXT, id TEXT, column_id TEXT, rank TEXT, body TEXT, PRIMARY KEY (board, id)) WITHOUT ROWID");
db.exec("CREATE TABLE moves (board TEXT, version INTEGER, card TEXT, move TEXT, PRIMARY KEY (board, version)) WITHOUT ROWID");
const insert = db.prepare("INSERT INTO cards VALUES (?, ?, ?, ?, ?)");
const place = db.prepare("UPDATE cards SET column_id = ?, rank = ? WHERE board = ? AND id = ?");
const log = db.prepare("INSERT INTO moves VALUES (?, ?, ?, ?)");
const news = db.prepare(`SELECT id, column_id AS "columnId", rank, version, move FROM moves JOIN cards USING (board)
  WHERE board = ? AND version > ? AND id = card ORDER BY version`);
const versions = new Map();

const app = Fastify({ bodyLimit: 10_000_000 });
app.post("/boards/:board", async ({ params, body }, reply) => {
  db.exec("BEGIN");
  for (const { id, columnId, rank, ...rest } of body.cards) insert.run(params.board, id, columnId, rank, JSON.stringify(rest));
  db.exec("COMMIT");
  versions.set(params.board, 0);
  return reply.code(201).send({ version: 0 });
});
app.patch("/boards/:board/cards/:id", async ({ params, body }) => {
  const version = versions.get(params.board) + 1;
  versions.set(params.board, version);
  db.exec("BEGIN");
  place.run(body.columnId, body.rank, params.board, params.id);
  log.run(params.board, version, params.id, body.move);
  db.exec("COMMIT");
  return { version };
});
app.get("/boards/:board/cards", async ({ params, query }) => ({
  version: versions.get(params.board),
  cards: news.all(params.board, Number(query.since)),
}));

const url = await app.listen({ port: 0, host: "127.0.0.1" });
const stop = () => process.exit(0);
process.on("SIGTERM", stop);
process.on("disconnect", stop);
process.send({ url });
