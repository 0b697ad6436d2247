import IconChevrons from "~icons/lucide/chevrons-up-down";
import { createSignal, Show, splitProps } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { ComboboxList, type ComboboxListProps } from "./combobox-list.tsx";
import { cx } from "./cx.ts";
import { Field, type FieldProps } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { Popover } from "./popover.tsx";

type Shared = FieldProps &
  Omit<ComboboxListProps, "chosen" | "onToggle" | "label"> & {
    placeholder?: string | undefined;
    disabled?: boolean | undefined;
  };

export type ComboboxProps = Shared &
  (
    | { multiple?: false; value: string | undefined; onChange: (value: string | undefined) => void }
    | { multiple: true; value: readonly string[]; onChange: (value: string[]) => void }
  );

/** One or several of many: a field that opens a searchable list. Choosing the chosen one again frees it. */
export function Combobox(props: ComboboxProps) {
  const t = useTexts();
  const [open, setOpen] = createSignal(false);
  const [field] = splitProps(props, [
    "label",
    "labelHidden",
    "hint",
    "error",
    "aside",
    "required",
    "class",
  ]);
  const chosen = (): readonly string[] =>
    props.multiple ? props.value : props.value === undefined ? [] : [props.value];
  const shown = () =>
    props.options.filter((option) => chosen().includes(option.value)).map((option) => option.label);
  const toggle = (value: string) => {
    const on = chosen().includes(value);
    if (props.multiple)
      return props.onChange(
        on ? props.value.filter((other) => other !== value) : [...props.value, value],
      );
    props.onChange(on && !props.required ? undefined : value);
    setOpen(false);
  };
  return (
    <Field {...field}>
      {(control) => (
        <Popover
          label={props.label}
          open={open()}
          onOpenChange={setOpen}
          class="w-72"
          trigger={(attributes) => (
            // A button may be neither required nor wrong, and bears its label in place of what was chosen: a combobox tells all three.
            <button
              type="button"
              {...attributes}
              {...control}
              role="combobox"
              aria-haspopup="dialog"
              aria-expanded={open()}
              aria-controls={attributes["aria-controls"]}
              disabled={props.disabled}
              class={cx(
                "field-edge flex h-8 min-w-0 items-center gap-2 rounded-2 px-2.5 text-left hover:bg-canvas disabled:border-line-2 disabled:bg-sunken disabled:text-ink-off phone:h-11 phone:px-3",
                props.error && "border-bad",
              )}
            >
              <span class="min-w-0 flex-1 truncate">
                <Show
                  when={shown().length > 0}
                  fallback={<span class="text-ink-3">{props.placeholder ?? t().ui.choose}</span>}
                >
                  {shown().join(", ")}
                </Show>
              </span>
              <Icon of={IconChevrons} size={12} class="text-ink-3" />
            </button>
          )}
        >
          <ComboboxList
            label={props.label}
            options={props.options}
            chosen={chosen()}
            onToggle={toggle}
            onSearch={props.onSearch}
            loading={props.loading}
            onCreate={props.onCreate}
          />
        </Popover>
      )}
    </Field>
  );
}
