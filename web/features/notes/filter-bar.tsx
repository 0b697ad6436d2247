import { useSearchParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { AddressSearch } from "#web/lib/address-search.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { createClientNames } from "./client-names.ts";
import type { NoteFilter } from "./queries.ts";

/** What the list of notes is narrowed by: words, client, days. It stands in the address. */
export function FilterBar(props: { filter: NoteFilter }) {
  const t = useTexts();
  const [, setParams] = useSearchParams();
  const [words, setWords] = createSignal("");
  const clients = createClientNames(() => props.filter.client, words);
  const set = (values: Partial<NoteFilter>) => setParams(values, { replace: true });
  const texts = () => t().notes.filter;
  const narrowed = () => Object.values(props.filter).some(Boolean);
  return (
    <div class="mb-4 flex flex-wrap items-end gap-3">
      <AddressSearch
        words={props.filter.q}
        label={t().notes.search}
        class="w-64 phone:w-full [&_.field-edge]:h-8 phone:[&_.field-edge]:h-11"
      />
      <Show when={session.can("clients.read")}>
        <Combobox
          label={texts().client}
          class="w-52 phone:w-full"
          placeholder={texts().anyClient}
          options={clients.options()}
          onSearch={setWords}
          loading={clients.loading()}
          value={props.filter.client}
          onChange={(client) => set({ client })}
        />
      </Show>
      <DatePicker
        label={texts().from}
        class="w-36 phone:w-auto phone:flex-1"
        value={props.filter.from}
        max={props.filter.to}
        onChange={(from) => set({ from })}
      />
      <DatePicker
        label={texts().to}
        class="w-36 phone:w-auto phone:flex-1"
        value={props.filter.to}
        min={props.filter.from}
        onChange={(to) => set({ to })}
      />
      <Show when={narrowed()}>
        <Button
          kind="ghost"
          onClick={() => set({ q: undefined, client: undefined, from: undefined, to: undefined })}
        >
          {texts().clear}
        </Button>
      </Show>
    </div>
  );
}
