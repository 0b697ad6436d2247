// One crowd for every board: N sockets, a move a second each, spread over the second. Each question is one round.
import { crowdOfAetheria } from "./crowd-aetheria.mjs";
import { crowdOfHocuspocus } from "./crowd-hocuspocus.mjs";
import { crowdOfPolling } from "./crowd-polling.mjs";

const CROWDS = { aetheria: crowdOfAetheria, hocuspocus: crowdOfHocuspocus, polling: crowdOfPolling };
const SECOND = 1000;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function round(question) {
  const { kind, clients, observers, warmup, seconds } = question;
  const sent = new Map();
  const rounds = { ack: [], peer: [], lag: [], moves: 0, acked: 0, seen: 0, expected: 0, refused: 0 };
  let counting = false;
  const heard = {
    acked(move, outcome) {
      const one = sent.get(move);
      if (!one || one.acked) return;
      one.acked = true;
      // A move that changes nothing is told to nobody.
      one.told = outcome === "applied";
      if (!one.counted) return;
      if (outcome === "refused") rounds.refused += 1;
      rounds.acked += 1;
      rounds.ack.push(performance.now() - one.at);
    },
    seen(move, observer) {
      const one = sent.get(move);
      if (!one || one.by === observer) return;
      one.seen += 1;
      if (one.counted) rounds.peer.push(performance.now() - one.at);
    },
  };
  const crowd = await CROWDS[kind](question, heard);
  let closed = 0;
  for (const socket of crowd.sockets) socket.on("close", () => (closed += 1));
  const started = performance.now();
  const end = started + (warmup + seconds) * SECOND;
  let last = null;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let due = started + (client / clients) * SECOND; due < end; due += SECOND) {
        await sleep(Math.max(0, due - performance.now()));
        const counted = due >= started + warmup * SECOND;
        if (counted && !counting) {
          counting = true;
          process.send({ mark: "counting" });
        }
        const at = performance.now();
        const move = crowd.nextMove(client);
        sent.set(move, { at, by: client, counted, acked: false, told: true, seen: 0 });
        crowd.send(client, move);
        if (!counted) continue;
        rounds.moves += 1;
        rounds.lag.push(at - due);
        last = at;
      }
    }),
  );
  // What is still under way gets five seconds more, then it is lost.
  for (let i = 0; i < 50 && unfinished(sent, observers) > 0; i++) await sleep(100);
  for (const one of sent.values()) {
    if (!one.counted || !one.told) continue;
    rounds.expected += observers - (one.by < observers ? 1 : 0);
    rounds.seen += one.seen;
  }
  const dropped = closed;
  for (const socket of crowd.sockets) socket.terminate();
  return { ...rounds, closed: dropped, lasted: last === null ? 0 : seconds };
}

function unfinished(sent, observers) {
  let open = 0;
  for (const one of sent.values()) {
    if (!one.acked || (one.told && one.seen < observers - (one.by < observers ? 1 : 0))) open += 1;
  }
  return open;
}

process.on("message", async (question) => {
  try {
    process.send({ round: await round(question) });
  } catch (error) {
    process.send({ error: String(error.stack ?? error) });
  }
});
process.on("disconnect", () => process.exit(0));
process.send({ ready: true });
