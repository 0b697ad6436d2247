import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show, untrack } from "solid-js";
import type { Role } from "#domain/members/model.ts";
import { isFirstOffer } from "#domain/permissions.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { focusInvalid } from "#web/ui/focus-invalid.ts";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";
import { useRoleName } from "./role-name.ts";

/** What is written of an invitation: kept by the page, so that closing the form loses nothing. */
export function createInviteDraft() {
  const [email, setEmail] = createSignal("");
  const [chosen, setRole] = createSignal<string>();
  const clear = () => {
    setEmail("");
    setRole(undefined);
  };
  return { email, setEmail, chosen, setRole, clear };
}

/**
 * Makes an invitation and shows its link, once. The token stands behind the #, so no server logs it. What was typed stays when the
 * form is closed.
 */
export function InviteDialog(props: {
  kept: ReturnType<typeof createInviteDraft>;
  roles: readonly Role[];
  onClose: () => void;
}) {
  const t = useTexts();
  const roleName = useRoleName();
  const queries = useQueryClient();
  const words = () => t().identity.invitations;
  const { email, setEmail, chosen, setRole, clear } = untrack(() => props.kept);
  const [link, setLink] = createSignal<string>();
  const [made, setMade] = createSignal<string>();
  const mailed = () => made() ?? email().trim();
  // Whoever has not confirmed their own address invites by link.
  const byLinkOnly = session.me()?.person.emailVerified === false;
  const role = () =>
    (
      props.roles.find(({ id }) => id === chosen()) ??
      props.roles.find(isFirstOffer) ??
      props.roles[0]
    )?.id;

  const submit = createSubmit(async () => {
    const invitation = await api("post /invitations", {
      body: { email: mailed() || null, roleId: role() ?? "" },
    });
    setMade(mailed());
    clear();
    setLink(`${location.origin}/invitation#${invitation.token ?? ""}`);
    void queries.invalidateQueries({ queryKey: ["members", "invitations"] });
  });
  const rule = useFieldRules(submit.problem);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(await submit.run())) focusInvalid(form);
  };

  const readyLead = () => (mailed() ? t().account.invite.mailed(mailed()) : words().readyLead);

  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => !open && props.onClose()}
      title={link() ? (mailed() ? t().account.invite.ready : words().ready) : words().dialog}
      description={link() ? readyLead() : words().dialogLead}
      actions={
        <Show
          when={link()}
          fallback={
            <>
              <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
              <Button
                kind="primary"
                type="submit"
                form="invite"
                loading={submit.pending()}
                disabled={!role()}
              >
                {mailed() ? t().account.invite.send : words().create}
              </Button>
            </>
          }
        >
          <Button kind="primary" onClick={() => props.onClose()}>
            {words().done}
          </Button>
        </Show>
      }
    >
      <Show
        when={link()}
        fallback={
          <form
            id="invite"
            novalidate
            class="flex flex-col gap-4"
            onSubmit={(event) => void send(event)}
          >
            <TextField
              label={words().email}
              type="email"
              name="email"
              disabled={byLinkOnly}
              hint={byLinkOnly ? t().account.invite.unverified : words().emailHint}
              value={email()}
              onInput={setEmail}
              error={rule("email")}
            />
            <Select
              label={words().role}
              options={props.roles.map((item) => ({ value: item.id, label: roleName(item) }))}
              value={role()}
              onChange={setRole}
            />
            <FormProblem problem={submit.problem()} />
          </form>
        }
      >
        {(address) => (
          <TextField
            label={words().link}
            value={address()}
            readonly
            // The form that had the focus is gone: without this, neither Tab nor Esc would start here.
            ref={(field) => queueMicrotask(() => field.focus())}
            onFocus={(event) => event.currentTarget.select()}
            suffix={<CopyButton text={address()} label={words().copy} />}
          />
        )}
      </Show>
    </Dialog>
  );
}
