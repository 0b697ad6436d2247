import IconKey from "~icons/lucide/key-round";
import { Show } from "solid-js";
import type { SignedIn } from "#domain/identity/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { knowsPasskeys, signWithPasskey } from "./passkey-browser.ts";
import { withInvitation } from "./with-invitation.ts";

/** Signs in with a passkey: no address, no password. Nothing where the browser has none. */
export function PasskeyButton(props: {
  label?: string;
  /** The token of an invitation that is accepted with it. */
  invitation?: string | undefined;
  onEnter: (grant: SignedIn) => Promise<unknown>;
}) {
  const t = useTexts();
  const submit = createSubmit(async () => {
    const passkey = await signWithPasskey(await api("post /auth/passkey/options", { quiet: true }));
    if (!passkey) return;
    const grant = await withInvitation(props.invitation, (invitation) =>
      api("post /auth/passkey", { body: { passkey, ...invitation }, quiet: true }),
    );
    await props.onEnter(grant);
  });
  return (
    <Show when={knowsPasskeys()}>
      <div class="flex flex-col gap-3">
        <FormProblem problem={submit.problem()} />
        <Button
          size="lg"
          icon={IconKey}
          class="w-full"
          loading={submit.pending()}
          onClick={() => void submit.run()}
        >
          {props.label ?? t().factors.passkeys.signIn}
        </Button>
      </div>
    </Show>
  );
}
