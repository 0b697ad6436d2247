import { createEffect, createMemo, createSignal, on, onCleanup, Show, untrack } from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useClients } from "./context.ts";

/**
 * The notes of a client: saved on leaving the field, the client or the page, and on ⌘↵. What is being typed is never
 * replaced, and is saved on top of the client on which its typing began: what others wrote meanwhile is a conflict.
 */
export function Notes(props: { client: ClientView }) {
  const t = useTexts();
  const { actions, edits } = useClients();
  const [typed, setTyped] = createSignal<string>();
  let base: ClientView | undefined;
  const save = () => {
    const notes = untrack(typed);
    const from = base;
    base = undefined;
    setTyped(undefined);
    if (from && notes !== undefined && notes !== from.notes) actions.save(from, { notes });
  };
  const refusal = () => edits.refusals.of(props.client.id, "notes");
  const id = createMemo(() => props.client.id);
  createEffect(on(id, save, { defer: true }));
  onCleanup(save);
  return (
    <Show
      when={props.client.can.write}
      fallback={
        <p class="whitespace-pre-wrap">{props.client.notes || t().clients.panel.notesEmpty}</p>
      }
    >
      <TextArea
        label={t().clients.fields.notes}
        labelHidden
        hint={t().clients.panel.notesHint}
        rows={6}
        maxLength={20_000}
        error={typed() === undefined ? refusal()?.why : undefined}
        value={typed() ?? refusal()?.text ?? props.client.notes}
        onInput={(notes) => {
          base ??= props.client;
          setTyped(notes);
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
        }}
      />
    </Show>
  );
}
