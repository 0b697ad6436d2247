import IconPlus from "~icons/lucide/plus";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Role } from "#domain/members/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { LeaveGuard } from "#web/lib/leave-guard.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { FormProblem } from "./form-problem.tsx";
import { rolesQuery } from "./queries.ts";
import { createRightEdits } from "./right-edits.ts";
import { RoleDialog } from "./role-dialog.tsx";
import { RoleList } from "./role-list.tsx";
import { RoleMatrix } from "./role-matrix.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** The roles of the organization and what each one may do: a matrix, or a list for each role on a phone. */
export function Roles() {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const roles = useQuery(rolesQuery);
  const phone = createMediaQuery("(width < 40rem)");
  const [open, setOpen] = createSignal<Role | "new">();
  const edits = createRightEdits(() => (roles.isSuccess ? roles.data.items : []));
  usePage(() => ({
    title: t().identity.roles.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  const readAgain = () => queries.invalidateQueries({ queryKey: ["members"] });
  onLive("members", () => void readAgain());

  const save = createSubmit(async () => {
    try {
      await edits.save();
    } finally {
      await readAgain();
    }
    edits.discard();
    toasts.show({ text: t().company.matrix.saved, tone: "ok" });
  });
  const discard = () => {
    edits.discard();
    save.clear();
  };
  return (
    <SettingsSection
      title={t().identity.roles.title}
      lead={t().identity.roles.lead}
      action={
        <Show when={session.can("identity.roles")}>
          <Button kind="primary" icon={IconPlus} onClick={() => setOpen("new")}>
            {t().identity.roles.create}
          </Button>
        </Show>
      }
    >
      <QueryView query={roles}>
        {(data) => (
          <Show
            when={phone()}
            fallback={<RoleMatrix roles={data().items} edits={edits} onEdit={setOpen} />}
          >
            <RoleList roles={data().items} edits={edits} onEdit={setOpen} />
          </Show>
        )}
      </QueryView>
      <Show when={!phone() && session.can("identity.roles")}>
        <p class="mt-2 text-small text-ink-3">{t().company.matrix.hint}</p>
      </Show>
      <LeaveGuard unsaved={edits.count() > 0} />
      <Show when={edits.count() > 0}>
        <div
          role="group"
          aria-label={t().company.matrix.pending(edits.count())}
          class="sticky bottom-4 z-20 mt-4 flex flex-col gap-2 rounded-3 border border-line-2 bg-raised p-3 shadow-2"
        >
          <FormProblem problem={save.problem()} />
          <div class="flex flex-wrap items-center justify-end gap-2">
            <span role="status" class="mr-auto font-medium">
              {t().company.matrix.pending(edits.count())}
            </span>
            <Button onClick={discard}>{t().company.matrix.discard}</Button>
            <Button kind="primary" loading={save.pending()} onClick={() => void save.run()}>
              {t().company.matrix.save}
            </Button>
          </div>
        </div>
      </Show>
      <Show when={open()} keyed>
        {(role) => (
          <RoleDialog role={role === "new" ? undefined : role} onClose={() => setOpen(undefined)} />
        )}
      </Show>
    </SettingsSection>
  );
}
