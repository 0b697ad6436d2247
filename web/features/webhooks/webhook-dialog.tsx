import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show, untrack } from "solid-js";
import type { Webhook, WebhookInput } from "#domain/webhooks/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { TypePicker } from "./type-picker.tsx";
import { nameOf } from "./words.ts";

type Types = WebhookInput["types"];

/** Where a webhook sends, what, and how it is called. A new one shows its secret when it is made. */
export function WebhookDialog(props: { webhook?: Webhook; onClose: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const queries = useQueryClient();
  const words = () => t().webhooks.form;
  // The dialog is opened anew for each webhook, so what it starts from is read once.
  const start = untrack(() => props.webhook);
  const [url, setUrl] = createSignal(start?.url ?? "");
  const [description, setDescription] = createSignal(start?.description ?? "");
  const [types, setTypes] = createSignal<readonly string[]>(start?.types ?? []);
  const [tried, setTried] = createSignal(false);
  const [made, setMade] = createSignal<Webhook>();

  /** What differs. Saved as they are, types are sent again where some are missing: whoever saves may hold their keys. */
  const changes = (was: Webhook) => ({
    ...(url() === was.url ? {} : { url: url() }),
    ...(description() === was.description ? {} : { description: description() }),
    ...(types().join() === was.types.join() && was.missing.length === 0
      ? {}
      : { types: types() as Types }),
  });
  const save = createSubmit(async () => {
    if (start) {
      const body = { version: start.version, changes: changes(start) };
      await api("patch /webhooks/{id}", { params: { id: start.id }, body });
    } else {
      const body = { url: url(), description: description(), types: types() as Types };
      setMade(await api("post /webhooks", { body }));
    }
    await queries.invalidateQueries({ queryKey: ["webhooks"] });
  });
  const refused = () => {
    const problem = save.problem();
    return problem instanceof ApiProblem && problem.code === "webhook.url_refused";
  };
  const lacking = () => {
    const problem = save.problem();
    const right = problem instanceof ApiProblem ? problem.params["permission"] : undefined;
    const rights: Readonly<Record<string, string>> = t().identity.rights;
    return typeof right === "string" ? words().lacking(rights[right] ?? right) : undefined;
  };
  const urlError = () => {
    if (tried() && url().trim() === "") return words().urlAsked;
    return refused() ? say(save.problem()) : undefined;
  };
  const typesError = () => (tried() && types().length === 0 ? words().typesAsked : lacking());
  const send = async () => {
    setTried(true);
    if (url().trim() === "" || types().length === 0) return;
    if ((await save.run()) && start) props.onClose();
  };
  return (
    <Show
      when={made()}
      fallback={
        <FormDialog
          title={start ? words().edit(nameOf(start)) : words().create}
          submit={start ? words().save : words().confirm}
          pending={save.pending()}
          onClose={() => props.onClose()}
          onSubmit={() => void send()}
        >
          <TextField
            label={words().url}
            hint={words().urlHint}
            required
            type="url"
            inputmode="url"
            autocomplete="off"
            spellcheck={false}
            maxlength={2048}
            placeholder="https://"
            value={url()}
            onInput={(value) => {
              setUrl(value);
              if (refused()) save.clear();
            }}
            error={urlError()}
          />
          <TextField
            label={words().description}
            hint={words().descriptionHint}
            maxlength={80}
            autocomplete="off"
            value={description()}
            onInput={setDescription}
          />
          <TypePicker
            types={types()}
            onChange={(chosen) => {
              setTypes(chosen);
              if (lacking()) save.clear();
            }}
            error={typesError()}
          />
          <FormProblem problem={refused() || lacking() ? undefined : save.problem()} />
        </FormDialog>
      }
    >
      {(webhook) => <SecretDialog webhook={webhook()} fresh onClose={() => props.onClose()} />}
    </Show>
  );
}
