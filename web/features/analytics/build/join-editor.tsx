import { createSignal } from "solid-js";
import type { Join } from "#domain/analytics/builder/model.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Build } from "./build-state.ts";
import { columnOptions, refKey, refOf, type BuildTable } from "./build-table.ts";

/** By which columns a table is joined, and which rows stay. */
export function JoinEditor(props: {
  build: Build;
  table: BuildTable;
  join: Join | undefined;
  onDone: (join: Join) => void;
}) {
  const t = useTexts();
  const words = () => t().analyticsBuild.data;
  // The editor is made anew for each join.
  // oxlint-disable solid/reactivity
  const [from, setFrom] = createSignal(props.join && refKey(props.join.from));
  const [to, setTo] = createSignal(props.join?.to);
  const [kind, setKind] = createSignal<Join["kind"]>(props.join?.kind ?? "left");
  // oxlint-enable solid/reactivity
  const left = () =>
    props.build
      .columns()
      .filter(({ ref, computed }) => ref.table !== props.table.table && !computed);
  const done = (): void => {
    const [own, other] = [from(), to()];
    if (own === undefined || other === undefined) return;
    props.onDone({ table: props.table.table, kind: kind(), from: refOf(own), to: other });
  };
  return (
    <form
      novalidate
      class="flex flex-col gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <Combobox
        label={words().from}
        value={from()}
        options={columnOptions(left())}
        onChange={setFrom}
      />
      <Combobox
        label={words().to(props.table.title)}
        value={to()}
        options={props.table.columns.map(({ name, kind: own }) => ({
          value: name,
          label: name,
          icon: columnIcon(own),
        }))}
        onChange={setTo}
      />
      <Select<Join["kind"]>
        label={words().kind}
        value={kind()}
        onChange={setKind}
        options={(["left", "inner"] as const).map((value) => ({
          value,
          label: words().kinds[value],
        }))}
      />
      <Button
        kind="primary"
        type="submit"
        class="self-end"
        disabled={from() === undefined || to() === undefined}
      >
        {words().apply}
      </Button>
    </form>
  );
}
