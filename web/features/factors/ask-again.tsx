import { createSignal, Match, onMount, Show, Switch } from "solid-js";
import type { Factors } from "#domain/factors/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { asking } from "#web/lib/ask-again.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { CodeField } from "./code-field.tsx";
import { knowsPasskeys, signWithPasskey } from "./passkey-browser.ts";

const FORM = "ask-again";

const settle = (proved: boolean) => asking()?.settle(proved);

/** Asks who is there before something sensitive: the password, or whatever second factor the person has. */
export function AskAgain() {
  const t = useTexts();
  const words = () => t().factors.again;
  const [typed, setTyped] = createSignal("");
  const [recovery, setRecovery] = createSignal(false);
  const [have, setHave] = createSignal<Factors>();
  const reading = createSubmit(async () => setHave(await api("get /auth/factors")));
  onMount(() => void reading.run());
  const code = () => (have()?.totp && !recovery() ? "totp" : "recovery");
  const bare = () => !have()?.totp && have()?.passkeys.length === 0;

  const submit = createSubmit(async () => {
    const body = bare() ? { password: typed() } : { code: typed() };
    await api("post /auth/fresh", { body, quiet: true });
    settle(true);
  });
  const byPasskey = createSubmit(async () => {
    const passkey = await signWithPasskey(await api("post /auth/passkey/options", { quiet: true }));
    if (!passkey) return;
    await api("post /auth/fresh", { body: { passkey }, quiet: true });
    settle(true);
  });
  const type = (value: string) => {
    setTyped(value);
    submit.clear();
  };

  return (
    <Dialog
      open
      onOpenChange={() => settle(false)}
      title={words().title}
      description={words().lead}
      width="sm"
      actions={
        <>
          <Button onClick={() => settle(false)}>{t().ui.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form={FORM}
            loading={submit.pending()}
            disabled={typed() === "" || !have()}
          >
            {words().go}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        novalidate
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit.run();
        }}
      >
        <Switch fallback={<ProgressBar label={words().title} />}>
          <Match when={reading.problem()}>
            <FormProblem problem={reading.problem()} />
          </Match>
          <Match when={have() && bare()}>
            <PasswordField
              label={t().identity.signIn.password}
              name="password"
              autocomplete="current-password"
              required
              autofocus
              aside={
                <a href="/forgot" class="text-small text-accent-ink hover:underline">
                  {t().account.forgot.link}
                </a>
              }
              value={typed()}
              onInput={type}
            />
          </Match>
          <Match when={have()}>
            <Show when={have()?.passkeys.length && knowsPasskeys()}>
              <Button loading={byPasskey.pending()} onClick={() => void byPasskey.run()}>
                {t().factors.step.usePasskey}
              </Button>
              <FormProblem problem={byPasskey.problem()} />
            </Show>
            <CodeField
              kind={code()}
              value={typed()}
              onInput={type}
              onComplete={() => void submit.run()}
            />
            <Show when={have()?.totp}>
              <TextButton
                class="self-start"
                onClick={() => {
                  setRecovery(!recovery());
                  type("");
                }}
              >
                {recovery() ? t().factors.step.useApp : t().factors.step.useRecovery}
              </TextButton>
            </Show>
          </Match>
        </Switch>
        <FormProblem problem={submit.problem()} />
      </form>
    </Dialog>
  );
}
