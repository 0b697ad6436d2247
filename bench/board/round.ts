import { summary, type Summary } from "../lib/stats.ts";

/** What the crowd reports of one round. Times in milliseconds. */
export interface Round {
  ack: number[];
  peer: number[];
  /** How late the crowd itself sent each move. */
  lag: number[];
  moves: number;
  acked: number;
  refused: number;
  /** Deliveries of moves to observers: made, and due. */
  seen: number;
  expected: number;
  /** Sockets that the server closed. */
  closed: number;
  /** Processor seconds of the server during the round. */
  cpu: number;
}

/** Rounds of one board put together. */
export interface BoardResult {
  ack: Summary;
  peer: Summary;
  lag: Summary;
  moves: number;
  /** Moves without acknowledgement, and deliveries that never came. */
  lost: { acks: number; deliveries: number };
  refused: number;
  closed: number;
  /** Processor milliseconds of the server for each move. */
  cpuPerMove: number;
}

/** Puts the samples of all rounds in one pile, so that a bad round shows in the tail. */
export function together(rounds: readonly Round[]): BoardResult {
  const all = (pick: (one: Round) => number[]): Summary => summary(rounds.flatMap(pick));
  const sum = (pick: (one: Round) => number): number =>
    rounds.reduce((total, one) => total + pick(one), 0);
  const moves = sum((one) => one.moves);
  return {
    ack: all((one) => one.ack),
    peer: all((one) => one.peer),
    lag: all((one) => one.lag),
    moves,
    lost: {
      acks: moves - sum((one) => one.acked),
      deliveries: sum((one) => one.expected - one.seen),
    },
    refused: sum((one) => one.refused),
    closed: sum((one) => one.closed),
    cpuPerMove: (sum((one) => one.cpu) * 1000) / moves,
  };
}
