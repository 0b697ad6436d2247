import { createSignal, Match, Show, Switch, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import type { FactorAsked } from "#domain/factors/model.ts";
import type { SignedIn } from "#domain/identity/model.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { AccountFields, type Account } from "./account-fields.tsx";
import { EntryForm } from "./entry-form.tsx";
import { InvitationMail } from "./invitation-mail.tsx";

/**
 * Accepts an invitation with a new account or the one that the person has. A link that came by mail says which of them its
 * address has; any other link asks, and a new account goes on by mail first.
 */
export function InvitationForm(props: {
  token: string;
  /** The address that the link has proven. */
  email?: string | undefined;
  /** Whether that has an account; nothing where no address is proven. */
  account?: "new" | "existing" | undefined;
  /** The only address that may accept, as this visitor may see it. */
  reservedFor?: string | undefined;
  organization: string;
  onEnter: (grant: SignedIn) => Promise<unknown>;
  /** The account asks for its second factor; the invitation is still to be accepted. */
  onFactor: (asked: FactorAsked["secondFactor"]) => void;
}) {
  const t = useTexts();
  const speech = useLocale();
  const [typed, setTyped] = createSignal<"new" | "existing">("new");
  const kind = () => props.account ?? typed();
  const proven = untrack(() => props.email);
  const [account, setAccount] = createStore<Account>({
    name: "",
    email: proven ?? "",
    password: "",
  });

  const submit = createSubmit(async () => {
    const { name, email, password } = account;
    const { token } = props;
    if (kind() === "new") {
      const body = { account: "new", token, name, password, language: speech.language() } as const;
      return props.onEnter(await api("post /auth/invitations/accept", { body, quiet: true }));
    }
    const own = { email, password };
    try {
      const body = { account: "existing", token, ...own } as const;
      return await props.onEnter(await api("post /auth/invitations/accept", { body, quiet: true }));
    } catch (error) {
      const factor = error instanceof ApiProblem && error.code === "auth.second_factor_required";
      if (!factor) throw error;
      const asked = await api("post /auth/sign-in", { body: own, quiet: true });
      return "secondFactor" in asked ? props.onFactor(asked.secondFactor) : props.onEnter(asked);
    }
  });
  const hint = () => {
    if (props.account === "existing") return t().registering.invitation.existing(account.email);
    if (proven) return t().registering.proven;
    return props.reservedFor && t().identity.invitation.only(props.reservedFor);
  };
  return (
    <div class="flex flex-col gap-5">
      <Show when={!props.account}>
        <SegmentedControl
          label={t().identity.invitation.who}
          options={[
            { value: "new", label: t().identity.invitation.newPerson },
            { value: "existing", label: t().identity.invitation.existing },
          ]}
          value={typed()}
          onChange={setTyped}
          class="self-start"
        />
      </Show>
      <Switch>
        <Match when={!proven && kind() === "new"}>
          <InvitationMail
            token={props.token}
            email={account.email}
            onEmail={(email) => setAccount({ email })}
            hint={hint()}
          />
        </Match>
        <Match when>
          <EntryForm submit={submit} label={t().identity.invitation.join}>
            <AccountFields
              account={account}
              onChange={setAccount}
              submit={submit}
              existing={kind() === "existing"}
              proven={Boolean(proven)}
              emailLabel={t().identity.signIn.email}
              emailHint={hint()}
              organization={props.organization}
            />
          </EntryForm>
        </Match>
      </Switch>
    </div>
  );
}
