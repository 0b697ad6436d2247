import { createSignal, onMount } from "solid-js";
import { newId } from "#domain/ids.ts";
import type { Column } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { typedText } from "#web/ui/typed-text.ts";
import { useRoom } from "./room.tsx";

/** Adds cards one after the other at the foot of a column: Enter adds and stays, Escape closes. */
export function Composer(props: { column: Column; onClose: () => void }) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const [title, setTitle] = createSignal("");
  let field!: HTMLTextAreaElement;
  onMount(() => field.focus());
  const full = () => {
    const { id, wipBlock, wipLimit } = props.column;
    return wipBlock && wipLimit !== null && room.live.cardIds(id).length >= wipLimit;
  };
  const add = () => {
    const text = title().trim().replaceAll(/\s+/g, " ");
    if (text === "") return;
    if (full()) {
      // What was typed stays in the field.
      toasts.show({ text: t().boards.refused.wip_limit, tone: "bad" });
      return;
    }
    setTitle("");
    void room.live.act({
      kind: "card.create",
      card: newId("crd"),
      column: props.column.id,
      after: null,
      before: null,
      fields: { title: text },
    });
    const lane = field.closest("[data-column]")?.querySelector("[data-lane]");
    requestAnimationFrame(() => lane?.scrollTo({ top: lane.scrollHeight }));
  };
  return (
    <div class="m-2 mt-0 rounded-card border border-accent bg-raised p-2 shadow-1 ring-1 ring-accent">
      <textarea
        ref={field}
        rows={2}
        maxLength={300}
        aria-label={t().boardScreen.composer.label}
        placeholder={t().boardScreen.composer.placeholder}
        value={title()}
        class="w-full resize-none bg-transparent font-medium outline-none placeholder:font-normal placeholder:text-ink-3"
        onInput={(event) => setTitle(typedText(event))}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            add();
          } else if (event.key === "Escape") {
            event.stopPropagation();
            props.onClose();
          }
        }}
        onBlur={() => title().trim() === "" && props.onClose()}
      />
      <div class="mt-1 hidden justify-end gap-2 phone:flex">
        <Button kind="ghost" onClick={() => props.onClose()}>
          {t().ui.close}
        </Button>
        {/* The field keeps the focus, and with it the keyboard of the phone. */}
        <Button kind="primary" onMouseDown={(event) => event.preventDefault()} onClick={add}>
          {t().boardScreen.composer.add}
        </Button>
      </div>
      <p class="flex items-center gap-1.5 text-micro text-ink-3 phone:hidden">
        <Kbd keys="↵" />
        {t().boardScreen.composer.hint}
        <Kbd keys={t().ui.escapeKey} />
        {t().boardScreen.composer.close}
      </p>
    </div>
  );
}
