import { Show } from "solid-js";
import { overTitle, TITLE_MOST } from "#domain/boards/long-title.ts";
import { useTexts } from "#web/lib/i18n.tsx";

/** Told this many characters before a title is full. */
const NEAR = 20;

/** How much of a title is typed, once it comes near its length, and where the rest will go. */
export function TitleNote(props: { typed: string }) {
  const t = useTexts();
  const over = () => overTitle(props.typed);
  return (
    <p class="flex flex-wrap gap-x-2 text-micro text-ink-2 empty:hidden">
      <Show when={over() > -NEAR}>
        <span class="num" aria-hidden="true">
          {t().boardScreen.longTitle.count(TITLE_MOST + over(), TITLE_MOST)}
        </span>
      </Show>
      {/* Always there, so that what comes into it is read out, and once. */}
      <span role="status" class="empty:hidden">
        {over() > 0 ? t().boardScreen.longTitle.goes : ""}
      </span>
    </p>
  );
}
