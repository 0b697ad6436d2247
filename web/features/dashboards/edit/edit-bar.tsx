import { createSignal } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** While a dashboard is edited: its title, and how widgets are moved. */
export function EditBar(props: { title: string; onTitle: (title: string) => void }) {
  const t = useTexts();
  const [typed, setTyped] = createSignal<string>();
  const take = () => {
    const next = typed()?.trim();
    setTyped(undefined);
    if (next && next !== props.title) props.onTitle(next);
  };
  return (
    <div class="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      <TextField
        label={t().dashboards.edit.title}
        class="w-80 phone:w-full"
        maxLength={200}
        value={typed() ?? props.title}
        onInput={setTyped}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
      <p class="pb-1.5 text-small text-ink-3">{t().dashboards.edit.hint}</p>
    </div>
  );
}
