import IconChevron from "~icons/lucide/chevron-right";
import IconSearch from "~icons/lucide/search";
import { useNavigate } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePageSlots } from "#web/lib/page.tsx";
import { saveState } from "#web/lib/save-state.ts";
import { MOD } from "#web/lib/shortcuts.ts";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { SaveState } from "#web/ui/save-state.tsx";
import { Bell } from "#web/features/notifications/bell.tsx";
import { useFrame } from "./frame-state.ts";
import { OnlinePeople } from "./online-people.tsx";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { PersonMenu } from "./person-menu.tsx";

/** Where this is, whether all is saved, who else is here, the way to everything, and the page's own buttons. */
export function TopBar() {
  const t = useTexts();
  const frame = useFrame();
  const navigate = useNavigate();
  const page = usePageSlots();
  // Compared by content, so that the bar is not drawn anew for each request.
  const saving = createMemo(saveState.current, undefined, {
    equals: (a, b) =>
      a.status === b.status &&
      a.count === b.count &&
      a.conflicts === b.conflicts &&
      a.href === b.href,
  });
  /** Opens the first conflict that waits for a choice. */
  const settle = () => {
    const { href } = saving();
    if (href !== undefined) navigate(href);
  };
  const openPalette = () => frame.setPalette(true);
  return (
    <header class="flex h-bar shrink-0 items-center gap-3 border-b border-line pl-4 pr-3 phone:h-14 phone:gap-1 phone:border-0">
      <div class="flex min-w-0 items-center sm:hidden">
        <OrganizationSwitcher />
      </div>
      <Breadcrumb />
      <div class="flex-1" />
      <SaveState
        status={saving().status}
        count={saving().count}
        conflicts={saving().conflicts}
        onOpen={saving().href === undefined ? undefined : settle}
      />
      <OnlinePeople />
      <Bell />
      <button
        type="button"
        onClick={openPalette}
        aria-keyshortcuts="Control+K Meta+K"
        class="flex h-7 w-44 items-center gap-2 rounded-2 border border-line bg-canvas px-2 text-ink-3 hover:border-line-2 hover:text-ink-2 phone:hidden max-lg:w-32"
      >
        <Icon of={IconSearch} size={14} />
        <span class="min-w-0 flex-1 truncate text-left">{t().search.field}</span>
        <Kbd keys={MOD === "⌘" ? "⌘K" : "Ctrl K"} class="-mr-1" />
      </button>
      <IconButton
        icon={IconSearch}
        label={t().search.field}
        quiet
        class="sm:hidden"
        onClick={openPalette}
      />
      <div
        ref={page.setActions}
        data-page-actions
        class="flex items-center gap-2 empty:hidden phone:fixed phone:bottom-20 phone:right-4 phone:z-bulk phone:max-w-[calc(100vw-2rem)] phone:flex-wrap phone:justify-end"
      />
      <div class="sm:hidden">
        <PersonMenu phone />
      </div>
    </header>
  );
}

function Breadcrumb() {
  const t = useTexts();
  const page = usePageSlots();
  return (
    <nav aria-label={t().app.breadcrumb} class="min-w-0 phone:hidden">
      <ol class="flex min-w-0 items-center gap-1.5">
        <For each={page.info()?.trail ?? []}>
          {(crumb) => (
            <li class="flex shrink-0 items-center gap-1.5 text-ink-2">
              <a href={crumb.href} class="rounded-1 hover:text-ink">
                {crumb.label}
              </a>
              <Icon of={IconChevron} size={12} class="text-ink-3" />
            </li>
          )}
        </For>
        <Show when={page.info()?.title}>
          {(title) => (
            <li class="truncate font-semibold" aria-current="page">
              {title()}
            </li>
          )}
        </Show>
      </ol>
    </nav>
  );
}
