// People on a board without a live connection: each asks once a second what is new, as pages without sockets do.
import { Agent, request } from "node:http";

const POLL_MS = 1000;

/** Makes the board and lets everybody ask, spread over the second. The first `observers` time what they are told. */
export async function crowdOfPolling({ url, document, clients, observers, cards, columns }, heard) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const random = (list) => list[Math.floor(Math.random() * list.length)];
  const ids = cards.map(({ id }) => id);
  const board = `${url}/boards/${document}`;
  const sent = Array.from({ length: clients }, () => 0);
  let over = false;

  function ask(method, address, body) {
    return new Promise((resolve, reject) => {
      const data = body && JSON.stringify(body);
      const headers = data ? { "content-type": "application/json", "content-length": Buffer.byteLength(data) } : {};
      const call = request(address, { method, agent, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => (text += part));
        answer.on("end", () => resolve({ status: answer.statusCode, text }));
      });
      call.on("error", reject);
      call.end(data);
    });
  }

  const { text } = await ask("POST", board, { cards });
  const { version } = JSON.parse(text);
  const polls = Array.from({ length: clients }, (_, index) => {
    let since = version;
    const poll = async () => {
      const answer = await ask("GET", `${board}/cards?since=${since}`).catch(() => null);
      if (over) return;
      if (answer) {
        const page = JSON.parse(answer.text);
        since = page.version;
        if (index < observers) for (const card of page.cards) heard.seen(card.move, index);
      }
      timers[index] = setTimeout(poll, POLL_MS);
    };
    return poll;
  });
  const timers = polls.map((poll, index) => setTimeout(poll, (index / clients) * POLL_MS));
  const stop = () => {
    over = true;
    for (const timer of timers) clearTimeout(timer);
    agent.destroy();
  };
  return {
    sockets: [{ on: () => undefined, terminate: stop }],
    nextMove: (index) => `${document}:${index}:${sent[index] + 1}`,
    send(index, move) {
      sent[index] += 1;
      const body = { columnId: random(columns), rank: `a${Math.random().toString(36).slice(2, 6)}`, move };
      ask("PATCH", `${board}/cards/${random(ids)}`, body).then(
        ({ status }) => heard.acked(move, status === 200 ? "applied" : "refused"),
        () => undefined,
      );
    },
  };
}
