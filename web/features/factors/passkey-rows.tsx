import IconKey from "~icons/lucide/key-round";
import { Show } from "solid-js";
import type { Passkey } from "#domain/factors/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { FactorRow } from "./factor-row.tsx";
import { PasskeyName } from "./passkey-name.tsx";
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
      ...(passkey.kind ? [words().kinds[passkey.kind]] : []),
      ...(passkey.synced ? [words().synced] : []),
      passkey.usedAt
        ? words().used(f().moment(passkey.usedAt), passkey.usedDevice ?? "")
        : words().unused,
    ].join(" · ");
  return (
    <>
      <EachById items={props.passkeys}>
        {(passkey) => (
          <FactorRow
            icon={IconKey}
            title={<PasskeyName passkey={passkey()} />}
            state={state(passkey())}
            action={
              <Button
                kind="danger"
                aria-label={words().removeNamed(passkey().name)}
                onClick={() => props.onRemove(passkey())}
              >
                {words().remove}
              </Button>
            }
          />
        )}
      </EachById>
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
