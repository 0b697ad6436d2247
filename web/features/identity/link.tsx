import { useNavigate } from "@solidjs/router";
import { createSignal, onMount, Show } from "solid-js";
import type { FactorAsked } from "#domain/factors/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import { CodeStep } from "#web/features/factors/code-step.tsx";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { isNowhere } from "./nowhere-problem.tsx";
import { takeToken } from "./take-token.ts";

/** Signs in with a single-use link. The token stands behind the #, so no server ever logs it. */
export function Link() {
  const t = useTexts();
  const say = useProblemText();
  const speech = useLocale();
  const navigate = useNavigate();
  const [problem, setProblem] = createSignal<string>();
  const [nowhere, setNowhere] = createSignal(false);
  const [title, setTitle] = createSignal(t().identity.link.title);
  const [asked, setAsked] = createSignal<FactorAsked["secondFactor"]>();
  const enter = async (grant: SignedIn) => {
    await speech.setLanguage(grant.person.language);
    session.enter(grant);
    return navigate("/", { replace: true });
  };

  onMount(() => {
    const token = takeToken();
    if (!token) {
      setTitle(t().identity.link.missingTitle);
      setProblem(t().identity.link.missing);
      return;
    }
    api("post /auth/link", { body: { token }, quiet: true }).then(
      async (grant) => {
        if ("secondFactor" in grant) return void setAsked(grant.secondFactor);
        return enter(grant);
      },
      (error: unknown) => {
        setNowhere(isNowhere(error));
        setProblem(isNowhere(error) ? t().identity.nowhere.body : say(error));
      },
    );
  });

  return (
    <Show
      when={asked()}
      fallback={
        <EntryLayout title={title()} lead={problem() ?? t().identity.link.working}>
          <Show when={problem()} fallback={<ProgressBar label={t().identity.link.working} />}>
            <Button
              kind="primary"
              size="lg"
              class="w-full"
              onClick={() => navigate(nowhere() ? "/register" : "/sign-in")}
            >
              {nowhere() ? t().identity.nowhere.create : t().identity.link.again}
            </Button>
          </Show>
        </EntryLayout>
      }
    >
      {(one) => <CodeStep asked={one()} onEnter={enter} onBack={() => navigate("/sign-in")} />}
    </Show>
  );
}
