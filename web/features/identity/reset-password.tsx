import { useNavigate } from "@solidjs/router";
import { createSignal, Match, Switch } from "solid-js";
import { ApiProblem, type ProblemCode } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { useFieldRules } from "./field-rules.ts";
import { focusNew } from "./focus-new.ts";
import { NewPassword } from "./new-password.tsx";
import { takeToken } from "./take-token.ts";

/** Chooses a new password by the link of a mail. Signing in comes after it, with whatever else that asks for. */
export function ResetPassword() {
  const t = useTexts();
  const navigate = useNavigate();
  const token = takeToken();
  const [password, setPassword] = createSignal("");
  const [done, setDone] = createSignal(false);
  const words = () => t().account.reset;

  const submit = createSubmit(async () => {
    const body = { token: token ?? "", password: password() };
    await api("post /auth/password/reset", { body, quiet: true });
    setDone(true);
    // Every session is over, also the one that this browser may have.
    if (session.me()) session.leave();
  });
  const rule = useFieldRules(submit.problem);
  const is = (code: ProblemCode) => {
    const problem = submit.problem();
    return problem instanceof ApiProblem && problem.code === code;
  };
  const invalid = () => !token || is("auth.link_invalid");
  const state = () => (done() ? "done" : invalid() ? "invalid" : "open");
  const heads = () => {
    const { title, lead, doneTitle, doneLead, invalidTitle, invalidLead } = words();
    if (!token) return { title: t().identity.link.missingTitle, lead: t().identity.link.missing };
    return {
      open: { title, lead },
      done: { title: doneTitle, lead: doneLead },
      invalid: { title: invalidTitle, lead: invalidLead },
    }[state()];
  };

  return (
    <EntryLayout title={heads().title} lead={<span role="status">{heads().lead}</span>}>
      <Switch>
        <Match when={state() === "open"}>
          <EntryForm submit={submit} label={words().submit}>
            <NewPassword
              label={words().password}
              value={password()}
              onInput={(value) => {
                setPassword(value);
                submit.clear();
              }}
              context={[]}
              refused={is("auth.password_weak")}
              error={rule("password") && t().identity.password.advice.length}
            />
          </EntryForm>
        </Match>
        <Match when={state() === "done"}>
          <Button
            ref={focusNew}
            kind="primary"
            size="lg"
            class="w-full"
            onClick={() => navigate("/sign-in")}
          >
            {words().signIn}
          </Button>
        </Match>
        <Match when={state() === "invalid"}>
          <Button
            ref={focusNew}
            kind="primary"
            size="lg"
            class="w-full"
            onClick={() => navigate("/forgot")}
          >
            {words().again}
          </Button>
        </Match>
      </Switch>
    </EntryLayout>
  );
}
