import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { foldText } from "#domain/analytics/suggest/fold.ts";
import { keyName, type KeyName } from "./key-name.ts";

/** A table that may be joined: its name in SQL, what people call it, and its columns. */
export interface JoinTable {
  table: string;
  title: string;
  columns: readonly { name: string; kind: ColumnKind }[];
}

interface JoinSide {
  table: string;
  column: string;
}

/** Two columns that seem to hold the same keys. `to` is where each is expected once; `score` is between 0 and 1. */
export interface JoinCandidate {
  from: JoinSide;
  to: JoinSide;
  score: number;
}

interface Column {
  name: string;
  kind: ColumnKind;
  says: KeyName;
  profile: ColumnProfile | undefined;
}

interface Table extends Omit<JoinTable, "columns"> {
  /** What a row of it is, by its name in SQL or its title. */
  subjects: Set<string>;
  columns: Column[];
}

/** A key has more values than this, or its table fewer rows: else whatever holds "yes" and "no" would join. */
const FEWEST = 3;

/** Share of the rows that have a value of their own, or null while nobody knows. */
const uniqueness = ({ profile }: Column): number | null =>
  profile === undefined || profile.count === 0 ? null : profile.distinct / profile.count;

/** Approximate counts are off by some percent. */
const isUnique = (column: Column): boolean => {
  const share = uniqueness(column);
  return share === null || share >= (column.profile?.approximate === true ? 0.9 : 1);
};

const whole = (kind: ColumnKind): boolean => kind === "integer" || kind === "number";

function kindsMeet(a: Column, b: Column): boolean {
  if (a.kind === "text" && b.kind === "text") return true;
  return whole(a.kind) && whole(b.kind) && (a.kind === "integer" || b.kind === "integer");
}

/** Figures whose spans do not touch have no value in common. */
function spansMeet({ profile: a }: Column, { profile: b }: Column): boolean {
  if (typeof a?.min !== "number" || typeof b?.min !== "number") return true;
  return a.min <= Number(b.max) && b.min <= Number(a.max);
}

/** How much two names say that `from` holds keys of `to`'s rows: 0 is not at all. */
function nameScore(from: Column, to: Column, target: Table, source: Table): number {
  const { subject } = from.says;
  const own = target.subjects.has(to.says.subject) || to.says.subject === "";
  // A table's own id names nothing of another table.
  if (subject === "" || (source.subjects.has(subject) && !target.subjects.has(subject))) return 0;
  const same = subject === to.says.subject;
  if (same && from.says.key && to.says.key) return target.subjects.has(subject) ? 1 : 0.85;
  if (target.subjects.has(subject) && own) {
    if (from.says.key && to.says.key) return 0.95;
    // « client » in the sales is the name of a client, or its code: whichever the figures bear out.
    if (to.says.name || (same && !to.says.key)) return from.says.key ? 0 : 0.8;
    if (to.says.key) return 0.6;
  }
  if (same && (from.says.key || to.says.key)) return 0.6;
  return same && target.subjects.has(subject) ? 0.7 : 0;
}

/** Words of names of files that say nothing of their rows. */
const AROUND =
  /\b(?:\d+|exports?|extract(?:ion)?s?|list(?:e|ing)?s?|bases?|data|donnees|fichiers?|files?|tables?|t)\b/g;

/** `Export clients 2026` is of clients; so is `clients_actifs`, by its first word. */
function subjectsOf(...names: string[]): Set<string> {
  const subjects = names.flatMap((name) => {
    const words = foldText(name.replaceAll("_", " ")).replace(AROUND, " ").trim();
    return [words, words.split(" ")[0] ?? ""].map((text) => keyName(text).subject);
  });
  return new Set(subjects.filter((subject) => subject !== ""));
}

function tableOf(
  { table, title, columns }: JoinTable,
  profiles: readonly ColumnProfile[] | undefined,
): Table {
  return {
    table,
    title,
    subjects: subjectsOf(table, title),
    columns: columns.map(({ name, kind }) => ({
      name,
      kind,
      says: keyName(name),
      profile: profiles?.find((profile) => profile.name === name),
    })),
  };
}

/**
 * Pairs of columns of different tables that seem to be keys of each other, the likeliest first: by their names (French and English), kinds
 * and, where a table has been read, by how often values repeat. `profiles` are those of each table by its name in SQL.
 */
export function suggestJoins(
  sources: readonly JoinTable[],
  profiles: ReadonlyMap<string, readonly ColumnProfile[]> = new Map(),
): JoinCandidate[] {
  const tables = sources.map((source) => tableOf(source, profiles.get(source.table)));
  const found = tables.flatMap((source) =>
    tables
      .filter((target) => target !== source)
      .flatMap((target) =>
        source.columns.flatMap((from) =>
          target.columns.flatMap((to): JoinCandidate[] => {
            const score = nameScore(from, to, target, source);
            if (score === 0 || !kindsMeet(from, to) || !spansMeet(from, to)) return [];
            if (!isUnique(to) || (to.profile?.distinct ?? FEWEST) < FEWEST) return [];
            // Of two that name each other, the side whose values repeat points to the other.
            const turned = isUnique(from) && !from.says.key ? 0.1 : 0;
            return [
              {
                from: { table: source.table, column: from.name },
                to: { table: target.table, column: to.name },
                score: score - turned,
              },
            ];
          }),
        ),
      ),
  );
  const pair = ({ from, to }: JoinCandidate): string =>
    [`${from.table}.${from.column}`, `${to.table}.${to.column}`].toSorted().join("|");
  const best = new Map<string, JoinCandidate>();
  for (const one of found.toSorted((a, b) => b.score - a.score))
    if (!best.has(pair(one))) best.set(pair(one), one);
  return [...best.values()];
}
