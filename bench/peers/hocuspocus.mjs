// The peer of our board: Hocuspocus over Yjs, stored by SQLite.
//   shipped: as its SQLite extension does it, the whole document 2 s after a change, 10 s at most; a move is acknowledged before.
//   logged:  every update is in SQLite's log before it is applied and acknowledged, as our object promises it.
// The statements are those of @hocuspocus/extension-sqlite; its better-sqlite3 has no binary for this Node, node:sqlite stands in.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import * as decoding from "lib0/decoding";

const [mode, folder] = process.argv.slice(2);
const db = new DatabaseSync(join(folder, `${mode}.sqlite`));
// FULL syncs each commit to the disk, as a Durable Object's SQLite does before it lets an answer out.
db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${mode === "logged" ? "FULL" : "NORMAL"}`);
db.exec('CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))');
db.exec('CREATE TABLE IF NOT EXISTS "updates" ("id" integer PRIMARY KEY, "name" varchar(255) NOT NULL, "data" blob NOT NULL)');
const select = db.prepare('SELECT data FROM "documents" WHERE name = $name ORDER BY rowid DESC');
const upsert = db.prepare('INSERT INTO "documents" ("name", "data") VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data');
const append = db.prepare('INSERT INTO "updates" ("name", "data") VALUES (?, ?)');

const logged = {
  async beforeHandleMessage({ documentName, update }) {
    const decoder = decoding.createDecoder(update);
    decoding.readVarString(decoder);
    // Message type 0 is sync, and of its kinds 2 is an update.
    if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) !== 2) return;
    append.run(documentName, decoding.readVarUint8Array(decoder));
  },
};

const server = new Server({
  quiet: true,
  port: 0,
  address: "127.0.0.1",
  stopOnSignals: false,
  async onAuthenticate({ token }) {
    if (token !== "bench") throw new Error("refused");
  },
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get({ name: documentName })?.data ?? null,
      store: async ({ documentName, state }) => void upsert.run({ name: documentName, data: state }),
    }),
    ...(mode === "logged" ? [logged] : []),
  ],
});
// Port 0 means "the configured one" to its listen().
await new Promise((resolve) => server.httpServer.listen(0, "127.0.0.1", resolve));
await server.hocuspocus.hooks("onListen", { instance: server.hocuspocus, configuration: server.configuration, port: server.address.port });

const stop = () => process.exit(0);
process.on("SIGTERM", stop);
process.on("disconnect", stop);
process.send({ url: `ws://127.0.0.1:${server.address.port}` });
