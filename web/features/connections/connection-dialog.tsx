import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import type { Connection, ConnectionTest } from "#domain/connections/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { addressOf, inputOf, lacking, PORTS, typedOf, type Typed } from "./connection-fields.ts";
import { TestResult } from "./test-result.tsx";

/** How a database is reached. What is typed can be tried before it is kept. */
export function ConnectionDialog(props: { connection?: Connection; onClose: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const queries = useQueryClient();
  const words = () => t().connections.form;
  // The dialog is opened anew for each connection, so what it starts from is read once.
  const start = untrack(() => props.connection);
  const [typed, setTyped] = createStore<Typed>(typedOf(start));
  const [tried, setTried] = createSignal(false);
  const [test, setTest] = createSignal<ConnectionTest>();
  const set = <K extends keyof Typed>(field: K, value: Typed[K]) => {
    setTyped(field as "name", value as string);
    setTest(undefined);
  };

  /** An address as hosters give it fills the other fields, too. */
  const setHost = (value: string) => {
    const parts = start ? undefined : addressOf(value);
    if (parts === undefined) return set("host", value);
    setTyped(parts);
    setTest(undefined);
  };

  const stored = () => start !== undefined && typed.password === "";
  const trying = createSubmit(async () => {
    const kept =
      start && stored() && JSON.stringify({ ...typed }) === JSON.stringify(typedOf(start));
    const found = kept
      ? api("post /connections/{id}/test", { params: { id: start.id }, quiet: true })
      : api("post /connections/test", { body: inputOf(typed), quiet: true });
    setTest(await found);
  });
  const save = createSubmit(async () => {
    const { kind: _kind, password, ...changes } = inputOf(typed);
    if (start) {
      const body = {
        version: start.version,
        changes: { ...changes, ...(password === "" ? {} : { password }) },
      };
      await api("patch /connections/{id}", { params: { id: start.id }, body });
    } else await api("post /connections", { body: inputOf(typed) });
    await queries.invalidateQueries({ queryKey: ["connections"] });
  });
  const isOf = (code: string) => {
    const problem = save.problem();
    return problem instanceof ApiProblem && problem.code === code ? say(problem) : undefined;
  };
  const refusedHost = () => isOf("connection.host_refused");
  const askedPassword = () => isOf("connection.password_needed");
  const missing = (field: keyof Typed) =>
    tried() && lacking(typed).includes(field)
      ? field === "port"
        ? words().portAsked
        : words().asked
      : undefined;
  const ready = () => {
    setTried(true);
    return lacking(typed).length === 0;
  };
  const send = async () => {
    if (ready() && (await save.run())) props.onClose();
  };
  const text = (field: "name" | "host" | "database" | "user", more: object = {}) => (
    <TextField
      label={words()[field]}
      required
      autocomplete="off"
      spellcheck={false}
      maxlength={field === "host" ? 253 : 64}
      value={typed[field]}
      onInput={(value) => set(field, value)}
      error={missing(field)}
      {...more}
    />
  );
  return (
    <FormDialog
      title={start ? words().edit(start.name) : words().create}
      submit={start ? words().save : words().confirm}
      pending={save.pending()}
      onClose={() => props.onClose()}
      onSubmit={() => void send()}
    >
      {text("name", { maxlength: 80 })}
      <Show when={!start}>
        <Select
          label={words().kind}
          options={(["postgres", "mysql"] as const).map((value) => ({
            value,
            label: t().connections.kinds[value],
          }))}
          value={typed.kind}
          onChange={(kind) => {
            if (typed.port === PORTS[typed.kind]) set("port", PORTS[kind]);
            set("kind", kind);
          }}
        />
      </Show>
      <div class="grid grid-cols-[1fr_7rem] gap-3">
        {text("host", {
          hint: words().hostHint,
          error: missing("host") ?? refusedHost(),
          maxlength: undefined,
          onInput: setHost,
        })}
        <TextField
          label={words().port}
          required
          inputmode="numeric"
          autocomplete="off"
          value={typed.port}
          onInput={(value) => set("port", value)}
          error={missing("port")}
        />
      </div>
      {text("database")}
      {text("user", { hint: words().userHint })}
      <PasswordField
        label={words().password}
        autocomplete="new-password"
        hint={start ? words().kept : undefined}
        value={typed.password}
        onInput={(value) => set("password", value)}
        error={askedPassword()}
      />
      <Select
        label={words().tls}
        options={(["verified", "off"] as const).map((value) => ({
          value,
          label: words().tlsModes[value],
        }))}
        value={typed.tls}
        onChange={(tls) => set("tls", tls)}
      />
      <Show when={typed.writerAccepted || (test()?.writes.length ?? 0) > 0}>
        <Checkbox
          label={words().writer}
          hint={words().writerHint}
          checked={typed.writerAccepted}
          onChange={(accepted) => setTyped("writerAccepted", accepted)}
        />
      </Show>
      <div class="flex flex-col items-start gap-2">
        <Button
          loading={trying.pending()}
          onClick={() => {
            if (ready()) void trying.run();
          }}
        >
          {words().test}
        </Button>
        <Show when={test()}>{(found) => <TestResult test={found()} />}</Show>
        <FormProblem problem={trying.problem()} />
      </div>
      <FormProblem problem={refusedHost() || askedPassword() ? undefined : save.problem()} />
    </FormDialog>
  );
}
