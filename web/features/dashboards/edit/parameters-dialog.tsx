import IconTrash from "~icons/lucide/trash-2";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import { isTime } from "#domain/analytics/profile.ts";
import { tableName } from "#domain/analytics/sql/quote.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { TextField } from "#web/ui/text-field.tsx";

type Kind = Parameter["kind"];
const KINDS: readonly Kind[] = ["period", "category", "range", "choice"];

/** How SQL names a parameter. */
const inSql = (parameter: Parameter) =>
  parameter.kind === "period" || parameter.kind === "range"
    ? `{{${parameter.name}.from}} {{${parameter.name}.to}}`
    : `{{${parameter.name}}}`;

/** The filters above a dashboard: each narrows every widget that reads its column, and has a name for SQL. */
export function ParametersDialog(props: {
  onClose: () => void;
  onSave: (parameters: Parameter[]) => Promise<void>;
}) {
  const t = useTexts();
  const { dashboard, tables } = useDashboard();
  const words = () => t().dashboards.parameters;
  const [list, setList] = createSignal<readonly Parameter[]>(dashboard().parameters);
  const [kind, setKind] = createSignal<Kind>("period");
  const [label, setLabel] = createSignal("");
  const [column, setColumn] = createSignal<string>();
  const [columns, setColumns] = createSignal<readonly string[]>([]);
  const [pending, setPending] = createSignal(false);
  const all = createMemo(() => {
    const known = tables().flatMap((table) => table.columns);
    const fitting = known.filter((one) =>
      kind() === "period"
        ? isTime(one.kind)
        : kind() === "category"
          ? one.kind === "text"
          : one.kind === "integer" || one.kind === "number",
    );
    return [...new Set(fitting.map(({ name }) => name))];
  });
  const complete = () =>
    label().trim() !== "" && (kind() === "choice" ? columns().length > 0 : column() !== undefined);
  const made = (): Parameter => {
    const taken = list().map(({ name }) => name);
    const name = tableName(label(), taken).slice(0, 28);
    const of = { name, label: label().trim() };
    if (kind() === "period") {
      return { ...of, kind: "period", column: column() ?? null, initial: { preset: "all" } };
    }
    if (kind() === "category")
      return { ...of, kind: "category", column: column() ?? "", initial: [] };
    if (kind() === "range")
      return { ...of, kind: "range", column: column() ?? "", initial: { from: null, to: null } };
    const options = columns().map((one) => ({ label: one.slice(0, 60), column: one }));
    return { ...of, kind: "choice", options, initial: columns()[0] ?? "" };
  };
  const add = () => {
    setList((known) => [...known, made()]);
    setLabel("");
    setColumn(undefined);
    setColumns([]);
  };
  const save = async () => {
    setPending(true);
    await props.onSave([...list(), ...(complete() ? [made()] : [])]);
    setPending(false);
  };
  return (
    <FormDialog
      title={words().title}
      description={words().body}
      submit={words().save}
      pending={pending()}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <ul class="flex flex-col divide-y divide-line empty:hidden">
        <For each={list()}>
          {(parameter) => (
            <li class="flex items-center gap-2 py-1.5">
              <span class="font-medium">{parameter.label}</span>
              <span class="text-small text-ink-3">{words().kinds[parameter.kind]}</span>
              <code class="ml-auto truncate font-mono text-small text-ink-2">
                {inSql(parameter)}
              </code>
              <IconButton
                size="sm"
                icon={IconTrash}
                label={words().remove(parameter.label)}
                onClick={() => setList((known) => known.filter((one) => one !== parameter))}
              />
            </li>
          )}
        </For>
      </ul>
      <SegmentedControl
        label={words().kind}
        value={kind()}
        onChange={(next) => {
          setKind(next);
          setColumn(undefined);
        }}
        options={KINDS.map((value) => ({ value, label: words().kinds[value] }))}
        class="self-start"
      />
      <TextField label={words().label} maxLength={60} value={label()} onInput={setLabel} />
      <Show
        when={kind() === "choice"}
        fallback={
          <Combobox
            label={words().column}
            value={column()}
            options={all().map((value) => ({ value, label: value }))}
            onChange={setColumn}
          />
        }
      >
        <fieldset class="flex max-h-40 flex-col gap-2 overflow-y-auto">
          <legend class="mb-1.5 font-medium">{words().columns}</legend>
          <For each={all()}>
            {(name) => (
              <Checkbox
                label={name}
                checked={columns().includes(name)}
                onChange={(on) =>
                  setColumns((known) =>
                    on ? [...known, name] : known.filter((one) => one !== name),
                  )
                }
              />
            )}
          </For>
        </fieldset>
      </Show>
      <Button class="self-start" disabled={!complete()} onClick={add}>
        {words().add}
      </Button>
    </FormDialog>
  );
}
