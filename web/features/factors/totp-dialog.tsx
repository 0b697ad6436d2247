import { createSignal, onMount, Show } from "solid-js";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { CodeField } from "./code-field.tsx";
import { QrCode } from "./qr-code.tsx";

const FORM = "totp-form";

/** The key in groups of four, as it is read out and typed. */
const grouped = (key: string) => (key.match(/.{1,4}/g) ?? []).join(" ");

/** Sets an authenticator app up: its key as QR code and as text, then a first code of it. */
export function TotpDialog(props: {
  onClose: () => void;
  onAdded: (recoveryCodes: string[] | null) => void;
}) {
  const t = useTexts();
  const words = () => t().factors.totp;
  const [code, setCode] = createSignal("");
  const [key, setKey] = createSignal<{ key: string; uri: string }>();
  const start = createSubmit(async () =>
    setKey(await api("post /auth/factors/totp", { quiet: true })),
  );
  onMount(() => void start.run());
  const submit = createSubmit(async () => {
    const body = { code: code() };
    const added = await api("post /auth/factors/totp/confirm", { body, quiet: true });
    props.onAdded(added.recoveryCodes);
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={words().dialog}
      description={words().scan}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form={FORM}
            loading={submit.pending()}
            disabled={code().length < 6}
          >
            {words().confirm}
          </Button>
        </>
      }
    >
      <FormProblem problem={start.problem()} />
      <Show
        when={key()}
        fallback={
          <Show when={start.pending()}>
            <ProgressBar label={words().dialog} />
          </Show>
        }
      >
        {(made) => (
          <div class="flex gap-6 phone:flex-col phone:items-center phone:gap-4">
            <QrCode text={made().uri} label={words().qr} />
            <form
              id={FORM}
              novalidate
              class="flex min-w-0 flex-1 flex-col gap-5 phone:w-full"
              onSubmit={(event) => {
                event.preventDefault();
                void submit.run();
              }}
            >
              <div class="min-w-0">
                <p class="font-medium" id="totp-key">
                  {words().manual}
                </p>
                <p class="mt-1 flex items-center gap-2 rounded-2 bg-sunken px-2.5 py-1.5">
                  <code
                    aria-labelledby="totp-key"
                    class="min-w-0 flex-1 break-words font-mono text-small"
                  >
                    {grouped(made().key)}
                  </code>
                  <CopyButton text={made().key} label={words().copyKey} />
                </p>
              </div>
              <CodeField
                kind="totp"
                label={words().first}
                value={code()}
                onInput={(value) => {
                  setCode(value);
                  submit.clear();
                }}
                onComplete={() => void submit.run()}
              />
              <FormProblem problem={submit.problem()} />
            </form>
          </div>
        )}
      </Show>
    </Dialog>
  );
}
