import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Permission } from "#domain/permissions.ts";
import type { NewToken } from "#domain/tokens/model.ts";
import { readsOnly, TOKEN_KEYS } from "#domain/tokens/rules.ts";
import { useFieldRules } from "#web/features/identity/field-rules.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { focusInvalid } from "#web/ui/focus-invalid.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { KeyPicker } from "./key-picker.tsx";
import { endOf, type Life } from "./life.ts";
import { LifeField } from "./life-field.tsx";
import { ReadyDialog } from "./ready-dialog.tsx";

/** What a new token is made of. */
interface Wanted {
  name: string;
  permissions: Permission[];
  expiresAt: string;
}

/** Makes a token out of rights that its maker may give, then shows it, once. */
export function TokenDialog(props: {
  title: string;
  offered: readonly Permission[];
  make: (wanted: Wanted) => Promise<NewToken>;
  onClose: () => void;
}) {
  const t = useTexts();
  const say = useProblemText();
  const queries = useQueryClient();
  const words = () => t().tokens.dialog;
  const [name, setName] = createSignal("");
  const [life, setLife] = createSignal<Life>("90");
  const [lastDay, setLastDay] = createSignal<string>();
  const [chosen, setChosen] = createSignal<ReadonlySet<Permission>>(
    // The dialog is opened anew each time, so what it starts from is read once.
    // oxlint-disable-next-line solid/reactivity
    new Set(props.offered.filter(readsOnly)),
  );
  const [made, setMade] = createSignal<NewToken>();
  const end = () => endOf(life(), lastDay(), Date.now());
  const ready = () => name().trim() !== "" && chosen().size > 0 && end() !== undefined;

  const submit = createSubmit(async () => {
    const permissions = TOKEN_KEYS.filter((key) => chosen().has(key));
    setMade(await props.make({ name: name(), permissions, expiresAt: end() ?? "" }));
    void queries.invalidateQueries({ queryKey: ["tokens"] });
  });
  const rule = useFieldRules(submit.problem);
  const tooFar = () => {
    const problem = submit.problem();
    return problem instanceof ApiProblem && problem.code === "token.expiry_invalid"
      ? say(problem)
      : undefined;
  };
  const send = async (form: HTMLFormElement) => {
    if (!(await submit.run())) focusInvalid(form);
  };

  return (
    <Show
      when={made()}
      fallback={
        <FormDialog
          title={props.title}
          description={words().about}
          submit={words().create}
          pending={submit.pending()}
          ready={ready()}
          onClose={() => props.onClose()}
          onSubmit={(form) => void send(form)}
        >
          <TextField
            label={words().name}
            hint={words().nameHint}
            required
            maxlength={80}
            autocomplete="off"
            value={name()}
            onInput={setName}
            error={rule("name")}
          />
          <LifeField
            life={life()}
            lastDay={lastDay()}
            onLife={setLife}
            onLastDay={setLastDay}
            error={tooFar()}
          />
          <KeyPicker offered={props.offered} chosen={chosen()} onChange={setChosen} />
          <FormProblem problem={tooFar() === undefined ? submit.problem() : undefined} />
        </FormDialog>
      }
    >
      {(token) => <ReadyDialog token={token()} onClose={() => props.onClose()} />}
    </Show>
  );
}
