import { useQueryClient } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import { isFirstOffer, type Permission } from "#domain/permissions.ts";
import type { ServiceAccount } from "#domain/tokens/model.ts";
import { useFieldRules } from "#web/features/identity/field-rules.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { rolesQuery } from "#web/features/identity/queries.ts";
import { useRoleName } from "#web/features/identity/role-name.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** A service account's name and role: a new one without `service`. */
export function ServiceDialog(props: { service?: ServiceAccount; onClose: () => void }) {
  const t = useTexts();
  const roleName = useRoleName();
  const queries = useQueryClient();
  const roles = useQuery(rolesQuery);
  const words = () => t().tokens.services;
  // The dialog is opened anew for each account, so what it starts from is read once.
  const was = () => props.service?.name ?? "";
  const [name, setName] = createSignal(was());
  const [chosen, setRole] = createSignal<string>();
  const offered = () =>
    (roles.isSuccess ? roles.data.items : []).filter(
      (role) =>
        role.id === props.service?.role.id ||
        role.permissions.every((key) => session.can(key as Permission)),
    );
  const role = () =>
    chosen() ?? props.service?.role.id ?? (offered().find(isFirstOffer) ?? offered()[0])?.id;

  const save = createSubmit(async () => {
    const { service } = props;
    const roleId = role() ?? "";
    if (!service) await api("post /service-accounts", { body: { name: name(), roleId } });
    else {
      const renamed = name() === service.name ? {} : { name: name() };
      const moved = roleId === service.role.id ? {} : { roleId };
      const body = { ...renamed, ...moved };
      await api("patch /service-accounts/{id}", { params: { id: service.id }, body });
    }
    await queries.invalidateQueries({ queryKey: ["tokens"] });
  });
  const rule = useFieldRules(save.problem);
  const send = async () => {
    if (await save.run()) props.onClose();
  };
  return (
    <FormDialog
      width="sm"
      title={props.service ? words().editTitle(was()) : words().createTitle}
      submit={words().save}
      pending={save.pending()}
      ready={name().trim() !== "" && role() !== undefined}
      onClose={() => props.onClose()}
      onSubmit={() => void send()}
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
      <Select
        label={words().role}
        hint={words().roleHint}
        options={offered().map((one) => ({ value: one.id, label: roleName(one) }))}
        value={role()}
        onChange={setRole}
        disabled={props.service ? !props.service.can.grant : false}
      />
      <FormProblem problem={save.problem()} />
    </FormDialog>
  );
}
