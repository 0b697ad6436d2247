import IconDown from "~icons/lucide/chevron-down";
import IconUp from "~icons/lucide/chevron-up";
import { createMemo, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { CardMenu } from "./card-menu.tsx";
import { Checklists } from "./checklists/checklists.tsx";
import { Description } from "./description.tsx";
import { DescriptionConflict } from "./description-conflict.tsx";
import { ArchivedNote, GoneCard } from "./gone-card.tsx";
import { CardFileList } from "./files/card-files.tsx";
import { FilesProvider } from "./files/files-provider.tsx";
import { Links } from "./links/links.tsx";
import { NoteLinks } from "./links/note-links.tsx";
import { onPanelKeys } from "./panel-keys.ts";
import { Properties } from "./properties.tsx";
import { CardTitle } from "./title.tsx";
import { CommentComposer } from "./talk/composer.tsx";
import { Talk } from "./talk/talk.tsx";
import { Viewers } from "./viewers.tsx";
import { WatchButton } from "./watch-button.tsx";

interface PanelProps {
  id: string;
  onOpen: (card: string) => void;
  onClose: () => void;
}

/** A card beside its board. J and K go through the column it stands in. */
export function CardPanel(props: PanelProps) {
  return (
    <FilesProvider card={props.id}>
      <Panel {...props} />
    </FilesProvider>
  );
}

function Panel(props: PanelProps) {
  const t = useTexts();
  const room = useRoom();
  const card = () => room.live.card(props.id);
  const live = () => {
    const shown = card();
    return shown && !shown.deleted ? shown : undefined;
  };
  // Not anew for each change of the card: somebody may be writing.
  const talks = createMemo(() => room.may.write() && live() !== undefined);
  const column = () => room.live.columns().find(({ id }) => id === card()?.columnId);
  const reference = () => {
    const shown = card();
    return (shown && room.reference(shown)) ?? t().boardScreen.card.pending;
  };
  const around = createMemo(() => {
    const ids = room.cardIds(card()?.columnId ?? "");
    const at = ids.indexOf(props.id);
    return { "-1": ids[at - 1], "1": ids[at + 1] };
  });
  const beside = (step: 1 | -1) => around()[step];
  const go = (step: 1 | -1) => {
    const next = beside(step);
    if (next) props.onOpen(next);
  };
  const run = (letter: string) => {
    if (letter === "j") go(1);
    else if (letter === "k") go(-1);
    else if (letter === "m" && room.may.write() && live()) room.askMove([props.id]);
    else return false;
    return true;
  };
  // Heard as events, not while drawing.
  // oxlint-disable-next-line solid/reactivity
  onPanelKeys(run);
  return (
    <SlideOver
      title={t().boardScreen.card.panel(reference())}
      width={600}
      widthKey="card"
      scrim
      onClose={() => props.onClose()}
      head={
        <Show when={live()}>
          {(shown) => (
            <span class="flex min-w-0 items-center gap-2">
              <PriorityIcon level={shown().priority} decorative />
              <span class="num font-semibold whitespace-nowrap text-ink">{reference()}</span>
              <span class="truncate phone:hidden">
                {t().boardScreen.card.in(column()?.name ?? "")}
              </span>
            </span>
          )}
        </Show>
      }
      actions={
        <>
          <Viewers card={props.id} />
          <Show when={room.may.write() && live()}>{(shown) => <WatchButton card={shown()} />}</Show>
          <IconButton
            icon={IconUp}
            label={t().boardScreen.card.previous}
            kbd="K"
            disabled={!beside(-1)}
            onClick={() => go(-1)}
          />
          <IconButton
            icon={IconDown}
            label={t().boardScreen.card.next}
            kbd="J"
            disabled={!beside(1)}
            onClick={() => go(1)}
          />
          <Show when={live()}>
            {(shown) => <CardMenu id={shown().id} onRemoved={() => props.onClose()} />}
          </Show>
        </>
      }
      foot={talks() ? <CommentComposer card={props.id} /> : undefined}
    >
      <Show when={live()} fallback={<GoneCard id={props.id} known={card() !== undefined} />}>
        {(shown) => (
          <>
            <p class="mb-2 hidden break-words text-small text-ink-2 phone:block">
              {t().boardScreen.card.in(column()?.name ?? "")}
            </p>
            <ArchivedNote card={shown()} />
            <CardTitle card={shown()} />
            <DescriptionConflict card={shown()} />
            <Properties card={shown()} />
            <Show when={room.may.write() || shown().description !== ""}>
              <Description card={shown()} />
            </Show>
            <Checklists card={shown()} />
            <Links card={shown()} onOpen={props.onOpen} />
            <NoteLinks card={shown()} />
            <CardFileList card={shown()} />
            <Talk card={shown()} />
            <History card={shown()} />
          </>
        )}
      </Show>
    </SlideOver>
  );
}

/** When the card was made and last changed. */
function History(props: { card: Card }) {
  const t = useTexts();
  const f = useFormat();
  return (
    <p class="mt-3 border-t border-line pt-3 text-small text-ink-3">
      {t().boardScreen.card.created(f().moment(props.card.createdAt))}
      <Show when={props.card.updatedAt !== props.card.createdAt}>
        {`, ${t().boardScreen.card.changed(f().moment(props.card.updatedAt))}`}
      </Show>
    </p>
  );
}
