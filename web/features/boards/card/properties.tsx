import { Show } from "solid-js";
import { Priority, type Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { CategoryIcon } from "#web/features/boards/board/category-icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { AssigneesValue } from "./assignees-value.tsx";
import { CoverValue } from "./cover-value.tsx";
import { ClientValue } from "./client-value.tsx";
import { DueValue } from "./due-value.tsx";
import { Pick, PropertyRow } from "./pick.tsx";
import { RepeatValue } from "./repeat-value.tsx";
import { TagsValue } from "./tags-value.tsx";

type Fields = { [K in "priority" | "dueOn" | "clientId" | "cover" | "repeat"]?: Card[K] };

/** Column, priority, people, client, date and tags of a card, each changed in place. */
export function Properties(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const locked = () => !room.may.write();
  const set = (fields: Fields) =>
    void room.live.act({ kind: "card.update", card: props.card.id, set: fields });
  const column = () => room.live.columns().find(({ id }) => id === props.card.columnId);
  const move = (to: string) => {
    if (to === props.card.columnId) return;
    void room.move([props.card.id], to, room.cardIds(to).length);
  };
  return (
    <div class="grid grid-cols-[4fr_5fr] gap-x-5 border-b border-line py-3 phone:grid-cols-1">
      <dl class="min-w-0">
        <PropertyRow label={t().boardScreen.card.column}>
          <Pick
            label={t().boardScreen.card.column}
            locked={locked()}
            options={room.live.columns().map(({ id, name, category }) => ({
              value: id,
              label: name,
              mark: () => <CategoryIcon category={category} />,
            }))}
            chosen={[props.card.columnId]}
            onPick={move}
            value={() => (
              <Show when={column()}>
                {(shown) => (
                  <>
                    <CategoryIcon category={shown().category} />
                    <span class="truncate">{shown().name}</span>
                  </>
                )}
              </Show>
            )}
          />
        </PropertyRow>
        <PropertyRow label={t().boardScreen.card.priority}>
          <Pick
            label={t().boardScreen.card.priority}
            locked={locked()}
            options={Priority.options.toReversed().map((level) => ({
              value: level,
              label: t().boards.priorities[level],
              mark: () => <PriorityIcon level={level} decorative />,
            }))}
            chosen={[props.card.priority]}
            onPick={(level) => set({ priority: Priority.parse(level) })}
            value={() => (
              <>
                <PriorityIcon level={props.card.priority} decorative />
                {t().boards.priorities[props.card.priority]}
              </>
            )}
          />
        </PropertyRow>
        <PropertyRow label={t().boardScreen.card.assignees}>
          <AssigneesValue card={props.card} locked={locked()} />
        </PropertyRow>
      </dl>
      <dl class="min-w-0">
        <Show when={session.can("clients.read")}>
          <PropertyRow label={t().boardScreen.card.client}>
            <ClientValue
              card={props.card}
              locked={locked()}
              onChange={(clientId) => set({ clientId })}
            />
          </PropertyRow>
        </Show>
        <PropertyRow label={t().boardScreen.card.due}>
          <DueValue
            card={props.card}
            done={column()?.category === "done"}
            locked={locked()}
            onChange={(dueOn) => set({ dueOn })}
          />
        </PropertyRow>
        <PropertyRow label={t().repeats.label}>
          <RepeatValue card={props.card} locked={locked()} onChange={(repeat) => set({ repeat })} />
        </PropertyRow>
        <PropertyRow label={t().boardScreen.card.tags}>
          <TagsValue card={props.card} locked={locked()} />
        </PropertyRow>
        <PropertyRow label={t().boardCard.cover.title}>
          <CoverValue card={props.card} locked={locked()} onChange={(cover) => set({ cover })} />
        </PropertyRow>
      </dl>
    </div>
  );
}
