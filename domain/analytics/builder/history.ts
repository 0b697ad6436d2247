/** What was, what is and what was undone; the newest is last in `past`, first in `future`. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** Says what the last change was about: the next one about the same within a second is part of it. */
  about: string | undefined;
  at: number;
}

const MOST = 100;
const TOGETHER_MS = 1_000;

export const newHistory = <T>(now: T): History<T> => ({
  past: [],
  now,
  future: [],
  about: undefined,
  at: 0,
});

/** A change as a step of its own, or as part of the last one where both are about the same and close (`at` in ms). */
export function changed<T>(history: History<T>, next: T, at: number, about?: string): History<T> {
  const together = about !== undefined && about === history.about && at - history.at < TOGETHER_MS;
  const past = together ? history.past : [...history.past, history.now].slice(-MOST);
  return { past, now: next, future: [], about, at };
}

/** One step back; the same history where there is none. */
export function undone<T>(history: History<T>): History<T> {
  if (history.past.length === 0) return history;
  const [before] = history.past.slice(-1) as [T];
  const future = [history.now, ...history.future];
  return { past: history.past.slice(0, -1), now: before, future, about: undefined, at: 0 };
}

/** One step forth again. */
export function redone<T>(history: History<T>): History<T> {
  if (history.future.length === 0) return history;
  const [next, ...future] = history.future as [T, ...T[]];
  return { past: [...history.past, history.now], now: next, future, about: undefined, at: 0 };
}
