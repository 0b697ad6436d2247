import IconTemplate from "~icons/lucide/layout-template";
import { createSignal, onMount, Show } from "solid-js";
import { newId } from "#domain/ids.ts";
import type { Column } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { typedText } from "#web/ui/typed-text.ts";
import { ChosenTemplate } from "#web/features/boards/templates/chosen-template.tsx";
import { useNewCard } from "#web/features/boards/templates/new-card.ts";
import { TemplateList } from "#web/features/boards/templates/template-list.tsx";
import { createTemplatePick } from "#web/features/boards/templates/template-pick.ts";
import { useTemplates } from "#web/features/boards/templates/use-templates.ts";
import { isFull } from "./full.ts";
import { createPastedTitles } from "./pasted-titles.ts";
import { useRoom } from "./room.tsx";
import { TitleNote } from "./title-note.tsx";
import { useTitles } from "./titles.ts";

/** A press on a button of the composer leaves the focus in its field, and with it the keyboard of a phone. */
const stay = (event: MouseEvent) => event.preventDefault();

/** Adds cards one after the other at the foot of a column: Enter adds and stays, Escape closes, `/` lists templates. */
export function Composer(props: { column: Column; onClose: () => void }) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const take = useTitles();
  const templates = useTemplates();
  const newCard = useNewCard(templates);
  const [title, setTitle] = createSignal("");
  let field!: HTMLTextAreaElement;
  const pasted = createPastedTitles(title);
  const pick = createTemplatePick({ templates, title, setTitle, field: () => field });
  const eachLine = () => pasted.lines().length > 0 && !pick.chosen();
  /** New cards come to the end of the column: its last card stands whole above the field. */
  const toEnd = () => {
    const lane = field.closest("[data-column]")?.querySelector("[data-lane]");
    const go = () => lane?.scrollTo?.({ top: lane.scrollHeight });
    // Once more when the cards down there are drawn: their heights were a guess until then.
    requestAnimationFrame(() => {
      go();
      setTimeout(go, 60);
    });
  };
  onMount(() => {
    field.focus();
    toEnd();
  });
  /** Whether the limit of the column keeps so many cards out. What was typed stays in the field then. */
  const refuses = (cards: number) => {
    const full = isFull(room, props.column, cards);
    if (full) toasts.show({ text: t().boards.refused.wip_limit, tone: "bad" });
    return full;
  };
  const show = async (done: Promise<unknown>) => {
    setTitle("");
    pasted.clear();
    pick.clear();
    await done;
    // What was added is drawn by then, and the field has its place again.
    toEnd();
  };
  const add = () => {
    if (title().trim() === "" || refuses(1)) return;
    const done = newCard({ typed: title(), column: props.column.id, template: pick.chosen() });
    if (done) void show(done);
  };
  const addEach = () => {
    if (refuses(pasted.lines().length)) return;
    const all = pasted.lines().flatMap((line) => take(line) ?? []);
    if (all.length < pasted.lines().length) return;
    const at = { column: props.column.id, after: null, before: null };
    const ops = all.map((fields) => ({
      kind: "card.create" as const,
      card: newId("crd"),
      ...at,
      fields,
    }));
    void show(room.live.act(...ops));
  };
  return (
    <div
      data-writes-at-foot
      class="m-2 mt-0 shrink-0 rounded-card border border-accent bg-raised p-2 shadow-1 ring-1 ring-accent phone:shadow-3"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        if (title().trim() === "") props.onClose();
      }}
    >
      <Show when={pick.chosen()}>
        {(template) => <ChosenTemplate template={template()} onRemove={() => pick.remove()} />}
      </Show>
      <textarea
        ref={field}
        rows={2}
        aria-label={t().boardScreen.composer.label}
        {...pick.field()}
        placeholder={t().boardScreen.composer.placeholder}
        value={title()}
        class="w-full resize-none bg-transparent font-medium outline-none placeholder:font-normal placeholder:text-ink-3"
        onInput={(event) => {
          setTitle(typedText(event));
          pasted.typed();
          pick.typed();
        }}
        onPaste={(event) => pasted.onPaste(event)}
        onKeyDown={(event) => {
          if (pick.onKeyDown(event)) event.stopPropagation();
          else if (eachLine() && event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            addEach();
          } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            add();
          } else if (event.key === "Escape") {
            event.stopPropagation();
            props.onClose();
          }
        }}
      />
      <TitleNote typed={title()} />
      <Show when={eachLine()}>
        <Button
          size="sm"
          class="mt-1"
          kbd="⌘↵"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onMouseDown={stay}
          onClick={addEach}
        >
          {t().boardScreen.composer.eachLine(pasted.lines().length)}
        </Button>
      </Show>
      <Show when={pick.open()}>
        <TemplateList pick={pick} templates={templates} />
      </Show>
      <div class="mt-1 hidden gap-2 phone:flex">
        <Button kind="ghost" icon={IconTemplate} onMouseDown={stay} onClick={() => pick.toggle()}>
          {t().cardTemplates.composer.open}
        </Button>
        <span class="flex-1" />
        <Button kind="ghost" onClick={() => props.onClose()}>
          {t().ui.close}
        </Button>
        <Button kind="primary" onMouseDown={stay} onClick={add}>
          {t().boardScreen.composer.add}
        </Button>
      </div>
      <div class="mt-1 flex items-center gap-1.5 text-micro text-ink-3 phone:hidden">
        <Kbd keys="↵" />
        {t().boardScreen.composer.hint}
        <Kbd keys={t().ui.escapeKey} />
        {t().boardScreen.composer.close}
        <IconButton
          icon={IconTemplate}
          size="sm"
          class="-my-1 -mr-1 ml-auto"
          label={t().cardTemplates.composer.open}
          kbd="/"
          aria-expanded={pick.open()}
          onMouseDown={stay}
          onClick={() => pick.toggle()}
        />
      </div>
    </div>
  );
}
