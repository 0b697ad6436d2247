import { createSignal } from "solid-js";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { makePasskey } from "./passkey-browser.ts";

/** Names a new passkey and has the browser make it. Declined there, the dialog stays as it is. */
export function PasskeyDialog(props: {
  onClose: () => void;
  onAdded: (recoveryCodes: string[] | null) => void;
}) {
  const t = useTexts();
  const words = () => t().factors.passkeys;
  const [name, setName] = createSignal(words().usualName);
  const submit = createSubmit(async () => {
    const passkey = await makePasskey(await api("post /auth/passkeys/options", { quiet: true }));
    if (!passkey) return;
    const body = { name: name(), passkey };
    const { recoveryCodes } = await api("post /auth/passkeys", { body, quiet: true });
    props.onAdded(recoveryCodes);
  });
  return (
    <FormDialog
      width="sm"
      title={words().dialog}
      description={words().about}
      submit={words().create}
      pending={submit.pending()}
      ready={name().trim() !== ""}
      onClose={() => props.onClose()}
      onSubmit={() => void submit.run()}
    >
      <TextField
        label={words().name}
        hint={words().nameHint}
        name="passkey-name"
        maxlength={80}
        required
        value={name()}
        onInput={setName}
      />
      <FormProblem problem={submit.problem()} />
    </FormDialog>
  );
}
