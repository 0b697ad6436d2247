import { createSignal, Match, Switch } from "solid-js";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createResource } from "#web/lib/resource.ts";
import { Button } from "#web/ui/button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { AskRegistration } from "./ask-registration.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { focusNew } from "./focus-new.ts";
import { RegisterForm } from "./register-form.tsx";
import { RegisterKnown } from "./register-known.tsx";
import { SignInFoot } from "./sign-in-foot.tsx";
import { takeToken } from "./take-token.ts";

/**
 * Starts an organization: asks for the address, or goes on by the link that was mailed there, for a new account or for one that
 * the address has already.
 */
export function Register() {
  const t = useTexts();
  const say = useProblemText();
  const cut = location.hash.length > 1;
  const token = takeToken();
  const [asking, setAsking] = createSignal(!cut && token === undefined);
  const [view, { refetch }] = createResource(
    () => !asking() && token,
    (own) =>
      api("post /auth/register/view", { body: { token: own }, quiet: true }).then(
        (found) => ({ ...found, token: own, problem: undefined }),
        (problem: unknown) => ({ account: undefined, email: "", token: own, problem }),
      ),
  );
  const over = () => {
    const problem = view.latest?.problem;
    return !token || (problem instanceof ApiProblem && problem.code === "auth.link_invalid");
  };
  const found = (account: "new" | "existing") => {
    const one = view.latest;
    return one?.account === account ? one : undefined;
  };
  const words = () => t().registering;

  return (
    <Switch
      fallback={
        <EntryLayout title={words().ask.title} lead={words().reading}>
          <ProgressBar label={words().reading} />
        </EntryLayout>
      }
    >
      <Match when={asking()}>
        <AskRegistration />
      </Match>
      <Match when={found("new")}>
        {(one) => (
          <RegisterForm token={one().token} email={one().email} onOver={() => void refetch()} />
        )}
      </Match>
      <Match when={found("existing")}>
        {(one) => <RegisterKnown token={one().token} email={one().email} />}
      </Match>
      <Match when={over()}>
        <EntryLayout
          title={words().over.title}
          lead={<span role="status">{words().over.lead}</span>}
          foot={<SignInFoot />}
        >
          <Button
            ref={focusNew}
            kind="primary"
            size="lg"
            class="w-full"
            onClick={() => setAsking(true)}
          >
            {words().over.again}
          </Button>
        </EntryLayout>
      </Match>
      <Match when={view.latest?.problem}>
        {(problem) => (
          <EntryLayout
            title={words().ask.title}
            lead={<span role="alert">{say(problem())}</span>}
            foot={<SignInFoot />}
          >
            <Button
              ref={focusNew}
              kind="primary"
              size="lg"
              class="w-full"
              onClick={() => void refetch()}
            >
              {t().ui.retry}
            </Button>
          </EntryLayout>
        )}
      </Match>
    </Switch>
  );
}
