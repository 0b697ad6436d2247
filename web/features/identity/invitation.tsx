import { useNavigate } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { FactorAsked } from "#domain/factors/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import type { InvitationPreview } from "#domain/members/model.ts";
import type { z } from "zod";
import { CodeStep } from "#web/features/factors/code-step.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createResource } from "#web/lib/resource.ts";
import { session } from "#web/lib/session.ts";
import { buttonClass } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { ProgressBar } from "#web/ui/progress.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { FormProblem } from "./form-problem.tsx";
import { InvitationForm } from "./invitation-form.tsx";
import { InvitationStanding } from "./invitation-standing.tsx";
import { useRoleName } from "./role-name.ts";
import { takeToken } from "./take-token.ts";

type Preview = z.output<typeof InvitationPreview>;

/** Asks what the invitation means for who is signed in here, or for anybody. Waits until that is known. */
function readPreview(token: string | undefined) {
  const visitor = () => {
    const status = session.status();
    if (!token || status === "unknown") return undefined;
    return status === "signed-out" ? "anyone" : (session.me()?.person.id ?? "anyone");
  };
  const [preview] = createResource(visitor, (who) => {
    const options = { body: { token: token ?? "" }, quiet: true };
    const asked: Promise<Preview> =
      who === "anyone"
        ? api("post /auth/invitations/preview", options)
        : api("post /auth/invitations/view", options);
    return asked.then(
      (invitation) => ({ invitation, problem: undefined, who }),
      (problem: unknown) => ({ invitation: undefined, problem, who }),
    );
  });
  return preview;
}

/** Whoever holds an invitation's link: sees what it invites to, and accepts as who they are or with another account. */
export function InvitationPage() {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const roleName = useRoleName();
  const token = takeToken();
  const preview = readPreview(token);
  const speech = useLocale();
  const navigate = useNavigate();
  const [asked, setAsked] = createSignal<FactorAsked["secondFactor"]>();
  const [refused, setRefused] = createSignal<unknown>();
  const words = () => t().identity.invitation;
  const enter = async (grant: SignedIn) => {
    await speech.setLanguage(grant.person.language);
    session.enter(grant);
    navigate("/", { replace: true });
  };
  const invitation = () => preview.latest?.invitation;
  const problem = () => (token ? preview.latest?.problem : undefined);
  const known = () => invitation() !== undefined && preview.latest?.who !== "anyone";
  const inside = () => known() && invitation()?.standing === "member";
  const title = () => {
    const { organization } = invitation() ?? {};
    if (organization && inside()) return words().inside(organization);
    if (organization) return words().title(organization);
    if (!token) return t().identity.link.missingTitle;
    return problem() ? words().invalid : words().loading;
  };

  const page = () => (
    <EntryLayout
      title={title()}
      lead={
        <Switch>
          <Match when={inside()}>{words().insideLead}</Match>
          <Match when={invitation()}>
            {(shown) => (
              <>
                {words().from(shown().invitedBy, roleName(shown().role))}{" "}
                {words().until(f().moment(shown().expiresAt))}
              </>
            )}
          </Match>
          <Match when={!token}>{t().identity.link.missing}</Match>
          <Match when={problem()}>{say(problem())}</Match>
        </Switch>
      }
    >
      <Switch fallback={<ProgressBar label={words().loading} />}>
        <Match when={known() && invitation()}>
          {(shown) => <InvitationStanding token={token ?? ""} invitation={shown()} />}
        </Match>
        <Match when={invitation()}>
          {(shown) => (
            <>
              <FormProblem problem={refused()} />
              <InvitationForm
                token={token ?? ""}
                email={shown().email ?? undefined}
                account={shown().account ?? undefined}
                reservedFor={shown().reservedFor ?? undefined}
                organization={shown().organization}
                onEnter={enter}
                onFactor={setAsked}
              />
            </>
          )}
        </Match>
        <Match when={problem() ?? !token}>
          <Show
            when={session.me()}
            fallback={
              <a href="/sign-in" class={cx(buttonClass("primary", "lg"), "w-full")}>
                {t().identity.signIn.submit}
              </a>
            }
          >
            {(me) => (
              <a href="/" class={cx(buttonClass("primary", "lg"), "w-full")}>
                {words().open(me().organization.name)}
              </a>
            )}
          </Show>
        </Match>
      </Switch>
    </EntryLayout>
  );
  return (
    <Show when={asked()} fallback={page()}>
      {(one) => (
        <CodeStep
          asked={one()}
          invitation={token}
          onEnter={enter}
          onBack={(why) => {
            setAsked(undefined);
            setRefused(() => why);
          }}
        />
      )}
    </Show>
  );
}
