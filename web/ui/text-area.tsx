import { splitProps, type JSX } from "solid-js";
import { Field, type FieldProps } from "./field.tsx";

export type TextAreaProps = FieldProps &
  Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, "class" | "onInput" | "value"> & {
    value?: string | undefined;
    onInput?: ((value: string) => void) | undefined;
    ref?: (element: HTMLTextAreaElement) => void;
  };

/** Several lines of text; grows with what is typed where the browser can, up to half the window. */
export function TextArea(props: TextAreaProps) {
  const [field, own, rest] = splitProps(
    props,
    ["label", "labelHidden", "hint", "error", "aside", "required", "class"],
    ["value", "onInput", "ref"],
  );
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          rows={3}
          {...control}
          {...rest}
          ref={own.ref}
          value={own.value ?? ""}
          onInput={(event) => own.onInput?.(event.currentTarget.value)}
          class="field-edge field-sizing-content max-h-[50vh] min-h-16 resize-y rounded-2 px-2.5 py-1.5 phone:px-3 phone:py-2.5"
        />
      )}
    </Field>
  );
}
