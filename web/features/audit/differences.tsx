import { createMemo, createSignal, For, Show } from "solid-js";
import type { AuditEntry } from "#domain/audit/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { TextButton } from "#web/ui/text-button.tsx";
import { namesQuery } from "./queries.ts";
import { isEmpty, shownChanges, sidesOf } from "./shown-changes.ts";
import { idsIn, useValueText } from "./value-text.ts";

/** Letters of a value that are shown at once. */
const ROOM = 400;

/** What a row changed, field by field. A creation shows what came, a deletion what went, a change both. */
export function Differences(props: { entry: AuditEntry }) {
  const t = useTexts();
  const changes = createMemo(() => shownChanges(props.entry.action, props.entry.changes));
  const sides = createMemo(() => sidesOf(changes()));
  const ids = createMemo(() =>
    idsIn(changes().flatMap(({ before, after }) => [before, after])).slice(0, 100),
  );
  const names = useQuery(() => namesQuery(ids()));
  const say = useValueText((id) =>
    names.isSuccess ? names.data.items.find((item) => item.id === id)?.name : undefined,
  );
  const fields = (): Readonly<Record<string, string>> => t().audit.fields;
  const words = () => t().audit.row;
  // A rank orders a lane and means nothing to a person.
  const text = (field: string, value: unknown) =>
    field === "rank" ? t().audit.values.moved : say(field, value);
  const Value = (own: { field: string; value: unknown }) => (
    <Show when={!isEmpty(own.value)} fallback={<Nothing />}>
      <LongText text={text(own.field, own.value)} />
    </Show>
  );
  return (
    <Show when={changes().length > 0} fallback={<p class="text-ink-3">{words().noChange}</p>}>
      <table class="w-full max-w-200 table-fixed text-left">
        <thead class="text-small text-ink-3 phone:sr-only">
          <tr>
            <th scope="col" class="w-44 py-1 font-normal">
              {words().field}
            </th>
            <Show when={sides().before}>
              <th scope="col" class="py-1 font-normal">
                {words().before}
              </th>
            </Show>
            <Show when={sides().after}>
              <th scope="col" class="py-1 font-normal">
                {words().after}
              </th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={changes()}>
            {(change) => (
              <tr class="border-t border-line align-top phone:flex phone:flex-wrap phone:gap-x-2 phone:py-1">
                <th
                  scope="row"
                  class="py-1 pr-3 font-normal text-ink-2 phone:basis-full phone:p-0 phone:text-small"
                >
                  {fields()[change.field] ?? change.field}
                </th>
                <Show when={sides().before}>
                  <td class="whitespace-pre-wrap break-words py-1 pr-3 text-ink-2 phone:p-0">
                    <Value field={change.field} value={change.before} />
                  </td>
                </Show>
                <Show when={sides().after}>
                  <td class="whitespace-pre-wrap break-words py-1 font-medium phone:p-0">
                    <Show when={sides().before}>
                      <span aria-hidden="true" class="hidden pr-2 text-ink-3 phone:inline">
                        →
                      </span>
                    </Show>
                    <Value field={change.field} value={change.after} />
                  </td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  );
}

/** A value as far as a row has room; the rest of a long text on demand. */
function LongText(props: { text: string }) {
  const t = useTexts();
  const [whole, setWhole] = createSignal(false);
  const cut = () => !whole() && props.text.length > ROOM;
  return (
    <Show when={cut()} fallback={props.text}>
      {props.text.slice(0, ROOM)}…{" "}
      <TextButton class="text-small" onClick={() => setWhole(true)}>
        {t().audit.row.whole}
      </TextButton>
    </Show>
  );
}

/** An empty value: a dash to see, a word to hear. */
function Nothing() {
  const t = useTexts();
  return (
    <span class="font-normal text-ink-3">
      <span aria-hidden="true">–</span>
      <span class="sr-only">{t().audit.values.empty}</span>
    </span>
  );
}
