import { Show, splitProps, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Field, type FieldProps } from "./field.tsx";
import { Icon, type IconComponent } from "./icon.tsx";
import { typedText } from "./typed-text.ts";

const HEIGHTS = { sm: "h-7", md: "h-8", lg: "h-9" };

export type TextFieldProps = FieldProps &
  Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "class" | "size" | "onInput" | "value"> & {
    value?: string | undefined;
    /** Every keystroke. Use `onChange` for the settled value. */
    onInput?: ((value: string) => void) | undefined;
    size?: keyof typeof HEIGHTS | undefined;
    icon?: IconComponent | undefined;
    /** A unit or a button at the end: €, %, an eye. */
    suffix?: JSX.Element;
    /** Figures: right-aligned and tabular. */
    numeric?: boolean | undefined;
    /** A secret: every character counts, also one that nobody sees. */
    verbatim?: boolean | undefined;
    ref?: (element: HTMLInputElement) => void;
  };

/** One line of text with its label, hint and error. */
export function TextField(props: TextFieldProps) {
  const [field, own, rest] = splitProps(
    props,
    ["label", "labelHidden", "hint", "error", "aside", "required", "class"],
    ["value", "onInput", "size", "icon", "suffix", "numeric", "verbatim", "ref"],
  );
  return (
    <Field {...field}>
      {(control) => (
        <div
          class={cx(
            "field-edge flex items-center gap-2 rounded-2 px-2.5 phone:h-11 phone:px-3",
            HEIGHTS[own.size ?? "md"],
            rest.disabled ? "border-line-2 bg-sunken text-ink-off" : rest.readonly && "bg-sunken",
          )}
        >
          <Show when={own.icon}>{(icon) => <Icon of={icon()} size={14} class="text-ink-3" />}</Show>
          <input
            {...control}
            {...rest}
            ref={own.ref}
            value={own.value ?? ""}
            onInput={(event) =>
              own.onInput?.(own.verbatim ? event.currentTarget.value : typedText(event))
            }
            class={cx(
              "h-full min-w-0 flex-1 bg-transparent outline-none focus-visible:outline-none",
              own.numeric && "num text-right",
            )}
          />
          <Show when={own.suffix}>
            {(drawn) => <span class="flex shrink-0 items-center text-ink-3">{drawn()}</span>}
          </Show>
        </div>
      )}
    </Field>
  );
}
