import { Show } from "solid-js";
import type { SignedIn } from "#domain/identity/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { knowsPasskeys } from "./passkey-browser.ts";

/** Below the form of sign-in: a passkey instead. */
export function OtherWay(props: { onEnter: (grant: SignedIn) => Promise<unknown> }) {
  const t = useTexts();
  return (
    <Show when={knowsPasskeys()}>
      <p class="my-4 flex items-center gap-3 text-small text-ink-3">
        <span class="h-px flex-1 bg-line" />
        {t().factors.passkeys.or}
        <span class="h-px flex-1 bg-line" />
      </p>
      <PasskeyButton onEnter={props.onEnter} />
    </Show>
  );
}
