import type { ReadResult } from "#web/features/analytics/engine/read.ts";

/** Answers that are kept, so that what was shown before is shown at once. */
const MOST_KEPT = 120;

/** What reads of the tables of a workspace answered while their rows were as they are. */
export interface Answers {
  /** What this text answered; it is forgotten last then. */
  known(sql: string): ReadResult | undefined;
  /** A number that changes with the rows; taken before a read, it says later whether its answer still counts. */
  stamp(): number;
  keep(sql: string, answer: ReadResult, stamp: number): void;
  /** Rows have changed: nothing that was answered counts any more. */
  forget(): void;
}

export function createAnswers(): Answers {
  /** Least lately asked first. */
  const kept = new Map<string, ReadResult>();
  let stamp = 0;
  const put = (sql: string, answer: ReadResult): void => {
    kept.delete(sql);
    kept.set(sql, answer);
  };
  return {
    known(sql) {
      const found = kept.get(sql);
      if (found) put(sql, found);
      return found;
    },
    stamp: () => stamp,
    keep(sql, answer, at) {
      if (at !== stamp) return;
      put(sql, answer);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
    forget() {
      stamp += 1;
      kept.clear();
    },
  };
}
