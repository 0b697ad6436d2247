import { useQueryClient } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import type { Division } from "#domain/divisions/model.ts";
import type { Member } from "#domain/members/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { NO_ROLE, useDivisionRoles } from "./division-roles.ts";
import { FormProblem } from "./form-problem.tsx";

/** Brings a member of the organization into a division, with a role there or without one. */
export function AddToDivision(props: {
  division: Division;
  people: readonly Member[];
  onClose: () => void;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const options = useDivisionRoles();
  const words = () => t().company.divisions;
  const [userId, setUserId] = createSignal<string>();
  const [role, setRole] = createSignal<string>(NO_ROLE);

  const add = createSubmit(async () => {
    const person = userId();
    if (!person) return;
    await api("put /divisions/{id}/members/{userId}", {
      params: { id: props.division.id, userId: person },
      body: { roleId: role() === NO_ROLE ? null : role() },
    });
    props.onClose();
    await queries.invalidateQueries({ queryKey: ["members"] });
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void add.run();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      width="sm"
      title={words().addTitle(props.division.name)}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form="place"
            loading={add.pending()}
            disabled={!userId()}
          >
            {words().confirmAdd}
          </Button>
        </>
      }
    >
      <form id="place" novalidate class="flex flex-col gap-4" onSubmit={send}>
        <Select
          label={words().person}
          required
          placeholder={t().company.ownership.choose}
          options={props.people.map((one) => ({ value: one.userId, label: one.name }))}
          value={userId()}
          onChange={setUserId}
        />
        <Select
          label={words().role}
          options={options.of(props.division.roles, null)}
          value={role()}
          onChange={setRole}
        />
        <FormProblem problem={add.problem()} />
      </form>
    </Dialog>
  );
}
