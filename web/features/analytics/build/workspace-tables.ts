import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, on, type Accessor } from "solid-js";
import { semanticJoinKeys, type JoinKey } from "#domain/analytics/builder/join-keys.ts";
import type { ColumnRef } from "#domain/analytics/builder/model.ts";
import { withFirmWords } from "#domain/analytics/suggest/firm-words.ts";
import type { JoinCandidate } from "#domain/analytics/joins/suggest-joins.ts";
import type { Language } from "#domain/i18n/texts.ts";
import type { Dimension } from "#domain/semantic/model.ts";
import { semanticQuery } from "#web/features/semantic/queries.ts";
import { measureJoin } from "#web/features/sources/joins/measure-join.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { onLive } from "#web/lib/live.tsx";
import { useQuery } from "#web/lib/query.ts";
import { likelyKeys, type BuildTable, type ModelPart } from "./build-table.ts";

/** Letters of a description that may be what a column is called. */
const LONGEST_NAME = 40;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What a question in a workspace can be built of: its sources as they are loaded here, the ways between them, the firm's measures. */
export function useWorkspaceTables(
  workspaceId: Accessor<string>,
  sources: Sources,
  language: Accessor<Language>,
) {
  const queries = useQueryClient();
  const model = useQuery(() => semanticQuery(workspaceId()));
  // What the firm says of its figures holds at once, also where it was said a moment before this page opened.
  onLive("semantic", () => void queries.invalidateQueries({ queryKey: ["semantic"] }));
  createEffect(
    on(
      () => sources.all().map(({ id }) => id),
      () => {
        for (const source of sources.all()) void sources.load(source).catch(() => undefined);
      },
    ),
  );
  const tables = createMemo(() =>
    sources.all().flatMap((source): BuildTable[] => {
      const state = sources.state(source.id);
      if (state.kind !== "ready") return [];
      return [{ table: source.table, title: source.title, columns: state.profiles }];
    }),
  );
  const columnOf = (ref: ColumnRef): ColumnRef | undefined => {
    const table = tables().find((one) => same(one.table, ref.table));
    const column = table?.columns.find(({ name }) => same(name, ref.column));
    return table && column && { table: table.table, column: column.name };
  };
  /** Those that the firm said, which suggestions may trust. */
  const saidKeys = createMemo((): JoinKey[] =>
    semanticJoinKeys(model.data?.document.joins ?? [], columnOf),
  );
  const candidates = createMemo(() => likelyKeys(tables()));
  const partOf = ({ name, label, source, sql, synonyms }: Dimension): ModelPart => ({
    name,
    label: (language() === "en" && label.en) || label.fr,
    source,
    sql,
    synonyms: [name, label.fr, label.en, ...synonyms.fr, ...synonyms.en].filter(Boolean),
  });
  const modelMeasures = () => model.data?.document.measures ?? [];
  const formulas = createMemo(() => modelMeasures().map(partOf));
  const dimensions = createMemo(() => (model.data?.document.dimensions ?? []).map(partOf));
  /** What is said of a column, where it is short enough for a name of it. */
  const saidOf = (table: string, name: string): string[] => {
    const source = sources.all().find((one) => one.table === table);
    const said = source?.columns.find((one) => one.name === name)?.description ?? "";
    return said !== "" && said.length <= LONGEST_NAME ? [said] : [];
  };
  /** The same with the firm's words for their columns and figures, for questions that are offered. */
  const suggestSources = createMemo(() =>
    withFirmWords(
      tables().map(({ table, title, columns }) => ({
        table,
        title,
        columns: columns.map((column) => ({ ...column, called: saidOf(table, column.name) })),
      })),
      model.data?.document,
      language(),
    ),
  );
  const states = () => sources.all().map(({ id }) => sources.state(id).kind);
  return {
    tables,
    saidKeys,
    joinKeys: saidKeys,
    candidates,
    measure: (candidate: JoinCandidate) => measureJoin(sources.keeper(), candidate),
    modelMeasures,
    formulas,
    dimensions,
    suggestSources,
    loading: () => states().some((kind) => kind === "loading" || kind === "idle"),
    unread: () =>
      sources.all().filter((_, at) => ["absent", "failed"].includes(states()[at] ?? "")),
  };
}

export type WorkspaceTables = ReturnType<typeof useWorkspaceTables>;
