import { A, useSearchParams } from "@solidjs/router";
import { createSignal, onMount, Show, type JSX } from "solid-js";
import type { NoteChanges, NoteView } from "#domain/notes/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Combobox } from "#web/ui/combobox.tsx";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { createPeople } from "#web/features/clients/people.ts";
import { createClientNames } from "./client-names.ts";

/** Title, day, client and people of a note: fields for whoever may write, words for the others. */
export function NoteFieldsForm(props: {
  note: NoteView;
  onChange: (changes: NoteChanges) => void;
  /** A field is left, or a choice made: what is unsent can go. */
  onLeave: () => void;
}) {
  const t = useTexts();
  const people = createPeople();
  const [words, setWords] = createSignal("");
  const clients = createClientNames(() => props.note.clientId, words);
  const clientName = () => {
    const id = props.note.clientId;
    if (!id) return undefined;
    return clients.name(id) ?? (clients.isGone(id) ? t().notes.unknownClient : undefined);
  };
  const settle = (changes: NoteChanges) => {
    props.onChange(changes);
    props.onLeave();
  };
  return (
    <Show
      when={props.note.can.write}
      fallback={
        <Words
          note={props.note}
          client={clientName()}
          people={props.note.peopleIds.map((id) => people.find(id).name)}
        />
      }
    >
      <h1 class="sr-only">{props.note.title}</h1>
      <Title note={props.note} onChange={props.onChange} onLeave={props.onLeave} />
      <div class="mb-4 grid grid-cols-3 gap-3 phone:grid-cols-1">
        <DatePicker
          label={t().notes.fields.heldOn}
          required
          value={props.note.heldOn}
          onChange={(heldOn) => heldOn && settle({ heldOn })}
        />
        <Show when={session.can("clients.read")}>
          <div class="min-w-0">
            <Combobox
              label={t().notes.fields.clientId}
              aside={
                <Show when={clientName()}>
                  {(name) => (
                    <A
                      href={`/clients/${props.note.clientId}`}
                      class="text-small text-accent-ink underline-offset-2 hover:underline"
                    >
                      {t().notes.openClient}
                      <span class="sr-only">{` ${name()}`}</span>
                    </A>
                  )}
                </Show>
              }
              placeholder={clientName() ?? t().notes.noClient}
              options={clients.options()}
              onSearch={setWords}
              loading={clients.loading()}
              value={props.note.clientId ?? undefined}
              onChange={(clientId) => settle({ clientId: clientId ?? null })}
            />
          </div>
        </Show>
        <Combobox
          multiple
          label={t().notes.fields.peopleIds}
          placeholder={t().notes.nobody}
          options={people.all().map(({ id, name }) => ({ value: id, label: name }))}
          value={props.note.peopleIds}
          onChange={(peopleIds) => settle({ peopleIds })}
        />
      </div>
    </Show>
  );
}

function Title(props: {
  note: NoteView;
  onChange: (changes: NoteChanges) => void;
  onLeave: () => void;
}) {
  const t = useTexts();
  const [params, setParams] = useSearchParams<{ fresh?: string }>();
  /** As it is typed: with its spaces, also when it is empty. */
  const [typed, setTyped] = createSignal<string>();
  let field!: HTMLInputElement;
  // A new note begins with its title.
  onMount(() => {
    if (params.fresh === undefined) return;
    setParams({ fresh: undefined }, { replace: true });
    queueMicrotask(() => field.select());
  });
  return (
    <TextField
      ref={(element) => (field = element)}
      class="mb-3 [&_.field-edge]:h-10 [&_input]:text-lead [&_input]:font-semibold"
      label={t().notes.fields.title}
      required
      autocomplete="off"
      maxLength={300}
      value={typed() ?? props.note.title}
      error={typed()?.trim() === "" ? t().notes.titleNeeded : undefined}
      onInput={(text) => {
        setTyped(text);
        if (text.trim() !== "") props.onChange({ title: text.trim() });
      }}
      onBlur={() => {
        setTyped(undefined);
        props.onLeave();
      }}
    />
  );
}

function Line(props: { name: string; children: JSX.Element }) {
  return (
    <div class="flex gap-3 py-1">
      <dt class="w-28 shrink-0 text-ink-2">{props.name}</dt>
      <dd class="min-w-0">{props.children}</dd>
    </div>
  );
}

function Words(props: { note: NoteView; client: string | undefined; people: readonly string[] }) {
  const t = useTexts();
  const f = useFormat();
  return (
    <>
      <h1 class="mb-2 text-title font-semibold">{props.note.title}</h1>
      <dl class="mb-4">
        <Line name={t().notes.fields.heldOn}>{f().dayLong(props.note.heldOn)}</Line>
        <Show when={props.client}>
          {(name) => <Line name={t().notes.fields.clientId}>{name()}</Line>}
        </Show>
        <Show when={props.people.length > 0}>
          <Line name={t().notes.fields.peopleIds}>{props.people.join(", ")}</Line>
        </Show>
      </dl>
    </>
  );
}
