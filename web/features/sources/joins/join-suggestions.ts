import { createEffect, createMemo, createSignal } from "solid-js";
import { joinsTables, judgeJoin, saysJoin, semanticJoin } from "#domain/analytics/joins/measure.ts";
import type { JoinFigures } from "#domain/analytics/joins/measure.ts";
import { suggestJoins, type JoinCandidate } from "#domain/analytics/joins/suggest-joins.ts";
import type { SemanticDocument } from "#domain/semantic/model.ts";
import type { SourceView } from "#domain/sources/model.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { measureJoin } from "./measure-join.ts";

type Join = SemanticDocument["joins"][number];

/** A join that may be meant: borne out by figures, or by names alone as long as a source was not read here. */
export interface JoinSuggestion {
  id: string;
  candidate: JoinCandidate;
  from: SourceView;
  to: SourceView;
  measured: { join: Join; figures: JoinFigures } | null;
}

/** Pairs of names that are looked at: each costs a read of two columns. */
const MOST_MEASURED = 20;
const MOST_SHOWN = 4;
/** Names that say less are no reason to ask a person for a reading. */
const CLEAR = 0.8;

const idOf = ({ from, to }: JoinCandidate): string =>
  [`${from.table}.${from.column}`, `${to.table}.${to.column}`].toSorted().join(" = ");

const foundOf = ({ found, rows }: JoinFigures): number => (rows === 0 ? 0 : found / rows);

const samePair = (a: JoinCandidate, b: JoinCandidate): boolean =>
  joinsTables([{ from: a.from.table, to: a.to.table }], b);

/**
 * Joins between the sources of a workspace that its model does not say yet. Files of this device and the organization's own data are read
 * for it, where names give a reason to; what comes from further away is measured once somebody has read it.
 */
export function createJoinSuggestions(
  sources: Sources,
  model: () => readonly Join[] | undefined,
  dismissed: (id: string) => boolean,
) {
  const [measures, setMeasures] = createSignal<ReadonlyMap<string, JoinFigures | null>>(new Map());
  const asked = new Set<string>();
  const sourceOf = (table: string) => sources.all().find((source) => source.table === table);
  const ready = (source: SourceView) => {
    const state = sources.state(source.id);
    return state.kind === "ready" ? state : undefined;
  };
  const candidates = createMemo((): Omit<JoinSuggestion, "measured">[] => {
    const joins = model();
    if (joins === undefined || sources.all().length < 2) return [];
    const profiles = new Map(
      sources.all().map(({ id, table }) => {
        const state = sources.state(id);
        return [table, state.kind === "ready" ? state.profiles : []];
      }),
    );
    return suggestJoins(sources.all(), profiles)
      .filter((one) => !dismissed(idOf(one)))
      .slice(0, MOST_MEASURED)
      .flatMap((candidate) => {
        const from = sourceOf(candidate.from.table);
        const to = sourceOf(candidate.to.table);
        return from && to ? [{ id: idOf(candidate), candidate, from, to }] : [];
      });
  });
  /** Names one measure: rows that were read anew are measured anew. */
  const keyOf = (one: Omit<JoinSuggestion, "measured">): string | undefined => {
    const [from, to] = [ready(one.from), ready(one.to)];
    return from && to && `${one.candidate.from.table} ${one.id} ${from.rows} ${to.rows}`;
  };
  createEffect(() => {
    for (const { from, to } of candidates())
      for (const source of [from, to]) {
        const near = source.kind === "device" || source.kind === "organization";
        if (near && sources.state(source.id).kind === "idle")
          void sources.load(source).catch(() => undefined);
      }
  });
  createEffect(() => {
    for (const one of candidates()) {
      const key = keyOf(one);
      if (key === undefined || asked.has(key)) continue;
      asked.add(key);
      void measureJoin(sources.keeper(), one.candidate)
        .catch(() => null)
        .then((figures) => setMeasures((known) => new Map(known).set(key, figures)));
    }
  });
  return createMemo((): JoinSuggestion[] => {
    const shown = candidates().flatMap((one): JoinSuggestion[] => {
      const key = keyOf(one);
      const absent = [one.from, one.to].some(({ id }) =>
        ["absent", "failed", "loading"].includes(sources.state(id).kind),
      );
      if (key === undefined)
        return absent || one.candidate.score < CLEAR ? [] : [{ ...one, measured: null }];
      const figures = measures().get(key);
      const kind = figures && judgeJoin(one.candidate, figures);
      if (!figures || !kind) return [];
      return [{ ...one, measured: { join: semanticJoin(one.candidate, kind), figures } }];
    });
    const joins = model() ?? [];
    /** The rows that find theirs, by the best of these joins that could be measured; 0 to 1. */
    const matched = (ones: readonly JoinSuggestion[]): number =>
      Math.max(0, ...ones.map((one) => (one.measured ? foundOf(one.measured.figures) : 0)));
    // Between two sources that are joined already, another way must be borne out as well as the one that is said.
    const fitting = shown.filter((one) => {
      const { candidate } = one;
      if (saysJoin(joins, candidate)) return false;
      if (!joinsTables(joins, candidate)) return true;
      const said = shown.filter(
        (other) => saysJoin(joins, other.candidate) && samePair(other.candidate, candidate),
      );
      return matched(said) > 0 && matched([one]) >= matched(said);
    });
    // A column points to one place: where most of its rows find theirs.
    const share = ({ candidate, measured }: JoinSuggestion): number =>
      measured ? candidate.score * foundOf(measured.figures) : 0;
    const best = new Map<string, JoinSuggestion>();
    for (const one of fitting.toSorted((a, b) => share(b) - share(a))) {
      const { table, column } = one.candidate.from;
      const place = `${table}.${column} → ${one.candidate.to.table}`;
      if (!best.has(place)) best.set(place, one);
    }
    return [...best.values()].slice(0, MOST_SHOWN);
  });
}
