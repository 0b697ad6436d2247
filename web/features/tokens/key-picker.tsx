import { For, Show } from "solid-js";
import type { Permission } from "#domain/permissions.ts";
import { blindKeys, readsOnly, withReading } from "#domain/tokens/rules.ts";
import { RIGHT_GROUPS, useFeatureName } from "#web/features/identity/right-groups.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";

/** The rights of a token, by feature, out of those that its maker may give. */
export function KeyPicker(props: {
  offered: readonly Permission[];
  chosen: ReadonlySet<Permission>;
  onChange: (chosen: ReadonlySet<Permission>) => void;
}) {
  const t = useTexts();
  const featureName = useFeatureName();
  const words = () => t().tokens.dialog;
  const pick = (keys: readonly Permission[]) => props.onChange(new Set(keys));
  /** What changes records answers with them, so it is ticked with reading, and unticked with it. */
  const toggle = (key: Permission, on: boolean) => {
    const wanted = props.offered.filter((one) => (one === key ? on : props.chosen.has(one)));
    const blind = blindKeys(wanted);
    const reading = withReading(new Set(wanted)).filter((one) => props.offered.includes(one));
    pick(on ? reading : wanted.filter((one) => !blind.includes(one)));
  };
  const groups = () =>
    RIGHT_GROUPS.map(([feature, keys]) => {
      return { feature, keys: keys.filter((key) => props.offered.includes(key)) };
    }).filter(({ keys }) => keys.length > 0);
  return (
    <fieldset class="flex flex-col gap-3">
      <legend class="float-left font-medium">
        {words().rights}{" "}
        <span class="num font-normal text-ink-3">
          {words().count(props.chosen.size, props.offered.length)}
        </span>
      </legend>
      <div class="flex flex-wrap gap-1">
        <Button size="sm" onClick={() => pick(props.offered.filter(readsOnly))}>
          {words().readOnly}
        </Button>
        <Button size="sm" onClick={() => pick(props.offered)}>
          {words().all}
        </Button>
        <Button size="sm" onClick={() => pick([])}>
          {words().none}
        </Button>
      </div>
      <For each={groups()}>
        {({ feature, keys }) => (
          <fieldset>
            <legend class="pb-1.5 text-small text-ink-3">{featureName(feature)}</legend>
            <div class="grid grid-cols-2 gap-x-4 gap-y-2 phone:grid-cols-1 phone:gap-y-0">
              <For each={keys}>
                {(key) => (
                  <Checkbox
                    label={t().identity.rights[key]}
                    class="phone:py-3"
                    checked={props.chosen.has(key)}
                    onChange={(on) => toggle(key, on)}
                  />
                )}
              </For>
            </div>
          </fieldset>
        )}
      </For>
      <Show when={props.chosen.size === 0}>
        <p class="text-small text-ink-3">{words().noRights}</p>
      </Show>
    </fieldset>
  );
}
