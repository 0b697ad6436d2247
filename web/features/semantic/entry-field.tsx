import { Match, Switch } from "solid-js";
import { MeasureFormat } from "#domain/semantic/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { createSignal } from "solid-js";
import type { SectionField } from "./sections.ts";

const KINDS = ["one-to-one", "many-to-one", "one-to-many", "many-to-many"] as const;

/** One field of an entry, with what is wrong about it. */
export function EntryField(props: {
  field: SectionField;
  value: unknown;
  tables: readonly string[];
  problem: string | undefined;
  /** What to look at, though it can be saved as it is. */
  warning?: string | undefined;
  disabled: boolean;
  onChange: (value: unknown) => void;
}) {
  const t = useTexts();
  const words = () => t().semantic;
  const label = () => words().fields[props.field.word];
  const text = () => (typeof props.value === "string" ? props.value : "");
  const list = () =>
    Array.isArray(props.value) ? props.value.filter((one) => typeof one === "string") : [];
  // Commas and spaces that are being typed stay until the words are settled.
  const [typing, setTyping] = createSignal<string>();
  const options = () => {
    if (props.field.as === "format")
      return MeasureFormat.options.map((value) => ({ value, label: words().formats[value] }));
    if (props.field.as === "kind")
      return KINDS.map((value) => ({ value, label: words().kinds[value] }));
    const names =
      props.tables.includes(text()) || !text() ? props.tables : [...props.tables, text()];
    return names.map((value) => ({ value, label: value }));
  };
  const common = () => ({
    label: label(),
    error: props.problem,
    hint: props.warning,
    disabled: props.disabled,
  });
  return (
    <Switch
      fallback={
        <TextField {...common()} value={text()} onInput={(value) => props.onChange(value)} />
      }
    >
      <Match when={props.field.as === "sql" || props.field.as === "text"}>
        <div class={props.field.as === "sql" ? "[&_textarea]:font-mono" : undefined}>
          <TextArea
            {...common()}
            rows={2}
            spellcheck={props.field.as === "text"}
            value={text()}
            onInput={(value) => props.onChange(value)}
          />
        </div>
      </Match>
      <Match when={props.field.as === "words"}>
        <TextField
          {...common()}
          hint={words().fields.commas}
          value={typing() ?? list().join(", ")}
          onInput={(value) => {
            setTyping(value);
            props.onChange(value.split(",").flatMap((word) => word.trim() || []));
          }}
          onBlur={() => setTyping(undefined)}
        />
      </Match>
      <Match when={["table", "format", "kind"].includes(props.field.as)}>
        <Select
          {...common()}
          options={options()}
          value={text()}
          onChange={(value) => props.onChange(value)}
        />
      </Match>
    </Switch>
  );
}
