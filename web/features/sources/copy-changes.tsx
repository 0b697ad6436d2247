import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { columnChanges } from "#domain/analytics/parts/changes.ts";
import type { Affected } from "#domain/sources/affected.ts";
import { ColumnChangesList } from "#web/features/analytics/data-set/column-changes.tsx";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { describedColumns } from "./described-columns.ts";
import { AffectedList } from "./affected/affected-list.tsx";
import { findAffected } from "./affected/file-sources.ts";
import type { SharedSource } from "./shared-copy.ts";

/** What newer content changes of a shared copy: rows, columns, and what no longer fits them. */
export function CopyChanges(props: { source: SharedSource; dataSet: DataSet }) {
  const t = useTexts();
  const queries = useQueryClient();
  const after = () => describedColumns(props.dataSet);
  const [affected] = createResource(
    () => ({ source: props.source, after: after() }),
    (change) =>
      findAffected(queries, currentLibrary(), [change.source], change.after).catch(
        (): Affected[] => [],
      ),
  );
  const change = () => ({
    rows: props.dataSet.rows,
    before: { rows: props.source.rows ?? 0, columns: props.source.columns.length },
    rowsAfter: props.source.rows === null ? undefined : props.dataSet.rows,
    after: after(),
    rejected: 0,
    changes: columnChanges(props.source.columns, after()),
    asked: [],
  });
  return (
    <div class="mb-4 flex flex-col gap-3">
      <ColumnChangesList change={change()} />
      <AffectedList items={affected.latest ?? []} />
      <Show when={props.source.details.revision}>
        <p class="text-warn">{t().workspaces.share.revised}</p>
      </Show>
    </div>
  );
}
