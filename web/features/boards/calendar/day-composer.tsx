import IconTemplate from "~icons/lucide/layout-template";
import { createSignal, onMount, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { typedText } from "#web/ui/typed-text.ts";
import { isFull } from "#web/features/boards/board/full.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { ChosenTemplate } from "#web/features/boards/templates/chosen-template.tsx";
import { useNewCard } from "#web/features/boards/templates/new-card.ts";
import { TemplateList } from "#web/features/boards/templates/template-list.tsx";
import { createTemplatePick } from "#web/features/boards/templates/template-pick.ts";
import { useTemplates } from "#web/features/boards/templates/use-templates.ts";
import { BesideField } from "./beside-field.tsx";
import { useCalendar } from "./calendar-state.tsx";

/** A new card for a day, in the first column: Enter adds it and goes on, `/` lists templates, Escape and leaving it empty end. */
export function DayComposer(props: { day: string }) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const calendar = useCalendar();
  const templates = useTemplates();
  const newCard = useNewCard(templates);
  const [title, setTitle] = createSignal("");
  let field!: HTMLInputElement;
  const pick = createTemplatePick({ templates, title, setTitle, field: () => field });
  onMount(() => field.focus({ preventScroll: true }));
  const add = () => {
    const column = room.live.columns()[0]?.id;
    if (column === undefined) return;
    const template = pick.chosen();
    if (!newCard({ typed: title(), column, template, dueOn: props.day })) return;
    setTitle("");
    pick.clear();
  };
  /** What a full column would not take stays in the field. */
  const addHere = () => {
    const column = room.live.columns()[0];
    if (!column || !isFull(room, column)) add();
    else toasts.show({ text: t().boards.refused.wip_limit, tone: "bad" });
  };
  const leave = () => {
    calendar.setComposing(null);
    document.querySelector<HTMLElement>(`[role=gridcell][data-day="${props.day}"]`)?.focus();
  };
  return (
    <div class="relative shrink-0">
      <input
        ref={field}
        data-composer
        aria-label={t().boardScreen.composer.label}
        {...pick.field()}
        placeholder={t().boardScreen.composer.placeholder}
        value={title()}
        onInput={(event) => {
          setTitle(typedText(event));
          pick.typed();
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.isComposing || pick.onKeyDown(event)) return;
          if (event.key === "Enter") addHere();
          else if (event.key === "Escape") leave();
        }}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => {
          // What was typed is kept as a card, not lost.
          add();
          calendar.setComposing(null);
        }}
        class="h-7 w-full rounded-2 border border-accent bg-surface pr-6 pl-1.5 text-small outline-none phone:h-11 phone:pr-10"
      />
      <IconButton
        icon={IconTemplate}
        size="sm"
        quiet
        tabIndex={-1}
        class="absolute top-0.5 right-0.5 phone:top-1.5"
        label={t().cardTemplates.composer.open}
        kbd="/"
        aria-expanded={pick.open()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.stopPropagation();
          pick.toggle();
        }}
      />
      <Show when={pick.open() || pick.chosen()}>
        <BesideField field={field}>
          <Show when={pick.chosen()}>
            {(template) => <ChosenTemplate template={template()} onRemove={() => pick.remove()} />}
          </Show>
          <Show when={pick.open()}>
            <TemplateList pick={pick} templates={templates} />
          </Show>
        </BesideField>
      </Show>
    </div>
  );
}
