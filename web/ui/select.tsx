import IconCheck from "~icons/lucide/check";
import IconChevrons from "~icons/lucide/chevrons-up-down";
import { Select as Root } from "@kobalte/core/select";
import { createMemo, Show, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import type { FieldProps } from "./field.tsx";
import { Icon, type IconComponent } from "./icon.tsx";

export type Option<V extends string> = {
  value: V;
  label: string;
  icon?: IconComponent;
  /** A word at the end of the row. */
  note?: string;
  disabled?: boolean;
};

const isSame = <V extends string>(a: readonly Option<V>[], b: readonly Option<V>[]): boolean =>
  a.length === b.length &&
  a.every(
    (one, at) =>
      one.value === b[at]?.value &&
      one.label === b[at]?.label &&
      one.icon === b[at]?.icon &&
      one.note === b[at]?.note &&
      one.disabled === b[at]?.disabled,
  );

const HEIGHTS = { sm: "h-7", md: "h-8", lg: "h-9" };

/** One of a few fixed options (up to about twelve; use Combobox above that). Arrows, typing and Enter choose. */
export function Select<V extends string>(
  props: Omit<FieldProps, "aside"> & {
    options: readonly Option<V>[];
    value: V | undefined;
    onChange: (value: V) => void;
    placeholder?: string | undefined;
    size?: keyof typeof HEIGHTS | undefined;
    disabled?: boolean | undefined;
    name?: string | undefined;
    /** Draws the chosen option in the closed field; its label otherwise. */
    renderValue?: (option: Option<V>) => JSX.Element;
  },
) {
  // Told anew while the list is open, the same options stay: made anew they would lose the focus, and the list would close.
  const options = createMemo<readonly Option<V>[]>(
    (was) => (isSame(was, props.options) ? was : props.options),
    [],
  );
  const chosen = () => options().find((option) => option.value === props.value) ?? null;
  return (
    <Root<Option<V>>
      class={cx("flex min-w-0 flex-col gap-1.5", props.class)}
      options={options() as Option<V>[]}
      optionValue="value"
      optionTextValue="label"
      optionDisabled={(option) => option.disabled ?? false}
      value={chosen()}
      onChange={(option) => {
        // Told again when the options are new objects: only another choice is a change.
        if (option && option.value !== props.value) props.onChange(option.value);
      }}
      disallowEmptySelection
      // Not modal, its list would be hidden from assistive technology inside a dialog.
      modal
      preventScroll={false}
      gutter={4}
      sameWidth
      placeholder={<span class="text-ink-3">{props.placeholder}</span>}
      validationState={props.error ? "invalid" : "valid"}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      {...(props.name === undefined ? {} : { name: props.name })}
      itemComponent={(row) => (
        <Root.Item
          item={row.item}
          class="flex min-h-8 cursor-default items-center gap-2 rounded-2 px-2 py-1 outline-none data-[highlighted]:bg-hover data-[disabled]:text-ink-off phone:min-h-11"
        >
          <Show when={row.item.rawValue.icon}>
            {(icon) => <Icon of={icon()} class="text-ink-3" />}
          </Show>
          <Root.ItemLabel class="min-w-0 flex-1 wrap-anywhere">
            {row.item.rawValue.label}
          </Root.ItemLabel>
          <Show when={row.item.rawValue.note}>
            {(note) => <span class="text-small text-ink-3">{note()}</span>}
          </Show>
          <Root.ItemIndicator>
            <Icon of={IconCheck} size={14} class="text-accent-ink" />
          </Root.ItemIndicator>
        </Root.Item>
      )}
    >
      <Root.Label class={cx("font-medium", props.labelHidden && "sr-only")}>
        {props.label}
      </Root.Label>
      <Root.Trigger
        class={cx(
          "field-edge flex min-w-0 items-center gap-2 rounded-2 px-2.5 text-left hover:bg-canvas disabled:border-line-2 disabled:bg-sunken disabled:text-ink-off phone:h-11 phone:px-3",
          HEIGHTS[props.size ?? "md"],
        )}
      >
        <Root.Value<Option<V>> class="min-w-0 flex-1 truncate">
          {(state) => {
            const option = () => state.selectedOption();
            return (
              <Show when={option()}>
                <span title={option()?.label}>
                  {props.renderValue?.(option()) ?? option()?.label}
                </span>
              </Show>
            );
          }}
        </Root.Value>
        <Root.Icon class="text-ink-3">
          <Icon of={IconChevrons} size={12} />
        </Root.Icon>
      </Root.Trigger>
      <Show when={props.hint && !props.error}>
        <Root.Description class="text-small text-ink-3">{props.hint}</Root.Description>
      </Show>
      <Root.ErrorMessage class="text-small text-bad">{props.error}</Root.ErrorMessage>
      <Root.Portal>
        <Root.Content class="z-popover rounded-3 border border-line-2 bg-raised shadow-3 animate-pop">
          <Root.Listbox class="max-h-80 overflow-y-auto p-1 outline-none" />
        </Root.Content>
      </Root.Portal>
    </Root>
  );
}
