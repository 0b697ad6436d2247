import IconKey from "~icons/lucide/key-round";
import { For, Show } from "solid-js";
import type { Passkey } from "#domain/factors/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { FactorRow } from "./factor-row.tsx";
import { knowsPasskeys } from "./passkey-browser.ts";

/** The person's passkeys by name, and a way to another one. */
export function PasskeyRows(props: {
  passkeys: readonly Passkey[];
  onAdd: () => void;
  onRemove: (passkey: Passkey) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().factors.passkeys;
  const state = (passkey: Passkey) =>
    [
      passkey.usedAt ? words().used(f().moment(passkey.usedAt)) : words().unused,
      ...(passkey.synced ? [words().synced] : []),
    ].join(" · ");
  return (
    <>
      <For each={props.passkeys}>
        {(passkey) => (
          <FactorRow
            icon={IconKey}
            title={passkey.name}
            state={state(passkey)}
            action={
              <Button
                kind="danger"
                aria-label={words().removeNamed(passkey.name)}
                onClick={() => props.onRemove(passkey)}
              >
                {words().remove}
              </Button>
            }
          />
        )}
      </For>
      <FactorRow
        icon={IconKey}
        title={words().title}
        state={knowsPasskeys() ? words().about : words().unknown}
        action={
          <Show when={knowsPasskeys()}>
            <Button onClick={() => props.onAdd()}>{words().add}</Button>
          </Show>
        }
      />
    </>
  );
}
