import IconInfo from "~icons/lucide/info";
import { useNavigate } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import type { z } from "zod";
import type { InvitationPreview } from "#domain/members/model.ts";
import { api, forgetBookmark } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { switchOrganization } from "#web/lib/switch-organization.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { FormProblem } from "./form-problem.tsx";

const person = () => session.me()?.person;
const here = () => session.me()?.organization;

/**
 * An invitation before somebody who is signed in: join in one click, come back with the address that it is reserved
 * for, or go in, being a member already. Another account is always a way.
 */
export function InvitationStanding(props: {
  token: string;
  invitation: z.output<typeof InvitationPreview>;
}) {
  const t = useTexts();
  const navigate = useNavigate();
  const words = () => t().identity.invitation;

  const join = createSubmit(async () => {
    const grant = await api("post /auth/invitations/join", {
      body: { token: props.token },
      quiet: true,
    });
    forgetBookmark();
    session.enter(grant);
    navigate("/", { replace: true });
  });
  const goIn = createSubmit(async () => {
    const { organizationId } = props.invitation;
    if (organizationId && organizationId !== here()?.id) await switchOrganization(organizationId);
    navigate("/", { replace: true });
  });
  const problem = () => join.problem() ?? goIn.problem();
  const other = () => (
    <Button kind="ghost" size="lg" onClick={() => void session.signOut()}>
      {words().otherAccount}
    </Button>
  );
  return (
    <div class="flex flex-col gap-3">
      <Switch>
        <Match when={props.invitation.standing === "member"}>
          <Button kind="primary" size="lg" loading={goIn.pending()} onClick={() => void goIn.run()}>
            {words().open(props.invitation.organization)}
          </Button>
        </Match>
        <Match when={props.invitation.standing === "reserved"}>
          <p role="status" class="flex gap-2 rounded-2 bg-warn-soft px-3 py-2 text-warn">
            <Icon of={IconInfo} class="mt-0.5" />
            <span class="min-w-0 break-words">
              {words().otherAddress(props.invitation.reservedFor ?? "", person()?.email ?? "")}
            </span>
          </p>
          <Button kind="primary" size="lg" onClick={() => void session.signOut()}>
            {words().otherAccount}
          </Button>
          <Show when={here()}>
            {(organization) => (
              <Button kind="ghost" size="lg" onClick={() => navigate("/")}>
                {words().stay(organization().name)}
              </Button>
            )}
          </Show>
        </Match>
        <Match when={props.invitation.standing === "open"}>
          <p class="break-words text-ink-2">{words().signedInAs(person()?.email ?? "")}</p>
          <Button kind="primary" size="lg" loading={join.pending()} onClick={() => void join.run()}>
            {words().joinAs(person()?.name ?? "")}
          </Button>
          {other()}
        </Match>
      </Switch>
      <FormProblem problem={problem()} />
    </div>
  );
}
