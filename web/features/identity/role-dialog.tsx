import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show, untrack } from "solid-js";
import type { Role } from "#domain/members/model.ts";
import { isHeldByOwning } from "#domain/members/rules.ts";
import { PERMISSIONS, type Permission } from "#domain/permissions.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";
import { RIGHT_GROUPS, useFeatureName } from "./right-groups.ts";
import { useRoleName } from "./role-name.ts";

/** A role's name and rights: a new one when `role` is undefined. */
export function RoleDialog(props: { role: Role | undefined; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const roleName = useRoleName();
  const featureName = useFeatureName();
  const queries = useQueryClient();
  const words = () => t().identity.roles;
  // The dialog is opened anew for each role, so what it starts from is read once: a name that somebody else gives it meanwhile
  // is no change of this person's.
  const [was, held] = untrack(() => [
    props.role ? roleName(props.role) : "",
    props.role?.permissions,
  ]);
  const [name, setName] = createSignal(was);
  const [rights, setRights] = createSignal<ReadonlySet<string>>(new Set(held));

  const toggle = (key: Permission, on: boolean) => {
    const next = new Set(rights());
    if (on) next.add(key);
    else next.delete(key);
    for (const needed of PERMISSIONS) if (isHeldByOwning(next, needed)) next.add(needed);
    setRights(next);
  };
  const done = () => {
    void queries.invalidateQueries({ queryKey: ["members"] });
    props.onClose();
  };
  const save = createSubmit(async () => {
    const permissions = PERMISSIONS.filter((key) => rights().has(key));
    const { role } = props;
    if (!role) await api("post /roles", { body: { name: name(), permissions } });
    else {
      const renamed = name() === was ? {} : { name: name() };
      await api("patch /roles/{id}", {
        params: { id: role.id },
        body: { ...renamed, permissions },
      });
    }
  });
  const remove = createSubmit(async (role: Role) => {
    await api("delete /roles/{id}", { params: { id: role.id } });
    toasts.show({ text: words().deleted(roleName(role)), tone: "ok" });
  });
  const removeRole = async (role: Role) => {
    if (await remove.run(role)) done();
  };
  const rule = useFieldRules(save.problem);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await save.run()) done();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.role ? words().editTitle(was) : words().createTitle}
      actions={
        <>
          <Show when={props.role?.can.delete && props.role}>
            {(role) => (
              <Button
                kind="danger"
                class="mr-auto phone:mr-0"
                loading={remove.pending()}
                onClick={() => void removeRole(role())}
              >
                {words().delete}
              </Button>
            )}
          </Show>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form="role"
            loading={save.pending()}
            disabled={name().trim() === ""}
          >
            {words().save}
          </Button>
        </>
      }
    >
      <form id="role" novalidate class="flex flex-col gap-4" onSubmit={(event) => void send(event)}>
        <TextField
          label={words().name}
          required
          maxlength={80}
          value={name()}
          onInput={setName}
          error={rule("name")}
        />
        <For each={RIGHT_GROUPS}>
          {([feature, keys]) => (
            <fieldset>
              <legend class="pb-1.5 text-small text-ink-3">{featureName(feature)}</legend>
              <div class="grid grid-cols-2 gap-x-4 gap-y-2 phone:grid-cols-1 phone:gap-y-0">
                <For each={keys}>
                  {(key) => (
                    <Checkbox
                      label={t().identity.rights[key]}
                      class="phone:py-3"
                      checked={rights().has(key)}
                      disabled={isHeldByOwning(rights(), key)}
                      onChange={(on) => toggle(key, on)}
                    />
                  )}
                </For>
              </div>
            </fieldset>
          )}
        </For>
        <FormProblem problem={save.problem() ?? remove.problem()} />
      </form>
    </Dialog>
  );
}
