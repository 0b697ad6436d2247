import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { FactorPolicy } from "#web/features/factors/factor-policy.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { LeaveGuard } from "#web/lib/leave-guard.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { SupportSection } from "#web/features/support/support-section.tsx";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";
import { membersQuery, rolesQuery } from "./queries.ts";
import { RowList, SettingsSection } from "./settings-section.tsx";
import { TransferOwnership } from "./transfer-ownership.tsx";

const may = () => session.can("identity.settings");
const organization = () => session.me()?.organization;

/** The organization's name, and who owns it. */
export function Organization() {
  const t = useTexts();
  const queries = useQueryClient();
  const members = useQuery(membersQuery);
  const roles = useQuery(rolesQuery);
  const [giving, setGiving] = createSignal(false);
  usePage(() => ({
    title: t().company.organization.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  onLive("members", () => void queries.invalidateQueries({ queryKey: ["members"] }));

  const owning = () =>
    (roles.isSuccess ? roles.data.items : [])
      .filter(({ permissions }) => permissions.includes("identity.own"))
      .map(({ id }) => id);
  const heirs = () =>
    (members.isSuccess ? members.data.items : []).filter(({ can }) => can.receiveOwnership);

  return (
    <>
      <SettingsSection title={t().company.organization.title}>
        <NameForm />
      </SettingsSection>
      <SettingsSection
        level={2}
        title={t().company.ownership.title}
        lead={t().company.ownership.lead}
        action={
          <Show when={session.can("identity.own") && heirs().length > 0}>
            <Button onClick={() => setGiving(true)}>{t().company.ownership.give}</Button>
          </Show>
        }
      >
        <QueryView query={members}>
          {(data) => (
            <RowList label={t().company.ownership.owners}>
              <For each={data().items.filter(({ role }) => owning().includes(role.id))}>
                {(member) => (
                  <li class="flex min-h-12 items-center gap-3 px-4 py-2">
                    <Avatar
                      person={{ id: member.userId, name: member.name }}
                      size={28}
                      decorative
                    />
                    <div class="min-w-0 flex-1">
                      <p class="truncate font-medium">{member.name}</p>
                      <p class="truncate text-small text-ink-3">{member.email}</p>
                    </div>
                  </li>
                )}
              </For>
            </RowList>
          )}
        </QueryView>
        <Show when={session.can("identity.own") && members.isSuccess && heirs().length === 0}>
          <p class="mt-2 text-small text-ink-3">{t().company.ownership.nobody}</p>
        </Show>
      </SettingsSection>
      <Show when={may()}>
        <FactorPolicy />
      </Show>
      <Show when={session.can("identity.own")}>
        <SupportSection />
      </Show>
      <Show when={giving()}>
        <TransferOwnership heirs={heirs()} onClose={() => setGiving(false)} />
      </Show>
    </>
  );
}

function NameForm() {
  const t = useTexts();
  const toasts = useToasts();
  const words = () => t().company.organization;
  const [typed, setTyped] = createSignal<string>();
  const name = () => typed() ?? organization()?.name ?? "";
  const save = createSubmit(async () => {
    await api("patch /organization", { body: { name: name() } });
    session.update(await api("get /auth/me"));
    setTyped(undefined);
    toasts.show({ text: words().saved, tone: "ok" });
  });
  const rule = useFieldRules(save.problem);
  return (
    <form
      novalidate
      class="flex max-w-100 flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <TextField
        label={words().name}
        name="organization"
        maxlength={80}
        required
        readonly={!may()}
        hint={may() ? undefined : words().readonly}
        value={name()}
        onInput={setTyped}
        error={rule("name") && words().asked}
      />
      <FormProblem problem={save.problem()} />
      <LeaveGuard unsaved={name() !== (organization()?.name ?? "")} />
      <Show when={may()}>
        <div>
          <Button
            type="submit"
            kind="primary"
            loading={save.pending()}
            disabled={name() === organization()?.name}
          >
            {words().save}
          </Button>
        </div>
      </Show>
    </form>
  );
}
