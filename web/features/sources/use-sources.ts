import { useQueryClient } from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import { createMemo } from "solid-js";
import type { SourceView } from "#domain/sources/model.ts";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { Library, LoadOptions } from "#web/features/analytics/library.ts";
import { useOwnDataLive } from "#web/features/own-data/use-own-data-live.ts";
import { onLive } from "#web/lib/live.tsx";
import { useQuery } from "#web/lib/query.ts";
import type { Shown } from "#web/lib/query-view.tsx";
import type { Answers } from "./answers.ts";
import { sourcesQuery } from "./queries.ts";
import type { SourceState } from "./source-state.ts";
import { createSourceTables, type SourceTables } from "./source-tables.ts";

/** Tables outlive the pages that show them, and end with their library's engine. */
const tables = new WeakMap<Library, Map<string, SourceTables>>();

function tablesOf(library: Library, workspaceId: string): SourceTables {
  const ofLibrary = tables.get(library) ?? new Map<string, SourceTables>();
  tables.set(library, ofLibrary);
  const found = ofLibrary.get(workspaceId) ?? createSourceTables(library, workspaceId);
  ofLibrary.set(workspaceId, found);
  return found;
}

/** The sources of a workspace, live, each with the way to make it a table of the engine. */
export interface Sources {
  /** What the server says of them, with its states of loading and failing. */
  query: Shown<SourceView[]>;
  /** Those that are known, oldest first. */
  all: Accessor<readonly SourceView[]>;
  state(id: string): SourceState;
  /** Makes a source readable under its name in SQL; see `SourceTables.load` for what it throws. */
  load(source: SourceView, options?: LoadOptions): Promise<void>;
  /** Reads a source anew on its next load. */
  forget(id: string): void;
  /** Breaks off the reading of a source, for everybody on this page who waits for it. */
  stop(id: string): void;
  /** Runs reads that call the sources by their names in this workspace: `runRead(engine, …)` within `keeper().use`. */
  keeper(): EngineKeeper;
  /** What reads answered, on this page and on others. */
  answers(): Answers;
}

/** Sources of a workspace for a page: `useSources(() => params.workspace)`. */
export function useSources(workspaceId: Accessor<string>): Sources {
  const queries = useQueryClient();
  const query = useQuery(() => sourcesQuery(workspaceId()));
  onLive("sources", () => void queries.invalidateQueries({ queryKey: ["sources"] }));
  const held = createMemo(() => tablesOf(currentLibrary(), workspaceId()));
  useOwnDataLive({
    all: () => query.data ?? [],
    isLoaded: (id) => held().state(id).kind === "ready",
    reload: (source) => {
      held().forget(source.id);
      void held()
        .load(source)
        .catch(() => undefined);
    },
  });
  return {
    query,
    all: () => query.data ?? [],
    state: (id) => held().state(id),
    load: (source, options) => held().load(source, options),
    forget: (id) => held().forget(id),
    stop: (id) => held().stop(id),
    keeper: () => held().keeper,
    answers: () => held().answers,
  };
}
