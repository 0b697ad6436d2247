import IconExpand from "~icons/lucide/panel-left-open";
import IconHelp from "~icons/lucide/circle-help";
import IconSettings from "~icons/lucide/settings";
import { useLocation } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { RailBoards } from "#web/features/boards/rail-boards.tsx";
import { useFrame } from "./frame-state.ts";
import { OrganizationSwitcher } from "./organization-switcher.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { RailLink, railItem } from "./rail-link.tsx";
import { sectionOf, sectionsFor, type Section } from "./sections.ts";

/** The left rail: organization, sections that this person may enter, help, person. Not on a phone. */
export function Rail() {
  const t = useTexts();
  const frame = useFrame();
  const location = useLocation();
  const current = () => sectionOf(location.pathname)?.key;
  const settings = () => location.pathname.startsWith("/settings") && current() !== "members";
  const board = () => /^\/boards\/(brd_\w+)/.exec(location.pathname)?.[1];
  const groups = createMemo(() => {
    const by = Map.groupBy(sectionsFor(session.can), (section) => section.group);
    return [...by] as [Section["group"], Section[]][];
  });
  return (
    <nav
      aria-label={t().app.navigation}
      class={cx(
        "flex shrink-0 flex-col overflow-y-auto bg-canvas px-2 pb-2 phone:hidden",
        frame.narrow() ? "w-rail-narrow" : "w-rail",
      )}
    >
      <div class="flex h-12 shrink-0 items-center">
        <OrganizationSwitcher narrow={frame.narrow()} />
      </div>
      <For each={groups()}>
        {([group, sections]) => (
          <>
            <Show when={group}>
              {(key) => (
                <h2
                  class={
                    frame.narrow()
                      ? "mx-2 my-2 h-px shrink-0 overflow-hidden bg-line"
                      : "mt-4 px-2 pb-1 text-small text-ink-3"
                  }
                >
                  <span class={cx(frame.narrow() && "sr-only")}>{t().app.groups[key()]}</span>
                </h2>
              )}
            </Show>
            <For each={sections}>
              {(section) => (
                <>
                  <RailLink
                    href={section.href}
                    icon={section.icon}
                    label={t().app.sections[section.key]}
                    current={current() === section.key}
                    narrow={frame.narrow()}
                  />
                  {/* Not by the value of Show: the list may come while the way to the board is still under way. */}
                  <Show when={section.key === "boards" && !frame.narrow() && board()}>
                    <RailBoards current={board()} />
                  </Show>
                </>
              )}
            </For>
          </>
        )}
      </For>
      <div class="flex-1" />
      <button
        type="button"
        class={railItem(false, frame.narrow())}
        aria-label={frame.narrow() ? t().app.help : undefined}
        title={frame.narrow() ? t().app.help : undefined}
        onClick={() => frame.setHelp(true)}
      >
        <Icon of={IconHelp} class="text-ink-3" />
        <Show when={!frame.narrow()}>
          <span class="min-w-0 flex-1 truncate text-left">{t().app.help}</span>
          <Kbd keys="?" />
        </Show>
      </button>
      <div class={cx("flex items-center gap-1", frame.narrow() && "flex-col")}>
        <PersonMenu narrow={frame.narrow()} />
        <RailLink
          href="/settings/profile"
          icon={IconSettings}
          label={t().app.sections.settings}
          current={settings()}
          narrow
        />
      </div>
      <Show when={frame.narrow()}>
        <button
          type="button"
          class={railItem(false, true)}
          aria-label={t().app.expand}
          title={t().app.expand}
          onClick={() => frame.toggleRail()}
        >
          <Icon of={IconExpand} class="text-ink-3" />
        </button>
      </Show>
    </nav>
  );
}
