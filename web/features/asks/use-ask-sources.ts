import { createEffect, createMemo, on } from "solid-js";
import { askColumn } from "#domain/asks/ask-column.ts";
import type { AskSource } from "#domain/asks/source.ts";
import type { SourceView } from "#domain/sources/model.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";

/** Most tables and columns that one question tells of. */
const MOST_SOURCES = 30;
const MOST_COLUMNS = 300;

/** The sources of a workspace as they can be asked about: loaded here one after another, those that can't be left out. */
export function useAskSources(sources: Sources) {
  createEffect(
    on(
      () => sources.all().map(({ id }) => id),
      () => {
        for (const source of sources.all().slice(0, MOST_SOURCES))
          void sources.load(source).catch(() => undefined);
      },
    ),
  );
  const ready = createMemo((): AskSource[] =>
    sources
      .all()
      .slice(0, MOST_SOURCES)
      .flatMap((source) => told(source, sources)),
  );
  const loading = () => sources.all().some(({ id }) => sources.state(id).kind === "loading");
  const unread = () =>
    sources
      .all()
      .filter(({ id }) => ["absent", "failed", "stopped"].includes(sources.state(id).kind));
  /** Each source has been tried. */
  const tried = () =>
    sources.query.data !== undefined &&
    sources.all().every(({ id }) => !["idle", "loading"].includes(sources.state(id).kind));
  return { ready, loading, unread, tried };
}

function told(source: SourceView, sources: Sources): AskSource[] {
  const state = sources.state(source.id);
  if (state.kind !== "ready") return [];
  const columns = state.profiles.slice(0, MOST_COLUMNS).map(askColumn);
  if (columns.length === 0) return [];
  return [
    {
      table: source.table,
      name: source.title.slice(0, 200),
      origin: source.kind,
      rows: state.rows,
      columns,
    },
  ];
}
