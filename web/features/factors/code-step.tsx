import { createSignal, Show } from "solid-js";
import type { FactorAsked } from "#domain/factors/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import { EntryForm } from "#web/features/identity/entry-form.tsx";
import { EntryLayout } from "#web/features/identity/entry-layout.tsx";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { TextButton } from "#web/ui/text-button.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { withInvitation } from "./with-invitation.ts";
import { CodeField } from "./code-field.tsx";

type Asked = FactorAsked["secondFactor"];

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeStep(props: {
  asked: Asked;
  /** The token of an invitation that is accepted with it. */
  invitation?: string | undefined;
  onEnter: (grant: SignedIn) => Promise<unknown>;
  /** Back to the first step: the person's wish, or its five minutes are over. */
  onBack: (problem?: unknown) => void;
}) {
  const t = useTexts();
  const words = () => t().factors.step;
  const [code, setCode] = createSignal("");
  const [typed, setTyped] = createSignal<"totp" | "recovery">();
  const has = (method: Asked["methods"][number]) => props.asked.methods.includes(method);
  const method = () => typed() ?? (has("totp") ? "totp" : "recovery");
  let field: HTMLInputElement | undefined;

  const submit = createSubmit(async () => {
    try {
      const own = { token: props.asked.token, code: code() };
      const grant = await withInvitation(props.invitation, (invitation) =>
        api("post /auth/sign-in/code", { body: { ...own, ...invitation }, quiet: true }),
      );
      await props.onEnter(grant);
    } catch (error) {
      const over = error instanceof ApiProblem && error.code === "auth.challenge_invalid";
      if (over) props.onBack(error);
      throw error;
    }
  });
  const other = () => {
    setTyped(method() === "totp" ? "recovery" : "totp");
    setCode("");
    submit.clear();
    field?.focus();
  };

  return (
    <EntryLayout
      title={words().title}
      lead={words().lead}
      foot={<TextButton onClick={() => props.onBack()}>{words().again}</TextButton>}
    >
      <EntryForm
        submit={submit}
        label={words().submit}
        kbd="↵"
        onRefused={() => {
          field?.focus();
          field?.select();
        }}
      >
        <CodeField
          kind={method()}
          value={code()}
          onInput={(value) => {
            setCode(value);
            submit.clear();
          }}
          onComplete={() => void submit.run()}
          ref={(element) => (field = element)}
        />
        <Show when={has("totp") && has("recovery")}>
          <TextButton class="self-start" onClick={other}>
            {method() === "totp" ? words().useRecovery : words().useApp}
          </TextButton>
        </Show>
      </EntryForm>
      <Show when={has("passkey")}>
        <div class="mt-5">
          <PasskeyButton
            label={words().usePasskey}
            invitation={props.invitation}
            onEnter={props.onEnter}
          />
        </div>
      </Show>
    </EntryLayout>
  );
}
