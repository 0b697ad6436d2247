// People on a Yjs board: each card a Y.Map whose place (column and rank) is one value, as one register is ours. All people write
// through one document under client ids of their own, which yields the very updates of documents in step, and reads cost the same on both sides.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";

const SYNC = 0;
const AUTH = 2;
const STATUS = 8;
const UPDATE = 2;
const STEP_1 = 0;
const FIRST_CLIENT = 10_000;

/** Opens the sockets, lets the first bring the cards, waits for each to be in step. The first `observers` read everybody's moves. */
export async function crowdOfHocuspocus({ url, document, clients, observers, cards, columns }, heard) {
  const doc = new Y.Doc();
  const board = doc.getMap("cards");
  const people = [];
  const random = (list) => list[Math.floor(Math.random() * list.length)];
  let fresh = null;
  doc.on("update", (update) => (fresh = update));

  const message = (...writers) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    for (const write of writers) write(encoder);
    return encoding.toUint8Array(encoder);
  };
  const number = (value) => (encoder) => encoding.writeVarUint(encoder, value);
  const bytes = (value) => (encoder) => encoding.writeVarUint8Array(encoder, value);
  const word = (value) => (encoder) => encoding.writeVarString(encoder, value);

  function listen(person, index, data, joined) {
    const decoder = decoding.createDecoder(data);
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === AUTH) {
      if (decoding.readVarUint(decoder) !== 2) throw new Error("Hocuspocus refused the token");
      person.socket.send(message(number(SYNC), number(STEP_1), bytes(Y.encodeStateVector(doc))));
    } else if (type === STATUS) {
      const move = person.waiting.shift();
      if (move) heard.acked(move, decoding.readVarUint(decoder) === 1 ? "applied" : "refused");
    } else if (type === SYNC) {
      const kind = decoding.readVarUint(decoder);
      if (kind === STEP_1) return joined();
      if (kind !== UPDATE || index >= observers) return;
      for (const struct of Y.decodeUpdate(decoding.readVarUint8Array(decoder)).structs) {
        heard.seen(`${struct.id.client}:${struct.id.clock}`, index);
      }
    }
  }

  async function join(index) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.binaryType = "nodebuffer";
    const person = { socket, id: FIRST_CLIENT + index, clock: 0, waiting: [] };
    people[index] = person;
    await new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("open", () => socket.send(message(number(AUTH), number(0), word("bench"))));
      socket.on("message", (data) => listen(person, index, data, resolve));
    });
  }

  await join(0);
  doc.transact(() => {
    for (const { id, columnId, rank, ...fields } of cards) {
      const card = new Y.Map(Object.entries(fields));
      card.set("place", { columnId, rank });
      board.set(id, card);
    }
  });
  people[0].socket.send(message(number(SYNC), number(UPDATE), bytes(Y.encodeStateAsUpdate(doc))));
  for (let i = 1; i < clients; i += 10) {
    await Promise.all(Array.from({ length: Math.min(10, clients - i) }, (_, j) => join(i + j)));
  }
  const ids = [...board.keys()];
  return {
    sockets: people.map((person) => person.socket),
    nextMove: (index) => `${people[index].id}:${people[index].clock}`,
    send(index, move) {
      const person = people[index];
      doc.clientID = person.id;
      board.get(random(ids)).set("place", { columnId: random(columns), rank: `a${Math.random().toString(36).slice(2, 6)}` });
      person.clock += 1;
      person.waiting.push(move);
      person.socket.send(message(number(SYNC), number(UPDATE), bytes(fresh)));
    },
  };
}
