import { Show } from "solid-js";
import { emptyQuery } from "#domain/analytics/builder/model.ts";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { Library } from "#web/features/analytics/library.ts";
import { measureJoin } from "#web/features/sources/joins/measure-join.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { createBuild, type Build, type BuildDoc } from "./build-state.ts";
import { BuildView } from "./build-view.tsx";
import { likelyKeys, tablesOf, type BuildTable } from "./build-table.ts";
import { drafts } from "./drafts.ts";

const tableOf = ({ table, fileName, profiles }: DataSet): BuildTable => ({
  table,
  title: fileName.replace(/\.[^.]{1,8}$/, ""),
  columns: profiles,
});

/** Building a question on a file of this device; the other files there can be joined. What was built is there again on the next visit. */
export function DataSetBuild(props: {
  library: Library;
  dataSet: DataSet;
  onSql: (sql: string) => void;
}) {
  const [ready] = createResource(async () => {
    const { library, dataSet } = props;
    const [draft, files] = await Promise.all([
      drafts.read(library.scope, dataSet.id),
      library.list().catch(() => []),
    ]);
    const others = files.filter(({ id }) => id !== dataSet.id);
    const doc: BuildDoc = draft ?? { query: emptyQuery(dataSet.table) };
    return { doc, others };
  });
  return (
    <Show when={ready()}>
      {(found) => (
        <Opened
          library={props.library}
          dataSet={props.dataSet}
          first={found().doc}
          others={found().others}
          onSql={props.onSql}
        />
      )}
    </Show>
  );
}

function Opened(props: {
  library: Library;
  dataSet: DataSet;
  first: BuildDoc;
  others: readonly DataSet[];
  onSql: (sql: string) => void;
}) {
  const t = useTexts();
  // The view is made anew for another data set.
  // oxlint-disable solid/reactivity
  const { library, dataSet, others, first } = props;
  // oxlint-enable solid/reactivity
  const tables = [dataSet, ...others].map(tableOf);
  const likely = likelyKeys(tables);
  const loadThese = async (names: ReadonlySet<string>): Promise<void> => {
    for (const one of [dataSet, ...others]) if (names.has(one.table)) await library.load(one);
  };
  const build: Build = createBuild(
    {
      tables: () => tables,
      joinKeys: () => [],
      candidates: () => likely,
      async measure(candidate) {
        await loadThese(new Set([candidate.from.table, candidate.to.table]));
        return measureJoin(library.keeper, candidate);
      },
      formulas: () => [],
      modelMeasures: () => [],
      dimensions: () => [],
      // Other files are read once a question speaks of them.
      keeper: {
        ...library.keeper,
        async use(work) {
          await loadThese(new Set(tablesOf(build.query())));
          return library.keeper.use(work);
        },
      },
      onChange: (doc) => void drafts.write(library.scope, dataSet.id, doc),
    },
    first,
  );
  return (
    <BuildView
      build={build}
      title={t().analyticsBuild.untitled}
      fileName={dataSet.fileName}
      onSql={props.onSql}
    />
  );
}
