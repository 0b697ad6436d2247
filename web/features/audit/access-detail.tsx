import { createMemo, For } from "solid-js";
import type { AccessEntry } from "#domain/audit/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { namesQuery } from "./queries.ts";
import { idsIn, useValueText } from "./value-text.ts";

/** How it was written, not what was taken. */
const FORM = new Set(["language", "sort", "direction"]);

/** What an export held: its conditions in words, or all of it. */
export function AccessDetail(props: { detail: AccessEntry["detail"] }) {
  const t = useTexts();
  const asked = createMemo(() =>
    Object.entries(props.detail)
      .filter(([name]) => !FORM.has(name))
      .map(([name, value]) => [name, String(value).split(",")] as const),
  );
  const names = useQuery(() => namesQuery(idsIn(asked().flatMap(([, values]) => values))));
  const say = useValueText((id) =>
    names.isSuccess ? names.data.items.find((item) => item.id === id)?.name : undefined,
  );
  const fields = (): Readonly<Record<string, string>> => t().audit.fields;
  return (
    <p>
      <span class="text-ink-3">{t().audit.row.detail} </span>
      <For each={asked()} fallback={t().audit.row.everything}>
        {([name, values], index) => (
          <>
            {index() > 0 && " · "}
            {fields()[name] ?? name} <span class="font-medium">{say(name, values)}</span>
          </>
        )}
      </For>
    </p>
  );
}
