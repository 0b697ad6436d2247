import { useLocation, useNavigate } from "@solidjs/router";
import { createSignal, Show, untrack } from "solid-js";
import type { EmailConfirmed } from "#domain/identity/model.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { EntryForm } from "./entry-form.tsx";
import { EntryLayout } from "./entry-layout.tsx";
import { askWhoIAm } from "./ask-who-i-am.ts";
import { focusNew } from "./focus-new.ts";
import { takeToken } from "./take-token.ts";

type Confirmed = (typeof EmailConfirmed)["_output"];
const WORDS = { "/confirm": "confirm", "/restore": "restore" } as const;

/**
 * Where the links of mails about an address lead. A button does what the link stands for: programs that open links on
 * their way to the mailbox press none.
 */
export function ConfirmEmail() {
  const t = useTexts();
  const navigate = useNavigate();
  const location = useLocation();
  const kind = untrack(() => WORDS[location.pathname as keyof typeof WORDS] ?? "verify");
  const token = takeToken();
  const [done, setDone] = createSignal<Confirmed>();
  const words = () => t().account.confirm;

  const submit = createSubmit(async () => {
    setDone(await api("post /auth/email/confirm", { body: { token: token ?? "" }, quiet: true }));
    if (session.me() && kind === "restore") session.leave();
    else await askWhoIAm();
  });
  const invalid = () => {
    const problem = submit.problem();
    return !token || (problem instanceof ApiProblem && problem.code === "auth.link_invalid");
  };
  const head = () => {
    const found = done();
    if (found) return { ...words()[found.done], lead: words()[found.done].lead(found.email) };
    if (!invalid()) return words()[kind];
    if (token) return { title: words().invalidTitle, lead: words().invalidLead };
    return { title: t().identity.link.missingTitle, lead: t().identity.link.missing };
  };

  return (
    <EntryLayout title={head().title} lead={<span role="status">{head().lead}</span>}>
      <Show
        when={!done() && !invalid()}
        fallback={
          <Button
            ref={focusNew}
            kind="primary"
            size="lg"
            class="w-full"
            onClick={() => navigate(session.me() ? "/" : "/sign-in")}
          >
            {session.me() ? words().continue : t().account.reset.signIn}
          </Button>
        }
      >
        <EntryForm submit={submit} label={words()[kind].submit}>
          {null}
        </EntryForm>
      </Show>
    </EntryLayout>
  );
}
