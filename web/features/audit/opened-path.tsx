import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { namesQuery } from "./queries.ts";
import { idsIn } from "./value-text.ts";

/** The address that somebody of the support opened, and what the record in it is called. */
export function OpenedPath(props: { path: string }) {
  const t = useTexts();
  const names = useQuery(() => namesQuery(idsIn(props.path.split("/"))));
  const named = () => (names.isSuccess ? names.data.items.map(({ name }) => name).join(" · ") : "");
  return (
    <p>
      <span class="text-ink-3">{t().audit.row.opened} </span>
      <code class="font-mono text-small">{props.path}</code>
      <Show when={named()}>
        {" "}
        <span class="font-medium">{named()}</span>
      </Show>
    </p>
  );
}
