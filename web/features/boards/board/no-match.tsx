import IconFilter from "~icons/lucide/list-filter";
import { createMemo, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { NO_FILTER } from "./filter.ts";
import { useRoom } from "./room.tsx";

/** That the filter leaves no card at all, and the way out. The table says so in the place of its rows. */
export function NoMatch() {
  const t = useTexts();
  const room = useRoom();
  const nothing = createMemo(() => room.look.layout !== "table" && room.nothingPasses());
  return (
    <Show when={nothing()}>
      <Banner
        tone="neutral"
        icon={IconFilter}
        action={
          <Button size="sm" onClick={() => room.setFilter({ ...NO_FILTER })}>
            {t().boardScreen.filter.clear}
          </Button>
        }
      >
        {t().boardViews.table.noMatch}
      </Banner>
    </Show>
  );
}
