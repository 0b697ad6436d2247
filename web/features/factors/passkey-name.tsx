import IconRename from "~icons/lucide/pencil";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Passkey } from "#domain/factors/model.ts";
import { useFieldRules } from "#web/features/identity/field-rules.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** The name of a passkey, edited in place: Enter or leaving keeps it, Escape takes the old one back. */
export function PasskeyName(props: { passkey: Passkey }) {
  const t = useTexts();
  const say = useProblemText();
  const queries = useQueryClient();
  const words = () => t().factors.passkeys;
  const [typed, setTyped] = createSignal<string>();
  let button: HTMLButtonElement | undefined;

  const submit = createSubmit(async (name: string) => {
    const params = { id: props.passkey.id };
    await api("patch /auth/passkeys/{id}", { params, body: { name }, quiet: true });
    await queries.invalidateQueries({ queryKey: ["account"] });
  });
  const rule = useFieldRules(submit.problem);
  const empty = () => typed()?.trim() === "";
  const error = () => {
    if (empty()) return t().identity.rules.required;
    return submit.problem() ? (rule("name") ?? say(submit.problem())) : undefined;
  };
  const stop = (focus: boolean) => {
    setTyped(undefined);
    submit.clear();
    if (focus) queueMicrotask(() => button?.focus());
  };
  const save = async (focus: boolean) => {
    const name = typed()?.trim();
    if (name === undefined || name === "" || submit.pending()) return;
    if (name === props.passkey.name || (await submit.run(name))) stop(focus);
  };

  return (
    <Show
      when={typed() !== undefined}
      fallback={
        <span class="flex items-center gap-1">
          <span class="min-w-0 break-words font-medium">{props.passkey.name}</span>
          <IconButton
            ref={(element: HTMLButtonElement) => (button = element)}
            icon={IconRename}
            size="sm"
            quiet
            label={words().rename(props.passkey.name)}
            onClick={() => setTyped(props.passkey.name)}
          />
        </span>
      }
    >
      <TextField
        label={words().name}
        labelHidden
        name="passkey-name"
        maxlength={80}
        autocomplete="off"
        value={typed()}
        error={error()}
        readOnly={submit.pending()}
        class="max-w-80"
        ref={(element) => queueMicrotask(() => element.select())}
        onInput={(value) => {
          setTyped(value);
          submit.clear();
        }}
        onBlur={() => void save(false)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.isComposing) {
            event.preventDefault();
            void save(true);
          } else if (event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            stop(true);
          }
        }}
      />
    </Show>
  );
}
