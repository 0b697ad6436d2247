import { createSignal, Match, Switch } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { ArchivedColumns } from "./archived-columns.tsx";
import { OffCards } from "./off-cards.tsx";

type Part = "archived" | "columns" | "deleted";

/** What is off the board, beside it: archived cards and columns, deleted cards, each with the way back. */
export function ArchivePanel(props: { onClose: () => void }) {
  const t = useTexts();
  const room = useRoom();
  const [part, setPart] = createSignal<Part>("archived");
  const texts = () => t().boardCard.archive;
  const columns = () => room.live.archivedColumns().length;
  return (
    <SlideOver
      title={texts().title}
      width={520}
      widthKey="archive"
      scrim
      onClose={() => props.onClose()}
      head={<span class="truncate font-semibold text-ink">{texts().title}</span>}
    >
      <Tabs
        label={texts().title}
        tabs={[
          { value: "archived", label: texts().cards },
          {
            value: "columns",
            label: texts().columns,
            ...(columns() > 0 ? { count: columns() } : {}),
          },
          { value: "deleted", label: texts().deleted },
        ]}
        value={part()}
        onChange={setPart}
        class="py-3"
      >
        {(shown) => (
          <div class="pt-3">
            <Switch>
              <Match when={shown === "columns"}>
                <ArchivedColumns />
              </Match>
              <Match when={shown === "archived"}>
                <OffCards state="archived" />
              </Match>
              <Match when={shown === "deleted"}>
                <OffCards state="deleted" />
              </Match>
            </Switch>
          </div>
        )}
      </Tabs>
    </SlideOver>
  );
}
