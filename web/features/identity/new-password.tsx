import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import type { PasswordVerdict } from "#domain/identity/password.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { StrengthMeter } from "./strength-meter.tsx";

const judge = async () => (await import("#domain/identity/password.ts")).judgePassword;

/**
 * A new password with what it withstands and what would make it better, judged on the page as on the server. The
 * word lists (1 MB) come when the field is entered.
 */
export function NewPassword(props: {
  value: string;
  onInput: (value: string) => void;
  /** What else the person typed: name, email, organization. */
  context: readonly string[];
  label?: string;
  size?: "md" | "lg";
  error?: string | undefined;
  /** The server, which knows more of the person than the page, found this value weak: the page's own judgment would contradict it. */
  refused?: boolean;
}) {
  const t = useTexts();
  const [verdict, setVerdict] = createSignal<PasswordVerdict>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  onCleanup(() => clearTimeout(timer));

  const assess = async (password: string) => {
    const ask = ++asked;
    const found = password ? await (await judge())(password, props.context) : undefined;
    if (ask === asked) setVerdict(found);
  };
  createEffect(
    on([() => props.value, () => props.context.join("\n")], ([password]) => {
      clearTimeout(timer);
      timer = setTimeout(() => void assess(password), 150);
    }),
  );
  return (
    <div>
      <PasswordField
        label={props.label ?? t().registering.form.password}
        name="new-password"
        autocomplete="new-password"
        size={props.size ?? "lg"}
        required
        value={props.value}
        onInput={props.onInput}
        onFocus={() => void judge()}
        hint={props.value ? undefined : t().identity.password.hint}
        error={props.error}
      />
      <Show when={props.value !== "" && !props.refused && verdict()}>
        {(found) => <StrengthMeter verdict={found()} />}
      </Show>
    </div>
  );
}
