import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { SettingsSection } from "#web/features/identity/settings-section.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { LeaveGuard } from "#web/lib/leave-guard.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { factorPolicyQuery } from "./queries.ts";

const MOST_DAYS = 90;
const USUAL_DAYS = 14;

/** Whether every member needs a second factor, and the days that they have for it. Asks before anybody is shut out. */
export function FactorPolicy() {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const policy = useQuery(factorPolicyQuery);
  const words = () => t().factors.policy;
  const [demanded, setDemanded] = createSignal<boolean>();
  const [days, setDays] = createSignal<string>();
  const stored = () => (policy.isSuccess ? policy.data : undefined);
  const wanted = () => demanded() ?? stored()?.demanded ?? false;
  const grace = () => days() ?? String(stored()?.demanded ? stored()?.graceDays : USUAL_DAYS);
  const fits = () => /^\d{1,2}$/.test(grace()) && Number(grace()) <= MOST_DAYS;
  const [asking, setAsking] = createSignal<"none" | "fewer">();
  const changed = () =>
    stored() !== undefined &&
    (wanted() !== stored()?.demanded || (wanted() && grace() !== String(stored()?.graceDays)));
  /** Whether saving may shut members out: the days count from the first demand, so fewer of them may be over. */
  const shutsOut = () => {
    const now = stored();
    if (!now || !wanted() || now.without === 0) return undefined;
    if (Number(grace()) === 0) return "none";
    return now.demanded && Number(grace()) < now.graceDays ? "fewer" : undefined;
  };
  const store = async () => {
    const body = { demanded: wanted(), graceDays: Number(grace()) };
    await api("put /organization/second-factor", { body });
    await queries.invalidateQueries({ queryKey: ["factor-policy"] });
    session.update(await api("get /auth/me"));
    setDemanded(undefined);
    setDays(undefined);
    toasts.show({ text: words().saved, tone: "ok" });
  };
  const save = createSubmit(store);
  return (
    <SettingsSection title={words().title} level={2} lead={words().lead}>
      <QueryView query={policy}>
        {(data) => (
          <form
            novalidate
            class="flex max-w-100 flex-col gap-5"
            onSubmit={(event) => {
              event.preventDefault();
              if (!fits() || !changed()) return;
              if (shutsOut()) setAsking(shutsOut());
              else void save.run();
            }}
          >
            <Checkbox label={words().demand} checked={wanted()} onChange={setDemanded} />
            <TextField
              label={words().grace}
              hint={words().without(data().without, data().members)}
              name="grace"
              inputmode="numeric"
              numeric
              disabled={!wanted()}
              value={grace()}
              onInput={setDays}
              error={fits() ? undefined : words().days}
            />
            <FormProblem problem={save.problem()} />
            <LeaveGuard unsaved={changed()} />
            <Show when={asking()}>
              {(how) => (
                <ConfirmDialog
                  title={words().shuts[how()].title}
                  body={words().shuts[how()].body(data().without)}
                  label={words().shuts[how()].go}
                  work={store}
                  onClose={() => setAsking(undefined)}
                />
              )}
            </Show>
            <div>
              <Button
                type="submit"
                kind="primary"
                loading={save.pending()}
                disabled={!fits() || !changed()}
              >
                {t().ui.save}
              </Button>
            </div>
          </form>
        )}
      </QueryView>
    </SettingsSection>
  );
}
