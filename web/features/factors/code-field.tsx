import { onMount } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const DIGITS = 6;

/** A code as it is typed or pasted: six digits of the app, with whatever spaces, or a recovery code. */
export function CodeField(props: {
  kind: "totp" | "recovery";
  label?: string;
  value: string;
  onInput: (value: string) => void;
  /** The sixth digit is there: nothing is left to type. */
  onComplete?: () => void;
  ref?: (element: HTMLInputElement) => void;
}) {
  const t = useTexts();
  const words = () => t().factors.step;
  const totp = () => props.kind === "totp";
  let input: HTMLInputElement | undefined;
  // There is nothing else to do where a code is asked for.
  onMount(() => input?.focus());
  const type = (value: string) => {
    if (!totp()) return props.onInput(value);
    const before = props.value;
    const digits = value.replaceAll(/\D/g, "").slice(0, DIGITS);
    if (input) input.value = digits;
    props.onInput(digits);
    if (digits.length === DIGITS && digits !== before) props.onComplete?.();
  };
  return (
    <TextField
      label={props.label ?? (totp() ? words().code : words().recovery)}
      hint={totp() ? words().codeHint : words().recoveryHint}
      name="code"
      size="lg"
      required
      autocomplete={totp() ? "one-time-code" : "off"}
      inputmode={totp() ? "numeric" : "text"}
      autocapitalize="off"
      spellcheck={false}
      maxlength={totp() ? 12 : 64}
      value={props.value}
      onInput={type}
      ref={(element) => {
        input = element;
        props.ref?.(element);
      }}
    />
  );
}
