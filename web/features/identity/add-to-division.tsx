import { useQueryClient } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import type { Division } from "#domain/divisions/model.ts";
import type { Member } from "#domain/members/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
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
  return (
    <FormDialog
      width="sm"
      title={words().addTitle(props.division.name)}
      submit={words().confirmAdd}
      pending={add.pending()}
      ready={userId() !== undefined}
      onClose={() => props.onClose()}
      onSubmit={() => void add.run()}
    >
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
    </FormDialog>
  );
}
