import IconAlert from "~icons/lucide/triangle-alert";
import { createUniqueId, Show, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

/** What every form field takes besides its own value. */
export type FieldProps = {
  label: string;
  /** The label is read out but not drawn: filter bars, cells. */
  labelHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  /** A link or a note at the end of the label's line. */
  aside?: JSX.Element;
  required?: boolean | undefined;
  class?: string | undefined;
};

/** Attributes that tie a control to its label, hint and error. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
  "aria-required": "true" | undefined;
};

/** Label above, control, then hint or error below; `children` draws the control from the ids it is given. */
export function Field(props: FieldProps & { children: (control: FieldControl) => JSX.Element }) {
  const id = createUniqueId();
  const noteId = `${id}-note`;
  const control: FieldControl = {
    id,
    get "aria-describedby"() {
      return props.error || props.hint ? noteId : undefined;
    },
    get "aria-invalid"() {
      return props.error ? ("true" as const) : undefined;
    },
    get "aria-required"() {
      return props.required ? ("true" as const) : undefined;
    },
  };
  return (
    <div class={cx("flex min-w-0 flex-col gap-1.5", props.class)}>
      <div class={cx("flex items-baseline justify-between gap-3", props.labelHidden && "sr-only")}>
        <label for={id} class="font-medium text-ink">
          {props.label}
        </label>
        <Show when={props.aside}>
          {(drawn) => <span class="text-small text-ink-3">{drawn()}</span>}
        </Show>
      </div>
      {props.children(control)}
      <Show when={props.error || props.hint}>
        <p
          id={noteId}
          class={cx("flex items-start gap-1.5 text-small", props.error ? "text-bad" : "text-ink-3")}
        >
          <Show when={props.error}>
            <Icon of={IconAlert} size={12} class="mt-0.5" />
          </Show>
          <span>{props.error || props.hint}</span>
        </p>
      </Show>
    </div>
  );
}
