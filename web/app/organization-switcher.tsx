import IconChevrons from "~icons/lucide/chevrons-up-down";
import IconPlus from "~icons/lucide/plus";
import { useNavigate } from "@solidjs/router";
import { createSignal, lazy, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { switchOrganization } from "#web/lib/switch-organization.ts";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

const NewOrganization = lazy(async () => ({
  default: (await import("./new-organization.tsx")).NewOrganization,
}));
const here = () => session.me()?.organization;

/** The organization, and the way to another one of this person's, or to a new one. */
export function OrganizationSwitcher(props: { narrow?: boolean }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const say = useProblemText();
  const navigate = useNavigate();
  const [creating, setCreating] = createSignal(false);

  const go = (organizationId: string) => {
    if (organizationId === here()?.id) return;
    switchOrganization(organizationId).then(
      () => navigate("/"),
      (error: unknown) => toasts.show({ text: say(error), tone: "bad" }),
    );
  };

  const menu = () => (
    <DropdownMenu
      items={[
        {
          kind: "group",
          label: t().app.switcher.yours,
          items: (session.me()?.organizations ?? []).map((organization) => ({
            label: organization.name,
            note: organization.supportUntil
              ? t().support.switcher(f().moment(organization.supportUntil))
              : undefined,
            chosen: organization.id === here()?.id,
            onSelect: () => go(organization.id),
          })),
        },
        { kind: "separator" },
        {
          label: t().registering.another.open,
          icon: IconPlus,
          onSelect: () => setCreating(true),
        },
      ]}
      trigger={(attributes) => (
        <button
          type="button"
          {...attributes}
          aria-label={t().app.switcher.label(here()?.name ?? "")}
          class={cx(
            "touch-target flex h-8 min-w-0 items-center gap-2 rounded-2 hover:bg-hover",
            props.narrow ? "w-8 justify-center" : "w-full px-1.5 phone:w-auto",
          )}
        >
          <Mark class="size-5 phone:size-6" />
          <Show when={!props.narrow}>
            <span class="min-w-0 flex-1 truncate text-left font-semibold">{here()?.name}</span>
            <Icon of={IconChevrons} size={14} class="text-ink-3" />
          </Show>
        </button>
      )}
    />
  );
  return (
    <>
      {menu()}
      <Show when={creating()}>
        <NewOrganization onClose={() => setCreating(false)} />
      </Show>
    </>
  );
}
