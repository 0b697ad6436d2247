import { useNavigate } from "@solidjs/router";
import { createSignal, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { AccountFields, type Account } from "./account-fields.tsx";
import { EntryForm } from "./entry-form.tsx";

/** Accepts an invitation with a new account or the one that the person has. */
export function InvitationForm(props: {
  token: string;
  /** The address that it is for, where the visitor has shown to be behind it. */
  email?: string | undefined;
  /** The same as anyone may see it. */
  reservedFor?: string | undefined;
  organization: string;
}) {
  const t = useTexts();
  const speech = useLocale();
  const navigate = useNavigate();
  const [kind, setKind] = createSignal<"new" | "existing">("new");
  const email = untrack(() => props.email ?? "");
  const [account, setAccount] = createStore<Account>({ name: "", email, password: "" });

  const submit = createSubmit(async () => {
    const { name, ...typed } = account;
    const own = { token: props.token, ...typed };
    const grant = await api("post /auth/invitations/accept", {
      body:
        kind() === "new"
          ? { account: "new", ...own, name, language: speech.language() }
          : { account: "existing", ...own },
      quiet: true,
    });
    await speech.setLanguage(grant.person.language);
    session.enter(grant);
    navigate("/", { replace: true });
  });
  return (
    <EntryForm submit={submit} label={t().identity.invitation.join}>
      <SegmentedControl
        label={t().identity.invitation.who}
        options={[
          { value: "new", label: t().identity.invitation.newPerson },
          { value: "existing", label: t().identity.invitation.existing },
        ]}
        value={kind()}
        onChange={setKind}
        class="self-start"
      />
      <AccountFields
        account={account}
        onChange={setAccount}
        submit={submit}
        existing={kind() === "existing"}
        emailLabel={t().identity.signIn.email}
        emailHint={props.reservedFor && t().identity.invitation.only(props.reservedFor)}
        organization={props.organization}
      />
    </EntryForm>
  );
}
