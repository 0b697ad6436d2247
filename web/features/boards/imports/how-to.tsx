import { For } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";

const WAYS = ["trello", "notion", "csv", "aetheria"] as const;

/** How to get a file that can be imported, tool by tool. */
export function HowTo() {
  const t = useTexts();
  return (
    <details class="text-small">
      <summary class="w-fit cursor-pointer rounded-1 text-ink-2">
        {t().boardImports.how.title}
      </summary>
      <ul class="mt-2 flex list-disc flex-col gap-1 ps-5 text-ink-2">
        <For each={WAYS}>{(way) => <li>{t().boardImports.how[way]}</li>}</For>
      </ul>
    </details>
  );
}
