import IconModel from "~icons/lucide/tag";
import { createMemo } from "solid-js";
import { uniqueNames } from "#domain/analytics/builder/compile.ts";
import type { BuiltQuery, ColumnRef, DatePart } from "#domain/analytics/builder/model.ts";
import { periodOf } from "#domain/analytics/overview/period.ts";
import { isTime, type ColumnProfile } from "#domain/analytics/profile.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import type { Build } from "./build-state.ts";
import { columnOptions, refOf, sameRef, tablesOf, type ModelPart } from "./build-table.ts";
import { computedKind, refusedFault } from "./formula-check.ts";

const MODEL = "model ";

/** The step of time that shows some forty groups at most; none for what is no time. */
function partOf(profile: Pick<ColumnProfile, "kind" | "min" | "max">): DatePart | null {
  if (!isTime(profile.kind)) return null;
  return profile.min === null ? "month" : periodOf(Number(profile.min), Number(profile.max));
}

/** What rows can be put together by: the firm's own dimensions, then columns. `at`: the group that the choice replaces. */
export function GroupList(props: { build: Build; at: number | undefined; onDone: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const query = () => props.build.query();
  const columns = createMemo(() =>
    props.build
      .columns()
      .filter(({ ref }) => !query().groups.some((one) => sameRef(one.column, ref))),
  );
  const dimensions = createMemo(() =>
    props.build
      .dimensions()
      .filter(({ source }) => tablesOf(query()).includes(source))
      .filter(
        ({ source, sql }) =>
          !(query().computed ?? []).some((one) => one.table === source && one.sql === sql),
      ),
  );
  const options = () => [
    ...dimensions().map(({ label, synonyms }, at) => ({
      value: `${MODEL}${at}`,
      label,
      keywords: synonyms,
      icon: IconModel,
      note: t().analyticsBuild.groups.model,
    })),
    ...columnOptions(columns()),
  ];
  const put = (column: ColumnRef, part: DatePart | null, more: Partial<BuiltQuery> = {}): void => {
    const { groups, measures } = query();
    const group = { column, part };
    const rows = { fn: "count" as const, column: null, label: t().analyticsSuggest.rows };
    props.build.patch({
      ...more,
      groups:
        props.at === undefined
          ? [...groups, group]
          : groups.map((one, own) => (own === props.at ? group : one)),
      // Groups alone say nothing: how many rows each has is the least.
      measures: measures.length === 0 ? [rows] : measures,
    });
    props.onDone();
  };
  /** A dimension becomes a column of the question. */
  const take = async ({ label, source, sql }: ModelPart): Promise<void> => {
    const { computed = [] } = query();
    const own = props.build.columns().filter(({ ref }) => ref.table === source);
    const name = uniqueNames([...own.map(({ ref }) => ref.column), label]).at(-1) ?? label;
    try {
      const kind = await computedKind(props.build, { table: source, name, sql }, computed);
      put({ table: source, column: name }, partOf({ kind, min: null, max: null }), {
        computed: [...computed, { table: source, name, sql, kind }],
      });
    } catch (thrown) {
      const why = refusedFault(thrown, "rows", props.build, { t: t(), f: f() });
      toasts.show({ text: t().analyticsBuild.groups.broken(label, why), tone: "bad" });
    }
  };
  const choose = (value: string): void => {
    const dimension = value.startsWith(MODEL)
      ? dimensions()[Number(value.slice(MODEL.length))]
      : undefined;
    if (dimension) return void take(dimension);
    const ref = refOf(value);
    const profile = columns().find((one) => sameRef(one.ref, ref))?.profile;
    put(ref, profile ? partOf(profile) : null);
  };
  return (
    <ComboboxList
      label={t().analyticsBuild.choose}
      options={options()}
      chosen={[]}
      onToggle={choose}
    />
  );
}
