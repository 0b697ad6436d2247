// A Yjs client that was away while others made changes: how long until its document has them. Each question is some rounds.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";

const SYNC = 0;
const AUTH = 2;
const [STEP_1, STEP_2, UPDATE] = [0, 1, 2];

/** Connects a document and waits until it has what the server has. Milliseconds from the first word of the sync. */
async function connect(url, document, doc) {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.binaryType = "nodebuffer";
  const say = (...parts) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    for (const part of parts) {
      if (typeof part === "number") encoding.writeVarUint(encoder, part);
      else if (typeof part === "string") encoding.writeVarString(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
    }
    socket.send(encoding.toUint8Array(encoder));
  };
  const ms = await new Promise((resolve, reject) => {
    let began = 0;
    socket.on("error", reject);
    socket.on("open", () => say(AUTH, 0, "bench"));
    socket.on("message", (data) => {
      const decoder = decoding.createDecoder(data);
      decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === AUTH) {
        began = performance.now();
        say(SYNC, STEP_1, Y.encodeStateVector(doc));
      } else if (type === SYNC && decoding.readVarUint(decoder) === STEP_2) {
        Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
        resolve(performance.now() - began);
      }
    });
  });
  return { ms, socket, say };
}

/** The server has a document's last change once another client finds it there. */
async function arrived(url, document, doc) {
  const wanted = Y.encodeStateVector(doc).toString();
  for (let i = 0; i < 100; i++) {
    const other = new Y.Doc();
    const { socket } = await connect(url, document, other);
    socket.terminate();
    if (Y.encodeStateVector(other).toString() === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Hocuspocus never had the last change");
}

async function measure({ url, document, cards, columns, missed, rounds }) {
  const here = new Y.Doc();
  const writer = await connect(url, document, here);
  here.on("update", (update) => writer.say(SYNC, UPDATE, update));
  const board = here.getMap("cards");
  here.transact(() => {
    for (const { id, columnId } of cards) {
      const card = new Y.Map();
      card.set("place", { columnId, rank: "a0" });
      board.set(id, card);
    }
  });
  await arrived(url, document, here);
  const away = new Y.Doc();
  (await connect(url, document, away)).socket.terminate();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < missed; i++) {
      const columnId = columns[(i + round) % columns.length];
      board.get(cards[i % cards.length].id).set("place", { columnId, rank: `a${round}` });
    }
    await arrived(url, document, here);
    const { ms, socket } = await connect(url, document, away);
    socket.terminate();
    const behind = away.getMap("cards").get(cards[0].id).get("place").rank !== `a${round}`;
    if (behind) throw new Error("The document that came back lacks what it missed");
    times.push(ms);
  }
  writer.socket.terminate();
  return times;
}

process.on("message", async (question) => {
  try {
    process.send({ times: await measure(question) });
  } catch (error) {
    process.send({ error: String(error.stack ?? error) });
  }
});
process.on("disconnect", () => process.exit(0));
process.send({ ready: true });
