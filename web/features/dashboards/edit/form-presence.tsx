import { Show } from "solid-js";
import { useOthersEditing } from "#web/features/dashboards/presence/here.ts";
import { useTexts } from "#web/lib/i18n.tsx";

/** Above a form: who else has it open at this moment. */
export function FormPresence(props: { form: string }) {
  const t = useTexts();
  const names = useOthersEditing(() => props.form);
  return (
    <Show when={names().length > 0}>
      <p role="status" class="rounded-2 bg-signal-soft px-3 py-2 text-small text-signal-ink">
        {t().dashboards.together.also(names().join(", "), names().length)}
      </p>
    </Show>
  );
}
