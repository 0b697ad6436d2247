import IconUndo from "~icons/lucide/undo-2";
import { createSignal, For, Show } from "solid-js";
import type { CardChange } from "#domain/boards/comments-api.ts";
import type { Card } from "#domain/boards/model.ts";
import { type Dictionary, useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useElsewhereWords } from "./elsewhere-words.ts";
import { Relink } from "./relink.tsx";
import { restoring } from "./restore.ts";
import { TextDiff } from "./text-diff.tsx";
import { valueIn } from "./value.ts";

type Change = CardChange["changes"][number];
type Field = keyof Dictionary["cardTalk"]["history"]["fields"];

/** One thing that was done to a card: by whom, when, and what was before and after it. */
export function ChangeRow(props: { card: Card; entry: CardChange }) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  // Called while a value is drawn, which is where it is followed.
  // oxlint-disable-next-line solid/reactivity
  const value = valueIn(t, f, room, () => props.card);
  const words = () => t().cardTalk.history;
  const elsewhere = useElsewhereWords();
  const fields = () =>
    elsewhere.said(props.entry) === null
      ? props.entry.changes.filter(({ field }) => Object.hasOwn(words().fields, field))
      : [];
  const column = () => props.entry.changes.find(({ field }) => field === "columnId");
  const said = (): string => {
    const { action } = props.entry;
    const away = elsewhere.said(props.entry);
    if (away !== null) return away;
    if (action === "card.create") return words().created;
    if (action === "card.delete") return words().removed;
    if (action === "card.bring") return words().cameAlong;
    if (action === "card.restore") return words().broughtBack;
    const moved = column();
    if (moved && moved.before !== moved.after) {
      return words().moved(value("columnId", moved.before), value("columnId", moved.after));
    }
    const names = fields().map(({ field }) => words().fields[field as Field]);
    return names.length > 0 ? words().changed(names.join(", ")) : words().other;
  };
  return (
    <li class="border-b border-line py-2 last:border-0">
      <p class="flex items-baseline gap-2">
        <span class="min-w-0 flex-1">
          <strong class="font-semibold">
            {props.entry.actorName ||
              room.people().get(props.entry.actorId)?.name ||
              t().cardTalk.comments.somebody}
          </strong>{" "}
          <span class="text-ink-2">{said()}</span>
        </span>
        <time class="shrink-0 text-small text-ink-3" datetime={props.entry.at}>
          {f().moment(props.entry.at)}
        </time>
      </p>
      <Relink card={props.card} entry={props.entry} name={elsewhere.withWhom(props.entry)} />
      <Show when={props.entry.action !== "card.create"}>
        <For each={fields()}>
          {(change) => <FieldChange card={props.card} change={change} value={value} />}
        </For>
      </Show>
    </li>
  );
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

function FieldChange(props: {
  card: Card;
  change: Change;
  value: (field: string, value: unknown) => string;
}) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const [open, setOpen] = createSignal(false);
  const words = () => t().cardTalk.history;
  const isText = () => props.change.field === "description";
  const name = () => words().fields[props.change.field as Field];
  const back = () => restoring(props.card, props.change.field, props.change.before);
  const restore = async () => {
    const op = back();
    const { card, change } = props;
    const { field, before } = change;
    const replaced = card[field as keyof Card];
    if (!op || (await room.live.act(op)) !== null) return;
    const now = () => room.live.card(card.id);
    const again = (value: unknown) => {
      const known = now();
      return known ? restoring(known, field, value) : null;
    };
    toasts.show({
      text: words().restored,
      holds: () => now() !== undefined && again(before) === null,
      onUndo() {
        const undone = again(replaced);
        if (undone) void room.live.act(undone);
      },
    });
  };
  const shown = (value: unknown) => props.value(props.change.field, value) || words().nothing;
  return (
    <div class="mt-1 text-small">
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Show
          when={!isText()}
          fallback={
            <TextButton aria-expanded={open()} onClick={() => setOpen(!open())}>
              {open() ? words().hideDiff : words().showDiff}
            </TextButton>
          }
        >
          <del class="text-ink-3 [overflow-wrap:anywhere]">{shown(props.change.before)}</del>
          <span aria-hidden="true" class="text-ink-3">
            →
          </span>
          <ins class="no-underline [overflow-wrap:anywhere]">{shown(props.change.after)}</ins>
        </Show>
        <Show when={room.may.write() && back() !== null}>
          <Button
            size="sm"
            kind="ghost"
            icon={IconUndo}
            aria-label={words().restoreLabel(name())}
            onClick={() => void restore()}
          >
            {words().restore}
          </Button>
        </Show>
      </div>
      <Show when={isText() && open()}>
        <TextDiff before={textOf(props.change.before)} after={textOf(props.change.after)} />
      </Show>
    </div>
  );
}
