import IconTrash from "~icons/lucide/trash-2";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import { isTime } from "#domain/analytics/profile.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { filterName, mergeFilters } from "#web/features/dashboards/merge-filters.ts";
import { FILTERS_FORM } from "#web/features/dashboards/presence/here.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ClashBox } from "./clash-box.tsx";
import { FormPresence } from "./form-presence.tsx";

type Kind = Parameter["kind"];
const KINDS: readonly Kind[] = ["period", "category", "range", "choice"];

/** How SQL names a parameter. */
const inSql = (parameter: Parameter) =>
  parameter.kind === "period" || parameter.kind === "range"
    ? `{{${parameter.name}.from}} {{${parameter.name}.to}}`
    : `{{${parameter.name}}}`;

const named = (list: readonly Parameter[], name: string) => list.find((one) => one.name === name);
/** The list with another filter of this name, at its place; without it where there is none. */
const replaced = (
  list: readonly Parameter[],
  name: string,
  by: Parameter | undefined,
): readonly Parameter[] =>
  by && !named(list, name)
    ? [...list, by]
    : list.flatMap((one) => (one.name === name ? (by ?? []) : one));

/** The filters above a dashboard: each narrows every widget that reads its column, and has a name for SQL. */
export function ParametersDialog(props: {
  onClose: () => void;
  /** From the filters on which it was begun to others; settles once they are saved, or were refused. */
  onSave: (from: readonly Parameter[], to: readonly Parameter[]) => Promise<void>;
}) {
  const t = useTexts();
  const { dashboard, tables } = useDashboard();
  const words = () => t().dashboards.parameters;
  const [base, setBase] = createSignal<readonly Parameter[]>(dashboard().parameters);
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
    const taken = [...list(), ...dashboard().parameters].map(({ name }) => name);
    const name = filterName(label(), taken);
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
    await props.onSave(base(), [...list(), ...(complete() ? [made()] : [])]);
    setPending(false);
  };
  const said = (parameter: Parameter): string => {
    const read =
      parameter.kind === "choice"
        ? parameter.options.map((option) => option.column)
        : [parameter.column ?? ""];
    return [parameter.label, words().kinds[parameter.kind], ...read].filter(Boolean).join(" · ");
  };
  const clashes = createMemo(() => mergeFilters(base(), list(), dashboard().parameters).clashes);
  const settle = (name: string, keep: "mine" | "theirs") => {
    const theirs = named(dashboard().parameters, name);
    setBase((known) => replaced(known, name, theirs));
    if (keep === "theirs") setList((known) => replaced(known, name, theirs));
  };
  return (
    <FormDialog
      title={words().title}
      description={words().body}
      submit={words().save}
      pending={pending()}
      onClose={() => props.onClose()}
      ready={clashes().length === 0}
      onSubmit={() => void save()}
    >
      <FormPresence form={FILTERS_FORM} />
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
      <ClashBox
        parts={clashes().map(({ name, mine, theirs }) => ({
          name,
          label: (mine ?? theirs)?.label ?? name,
          theirs: theirs ? said(theirs) : t().dashboards.together.removed,
        }))}
        onSettle={settle}
      />
    </FormDialog>
  );
}
