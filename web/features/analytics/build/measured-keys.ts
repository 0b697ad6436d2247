import { createEffect, createMemo, createSignal } from "solid-js";
import { sameKey, turned, type JoinKey } from "#domain/analytics/builder/join-keys.ts";
import { judgeJoin, type JoinFigures } from "#domain/analytics/joins/measure.ts";
import type { JoinCandidate } from "#domain/analytics/joins/suggest-joins.ts";
import type { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { tablesInside } from "./join-options.ts";

/** A way between tables that their rows bear out. `share`: how many rows of `from` find theirs, 1 is all of them. */
export interface MeasuredKey extends JoinKey {
  share: number;
}

/** Pairs of names that are looked at: each costs a read of two columns. */
const MOST_MEASURED = 12;

const shareOf = ({ rows, found }: JoinFigures): number => (rows === 0 ? 0 : found / rows);

/** Both ways of a candidate, or nothing where the columns are no keys of each other. */
export async function measuredWays(
  candidate: JoinCandidate,
  measure: (candidate: JoinCandidate) => Promise<JoinFigures>,
): Promise<MeasuredKey[]> {
  const figures = await measure(candidate);
  const kind = judgeJoin(candidate, figures);
  if (kind === null) return [];
  const key = { from: candidate.from, to: candidate.to, kind };
  const back = await measure({ ...candidate, from: candidate.to, to: candidate.from });
  return [
    { ...key, share: shareOf(figures) },
    { ...turned(key), share: shareOf(back) },
  ];
}

const idOf = ({ from, to }: JoinCandidate): string => JSON.stringify([from, to]);

/** Ways from a query's tables to others that look likely by name and that the engine bears out, once they are `wanted`. */
export function createMeasuredKeys(
  around: {
    query: () => BuiltQuery;
    joinKeys: () => readonly JoinKey[];
    candidates: () => readonly JoinCandidate[];
    measure: (candidate: JoinCandidate) => Promise<JoinFigures>;
  },
  wanted: () => boolean,
) {
  const [known, setKnown] = createSignal<ReadonlyMap<string, MeasuredKey[]>>(new Map());
  const asked = new Set<string>();
  const candidates = createMemo(() => {
    const inside = tablesInside(around.query());
    return around
      .candidates()
      .filter(({ from, to }) => inside.has(from.table) !== inside.has(to.table))
      .filter((one) => !around.joinKeys().some((key) => sameKey(key, one)))
      .slice(0, MOST_MEASURED);
  });
  createEffect(() => {
    if (!wanted()) return;
    for (const one of candidates()) {
      const id = idOf(one);
      if (asked.has(id)) continue;
      asked.add(id);
      void measuredWays(one, around.measure)
        .catch(() => [])
        .then((keys) => setKnown((now) => new Map(now).set(id, keys)));
    }
  });
  const keys = createMemo(() => candidates().flatMap((one) => known().get(idOf(one)) ?? []));
  return {
    keys,
    loading: () => wanted() && candidates().some((one) => !known().has(idOf(one))),
  };
}
