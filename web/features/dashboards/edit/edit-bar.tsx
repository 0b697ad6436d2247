import { createSignal } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** While a dashboard is edited: its title, and how widgets are moved. */
export function EditBar(props: { title: string; onTitle: (from: string, to: string) => void }) {
  const t = useTexts();
  /** What is typed, and the title on which that began: another may come from somebody else meanwhile. */
  const [typed, setTyped] = createSignal<{ from: string; text: string }>();
  const take = () => {
    const now = typed();
    const next = now?.text.trim();
    setTyped(undefined);
    if (now && next && next !== now.from) props.onTitle(now.from, next);
  };
  return (
    <div class="mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      <TextField
        label={t().dashboards.edit.title}
        class="w-80 phone:w-full"
        maxLength={200}
        value={typed()?.text ?? props.title}
        onInput={(text) => setTyped((now) => ({ from: now?.from ?? props.title, text }))}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
      <p class="pb-1.5 text-small text-ink-3">{t().dashboards.edit.hint}</p>
    </div>
  );
}
