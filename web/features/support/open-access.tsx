import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Permission } from "#domain/permissions.ts";
import { READING_KEYS, SUPPORT_KEYS } from "#domain/support/keys.ts";
import type { GrantInput } from "#domain/support/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { KeyPicker } from "#web/features/tokens/key-picker.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

const HOURS = ["1", "8", "24", "72"] as const;
type Scope = "read" | "more";

/** Lets support in: for how long, why, and to do what. Reading alone unless more is chosen. */
export function OpenAccess(props: { onClose: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().support;
  const [hours, setHours] = createSignal<(typeof HOURS)[number]>("8");
  const [reason, setReason] = createSignal("");
  const [scope, setScope] = createSignal<Scope>("read");
  const [chosen, setChosen] = createSignal<ReadonlySet<Permission>>(new Set(READING_KEYS));
  const [tried, setTried] = createSignal(false);
  const missing = () => reason().trim() === "";

  const submit = createSubmit(async () => {
    const permissions = SUPPORT_KEYS.filter((key) => chosen().has(key));
    const body: GrantInput = {
      hours: Number(hours()) as GrantInput["hours"],
      reason: reason().trim(),
      ...(scope() === "more" ? { permissions } : {}),
    };
    const grant = await api("post /support/grants", { body });
    toasts.show({ text: words().opened(f().moment(grant.expiresAt)), tone: "ok" });
    props.onClose();
    session.update(await api("get /auth/me"));
    await queries.invalidateQueries({ queryKey: ["support"] });
  });
  return (
    <FormDialog
      title={words().dialog}
      submit={words().confirm}
      pending={submit.pending()}
      ready={scope() !== "more" || chosen().size > 0}
      class="flex flex-col gap-5"
      onClose={() => props.onClose()}
      onSubmit={() => {
        setTried(true);
        if (!missing()) void submit.run();
      }}
    >
      <Show when={session.me()?.supportAccess}>
        {(one) => (
          <p class="rounded-2 bg-accent-soft px-3 py-2">
            {words().replaces(f().moment(one().until))}
          </p>
        )}
      </Show>
      <TextArea
        label={words().reason}
        hint={words().reasonHint}
        name="reason"
        required
        maxlength={500}
        value={reason()}
        onInput={setReason}
        error={tried() && missing() ? words().reasonAsked : undefined}
      />
      <div class="flex flex-col items-start gap-1.5">
        <span class="font-medium">{words().hours}</span>
        <SegmentedControl
          label={words().hours}
          options={HOURS.map((value) => ({ value, label: words().hoursOf(Number(value)) }))}
          value={hours()}
          onChange={setHours}
        />
      </div>
      <div class="flex flex-col items-start gap-1.5">
        <span class="font-medium">{words().scope}</span>
        <SegmentedControl
          label={words().scope}
          options={[
            { value: "read", label: words().scopes.read },
            { value: "more", label: words().scopes.more },
          ]}
          value={scope()}
          onChange={(value: Scope) => setScope(value)}
        />
        <p class="text-small text-ink-3">{words().never}</p>
      </div>
      <Show when={scope() === "more"}>
        <KeyPicker offered={SUPPORT_KEYS} chosen={chosen()} onChange={setChosen} />
      </Show>
      <FormProblem problem={submit.problem()} />
    </FormDialog>
  );
}
