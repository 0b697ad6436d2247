import { createEffect, createSignal, on, Show } from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useClients } from "./context.ts";

/** The notes of a client: saved on leaving the field and on ⌘↵. What is being typed is never replaced. */
export function Notes(props: { client: ClientView }) {
  const t = useTexts();
  const { actions } = useClients();
  const [typed, setTyped] = createSignal<string>();
  createEffect(
    on(
      () => props.client.id,
      () => setTyped(undefined),
      { defer: true },
    ),
  );
  const save = () => {
    const notes = typed();
    setTyped(undefined);
    if (notes !== undefined && notes !== props.client.notes) actions.save(props.client, { notes });
  };
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
        value={typed() ?? props.client.notes}
        onInput={setTyped}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
        }}
      />
    </Show>
  );
}
