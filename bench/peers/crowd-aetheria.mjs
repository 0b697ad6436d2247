// People on our board: the protocol of domain/boards/messages.ts, spoken as the page speaks it.
import WebSocket from "ws";

const PROTOCOL = 2;

/** Opens the sockets and waits for each board to be whole. The first `observers` read everybody's moves. */
export async function crowdOfAetheria({ url, origin, room, tickets, observers, cards, columns }, heard) {
  const place = new Map(cards.map(({ id, columnId }) => [id, columnId]));
  const ids = [...place.keys()];
  const people = [];
  let version = 0;
  const random = (list) => list[Math.floor(Math.random() * list.length)];

  function listen(person, index, text) {
    if (text.startsWith('{"kind":"ack"')) {
      for (const result of JSON.parse(text).results) {
        person.acked = result.seq;
        version = Math.max(version, result.version);
        const outcome = { applied: "applied", rebased: "applied", noop: "noop" }[result.outcome] ?? "refused";
        heard.acked(`${person.client}:${result.seq}`, outcome);
      }
    } else if (index < observers && text.startsWith('{"kind":"ops"')) {
      for (const op of JSON.parse(text).ops) heard.seen(`${op.client}:${op.seq}`, index);
    } else if (text.startsWith('{"kind":"slow"') || text.startsWith('{"kind":"gap"') || text.startsWith('{"kind":"refused"')) {
      throw new Error(`The board answered ${text}`);
    }
  }

  async function join(ticket, index) {
    const socket = new WebSocket(url, ["aetheria.v1", ticket], { origin, perMessageDeflate: false });
    const person = { socket, client: `bench-${String(index).padStart(4, "0")}-${Date.now()}`, seq: 0, acked: 0 };
    await new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("unexpected-response", (_request, answer) => reject(new Error(`The board refused: ${answer.statusCode}`)));
      socket.on("open", () => {
        socket.send(JSON.stringify({ kind: "hello", protocol: PROTOCOL, client: person.client, epoch: null, since: null }));
      });
      socket.on("message", (data) => {
        const text = data.toString();
        if (text.startsWith('{"kind":"welcome"')) version = Math.max(version, JSON.parse(text).version);
        if (text.startsWith('{"kind":"chunk"') && text.endsWith('"last":true}')) resolve();
        listen(person, index, text);
      });
    });
    people.push(person);
  }

  // Ten at a time: a crowd that arrives in one instant measures arriving, not moving.
  for (let i = 0; i < tickets.length; i += 10) {
    await Promise.all(tickets.slice(i, i + 10).map((ticket, j) => join(ticket, i + j)));
  }
  people.sort((a, b) => (a.client < b.client ? -1 : 1));
  return {
    sockets: people.map((person) => person.socket),
    nextMove: (index) => `${people[index].client}:${people[index].seq + 1}`,
    send(index) {
      const person = people[index];
      person.seq += 1;
      const card = random(ids);
      const column = random(columns.filter((one) => one !== place.get(card)));
      const after = ids.find((id) => place.get(id) === column && Math.random() < 0.05) ?? null;
      place.set(card, column);
      const op = { kind: "card.move", card, column, after, before: null };
      const ops = [{ seq: person.seq, base: version, op }];
      person.socket.send(JSON.stringify({ kind: "push", acked: person.acked, ops }));
    },
    room,
  };
}
