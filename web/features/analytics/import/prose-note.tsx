import IconWarn from "~icons/lucide/triangle-alert";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";
import type { Import } from "./import-state.ts";

/** True when the file reads like sentences and the person has not said where its columns part. */
export const isProse = (job: Import): boolean =>
  job.state.sniffed?.evidence.delimiter.code === "delimiter.prose" &&
  job.choices().delimiter === undefined;

/** Says that a text is no table, whatever could be made of it. */
export function ProseNote(props: { job: Import }) {
  const t = useTexts();
  return (
    <Show when={isProse(props.job)}>
      <Banner tone="warn" icon={IconWarn} title={t().analytics.refused.prose}>
        {t().analytics.refused.proseBody}
      </Banner>
    </Show>
  );
}
