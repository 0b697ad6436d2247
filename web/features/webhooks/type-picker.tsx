import { createUniqueId, For, Show } from "solid-js";
import { EVERY_TYPE, WEBHOOK_EVENTS } from "#domain/webhooks/catalogue.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { entityWords, typeWords } from "./words.ts";

/** Kinds of record with their event types, each kind once. */
const GROUPS = [...Map.groupBy(WEBHOOK_EVENTS, ({ entity }) => entity)].map(([entity, events]) => ({
  entity,
  types: events.flatMap(({ types }) => types),
}));

/** Which events a webhook sends: all, by kind of record, or one by one. */
export function TypePicker(props: {
  types: readonly string[];
  onChange: (types: string[]) => void;
  error?: string | undefined;
}) {
  const t = useTexts();
  const id = createUniqueId();
  const every = () => props.types.includes(EVERY_TYPE);
  const has = (type: string) => every() || props.types.includes(type);
  const state = (types: readonly string[]): boolean | "mixed" => {
    const chosen = types.filter(has).length;
    return chosen === types.length ? true : chosen > 0 ? "mixed" : false;
  };
  const set = (types: readonly string[], on: boolean) => {
    const others = GROUPS.flatMap((group) => group.types).filter(
      (type) => has(type) && !types.includes(type),
    );
    props.onChange(on ? [...others, ...types] : others);
  };
  return (
    <fieldset aria-describedby={props.error ? id : undefined} class="flex min-w-0 flex-col gap-2">
      <legend class="mb-1.5 font-medium">{t().webhooks.form.types}</legend>
      <Checkbox
        label={t().webhooks.every}
        checked={every()}
        onChange={(on) => props.onChange(on ? [EVERY_TYPE] : [])}
      />
      <div class="max-h-72 overflow-y-auto rounded-2 border border-line">
        <For each={GROUPS}>
          {(group) => (
            <div class="border-b border-line px-3 py-2 last:border-0">
              <Checkbox
                class="font-medium"
                label={entityWords(t(), group.entity)}
                checked={state(group.types)}
                onChange={(on) => set(group.types, on)}
              />
              <div class="mt-1 grid grid-cols-2 gap-x-4 gap-y-1 pl-5.5 phone:grid-cols-1 phone:gap-y-2">
                <For each={group.types}>
                  {(type) => (
                    <Checkbox
                      class="text-ink-2"
                      label={typeWords(t(), type)}
                      checked={has(type)}
                      onChange={(on) => set([type], on)}
                    />
                  )}
                </For>
              </div>
            </div>
          )}
        </For>
      </div>
      <Show when={props.error}>
        <p id={id} role="alert" class="text-small text-bad">
          {props.error}
        </p>
      </Show>
    </fieldset>
  );
}
