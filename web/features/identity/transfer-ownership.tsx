import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Member } from "#domain/members/model.ts";
import { roleBelowOwner } from "#domain/members/rules.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { FormProblem } from "./form-problem.tsx";
import { rolesQuery } from "./queries.ts";
import { useRoleName } from "./role-name.ts";

/** Asks before the ownership is handed over, and says what becomes of both. With one heir there is nothing to choose. */
export function TransferOwnership(props: { heirs: readonly Member[]; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const roleName = useRoleName();
  const roles = useQuery(rolesQuery);
  const words = () => t().company.ownership;
  const [chosen, setChosen] = createSignal<string>();
  const heir = () =>
    props.heirs.length === 1
      ? props.heirs[0]
      : props.heirs.find(({ userId }) => userId === chosen());
  const next = () => (roles.isSuccess ? roleBelowOwner(roles.data.items) : undefined);

  const submit = createSubmit(async (to: Member) => {
    await api("post /organization/ownership", { body: { userId: to.userId } });
    toasts.show({ text: words().done(to.name), tone: "ok" });
    props.onClose();
    session.update(await api("get /auth/me"));
    await queries.invalidateQueries({ queryKey: ["members"] });
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      width="sm"
      title={words().dialog}
      description={
        <Show when={heir()}>
          {(to) => (
            <Show when={next()}>{(role) => words().effect(to().name, roleName(role()))}</Show>
          )}
        </Show>
      }
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button
            kind="danger"
            loading={submit.pending()}
            disabled={!heir()}
            onClick={() => {
              const to = heir();
              if (to) void submit.run(to);
            }}
          >
            {words().confirm}
          </Button>
        </>
      }
    >
      <Show when={props.heirs.length > 1}>
        <Select
          label={words().to}
          required
          placeholder={words().choose}
          options={props.heirs.map((one) => ({ value: one.userId, label: one.name }))}
          value={chosen()}
          onChange={setChosen}
        />
      </Show>
      <FormProblem problem={submit.problem()} />
    </Dialog>
  );
}
