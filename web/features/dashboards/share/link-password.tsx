import { createSignal, Show } from "solid-js";
import { LINK_PASSWORD, type LinkView } from "#domain/dashboards/share/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Gives a public link a password, another one, or none. */
export function LinkPassword(props: {
  link: LinkView;
  onSaved: (link: LinkView) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const toasts = useToasts();
  const words = () => t().dashboardShare.links.password;
  const [typed, setTyped] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const short = () => typed().length < LINK_PASSWORD.min;
  const put = createSubmit(async (password: string | null) => {
    const params = { id: props.link.id };
    props.onSaved(await api("put /dashboard-links/{id}/password", { params, body: { password } }));
    toasts.show({ text: password === null ? words().removed : words().set, tone: "ok" });
    props.onClose();
  });
  return (
    <FormDialog
      title={props.link.passwordSetAt === null ? words().add : words().change}
      width="sm"
      submit={words().save}
      pending={put.pending()}
      onClose={() => props.onClose()}
      onSubmit={() => {
        setTried(true);
        if (!short()) void put.run(typed());
      }}
    >
      <FormProblem problem={put.problem()} />
      <PasswordField
        label={words().field}
        autocomplete="new-password"
        maxLength={LINK_PASSWORD.max}
        hint={words().hint(LINK_PASSWORD.min)}
        error={tried() && short() ? words().short(LINK_PASSWORD.min) : undefined}
        value={typed()}
        onInput={setTyped}
      />
      <Show when={props.link.passwordSetAt !== null}>
        <TextButton class="self-start" onClick={() => void put.run(null)}>
          {words().remove}
        </TextButton>
      </Show>
    </FormDialog>
  );
}
