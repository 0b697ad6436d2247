import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import type { useAskSources } from "./use-ask-sources.ts";

/** Which data are being read, and which can't be asked about on this device. */
export function SourcesNote(props: {
  usable: Pick<ReturnType<typeof useAskSources>, "unread" | "loading">;
}) {
  const t = useTexts();
  const names = () =>
    props.usable
      .unread()
      .map(({ title }) => title)
      .join(", ");
  return (
    <>
      <Show when={names()}>
        {(list) => <p class="text-small text-warn">{t().asks.empty.unread(list())}</p>}
      </Show>
      <Show when={props.usable.loading()}>
        <p class="text-small text-ink-2" role="status">
          {t().asks.empty.loading}
        </p>
      </Show>
    </>
  );
}
