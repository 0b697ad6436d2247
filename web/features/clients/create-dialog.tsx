import { createSignal, Show, untrack } from "solid-js";
import type { ClientFields, ClientView } from "#domain/clients/model.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "#domain/clients/values.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { brokenRules, useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { focusInvalid, isInvalid } from "#web/ui/focus-invalid.ts";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import IconAlert from "~icons/lucide/octagon-alert";
import { readAmount } from "./amount.ts";
import { useClients } from "./context.ts";

/** What an address has at least; the server has the last word. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

type Draft = { [K in keyof ClientFields]?: ClientFields[K] };

/** The values of a field as options, with their names. */
function choices<V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) {
  return values.map((value) => ({ value, label: names[value] }));
}

/** What is written of a new client: kept by the page, so that closing the form loses nothing. */
export function createClientDraft() {
  const [draft, setDraft] = createSignal<Draft>({});
  const [amount, setAmount] = createSignal("");
  const clear = () => {
    setDraft({});
    setAmount("");
  };
  return { draft, setDraft, amount, setAmount, clear };
}

/** A new client: a name is enough. What was typed stays when the server is away or refuses, and when the form is closed. */
export function CreateDialog(props: {
  kept: ReturnType<typeof createClientDraft>;
  onClose: () => void;
  onCreated: (client: ClientView) => void;
}) {
  const t = useTexts();
  const say = useProblemText();
  const { people, actions } = useClients();
  const { draft, setDraft, amount, setAmount, clear } = untrack(() => props.kept);
  // Whoever writes it down looks after it, unless another is chosen.
  const ownerId = () => (draft().ownerId === undefined ? people.self()?.id : draft().ownerId);
  const [tried, setTried] = createSignal(false);
  const set = <K extends keyof ClientFields>(field: K, value: ClientFields[K]) =>
    setDraft((now) => ({ ...now, [field]: value }));

  const submit = createSubmit(async () => {
    const { company = "", ...rest } = draft();
    const estimatedMinor = readAmount(amount()) ?? null;
    const fields = { ...rest, ownerId: ownerId() ?? null, estimatedMinor };
    const client = await actions.create({ ...fields, company: company.trim() });
    clear();
    props.onCreated(client);
  });
  const words = () => t().clients.create;
  const errors = (): Readonly<Record<string, string>> => {
    const found: Record<string, string> = {};
    for (const field of Object.keys(brokenRules(submit.problem()))) found[field] = words().invalid;
    if (found["email"]) found["email"] = words().email;
    if (!tried()) return found;
    if (draft().email && !EMAIL.test(draft().email ?? "")) found["email"] = words().email;
    if (!draft().company?.trim()) found["company"] = words().companyRequired;
    if (readAmount(amount()) === undefined) found["estimatedMinor"] = words().amount;
    return found;
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    submit.clear();
    setTried(true);
    // A date that is none is told by its own field.
    if (isInvalid(form) || !(await submit.run())) focusInvalid(form);
  };
  const text = (field: "contact" | "phone" | "email" | "sector" | "nextAction", type = "text") => (
    <TextField
      label={t().clients.fields[field]}
      type={type}
      autocomplete="off"
      value={draft()[field] ?? ""}
      onInput={(value) => set(field, value.trim())}
      error={errors()[field]}
    />
  );

  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button kind="primary" type="submit" form="new-client" loading={submit.pending()}>
            {words().submit}
          </Button>
        </>
      }
    >
      <form
        id="new-client"
        novalidate
        onSubmit={(event) => void send(event)}
        class="grid grid-cols-2 gap-x-4 gap-y-3 pb-1 phone:grid-cols-1"
      >
        <TextField
          class="col-span-2 phone:col-span-1"
          label={t().clients.fields.company}
          required
          autocomplete="off"
          maxLength={200}
          value={draft().company ?? ""}
          onInput={(value) => set("company", value)}
          error={errors()["company"]}
        />
        {text("contact")}
        {text("sector")}
        {text("email", "email")}
        {text("phone", "tel")}
        <Select
          label={t().clients.fields.status}
          options={choices(STATUSES, t().clients.status)}
          value={draft().status ?? "prospect"}
          onChange={(status) => set("status", status)}
        />
        <Select
          label={t().clients.fields.stage}
          options={choices(STAGES, t().clients.stage)}
          value={draft().stage ?? "new"}
          onChange={(stage) => set("stage", stage)}
        />
        <Select
          label={t().clients.fields.ownerId}
          options={[
            { value: "", label: t().clients.empty.owner },
            ...people.all().map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={ownerId() ?? ""}
          onChange={(id) => set("ownerId", id || null)}
        />
        <Select
          label={t().clients.fields.size}
          placeholder={t().clients.empty.action}
          options={[
            { value: "", label: t().clients.empty.value },
            ...choices(SIZES, t().clients.size),
          ]}
          value={draft().size ?? ""}
          onChange={(size) => set("size", size || null)}
        />
        <Select
          label={t().clients.fields.priority}
          options={choices(PRIORITIES, t().clients.priority)}
          value={draft().priority ?? "medium"}
          onChange={(priority) => set("priority", priority)}
        />
        {text("nextAction")}
        <DatePicker
          label={t().clients.fields.nextActionOn}
          value={draft().nextActionOn ?? undefined}
          onChange={(date) => set("nextActionOn", date ?? null)}
        />
        <TextField
          label={t().clients.fields.estimatedMinor}
          numeric
          inputMode="decimal"
          autocomplete="off"
          suffix="€"
          value={amount()}
          onInput={setAmount}
          error={errors()["estimatedMinor"]}
        />
        <TextArea
          class="col-span-2 phone:col-span-1"
          label={t().clients.fields.notes}
          maxLength={20_000}
          value={draft().notes ?? ""}
          onInput={(notes) => set("notes", notes)}
          error={errors()["notes"]}
        />
      </form>
      <Show when={submit.problem()}>
        {(problem) => (
          <Banner tone="bad" icon={IconAlert} class="mt-3 rounded-2 border">
            {say(problem())}
          </Banner>
        )}
      </Show>
    </Dialog>
  );
}
