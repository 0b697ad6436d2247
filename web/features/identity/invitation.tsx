import { useNavigate } from "@solidjs/router";
import { createResource, Match, Show, Switch } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { InvitationForm } from "./invitation-form.tsx";
import { useRoleName } from "./role-name.ts";
import { takeToken } from "./take-token.ts";

/** Whoever holds an invitation's link: sees what it invites to, and accepts with a new or an existing account. */
export function InvitationPage() {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const roleName = useRoleName();
  const navigate = useNavigate();
  const token = takeToken();
  const [preview] = createResource(
    () => token,
    (given) =>
      api("post /auth/invitations/preview", { body: { token: given }, quiet: true }).then(
        (invitation) => ({ invitation, problem: undefined }),
        (problem: unknown) => ({ invitation: undefined, problem }),
      ),
  );
  const invitation = () => preview.latest?.invitation;
  const problem = () => (token ? preview.latest?.problem : undefined);
  const title = () => {
    const known = invitation();
    if (known) return t().identity.invitation.title(known.organization);
    return problem() || !token ? t().identity.invitation.invalid : t().identity.invitation.loading;
  };

  return (
    <EntryLayout
      title={title()}
      lead={
        <Switch>
          <Match when={invitation()}>
            {(known) => (
              <>
                {t().identity.invitation.from(known().invitedBy, roleName(known().role))}{" "}
                {t().identity.invitation.until(f().moment(known().expiresAt))}
              </>
            )}
          </Match>
          <Match when={!token}>{t().identity.link.missing}</Match>
          <Match when={problem()}>{say(problem())}</Match>
        </Switch>
      }
    >
      <Show
        when={invitation()}
        fallback={
          <Show
            when={problem() ?? !token}
            fallback={<ProgressBar label={t().identity.invitation.loading} />}
          >
            <Button kind="primary" size="lg" class="w-full" onClick={() => navigate("/sign-in")}>
              {t().identity.signIn.submit}
            </Button>
          </Show>
        }
      >
        {(known) => (
          <InvitationForm
            token={token ?? ""}
            email={known().email ?? undefined}
            organization={known().organization}
          />
        )}
      </Show>
    </EntryLayout>
  );
}
