import IconMore from "~icons/lucide/menu";
import IconHelp from "~icons/lucide/circle-help";
import IconSettings from "~icons/lucide/settings";
import { useLocation, useNavigate } from "@solidjs/router";
import { createMemo, For } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useFrame } from "./frame-state.ts";
import { sectionOf, sectionsFor } from "./sections.ts";

const ITEM =
  "flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-micro outline-offset-[-2px]";

/** The phone's way around: four sections under the thumb, the rest behind "More". */
export function BottomBar() {
  const t = useTexts();
  const frame = useFrame();
  const location = useLocation();
  const navigate = useNavigate();
  const sections = createMemo(() => sectionsFor(session.can));
  const current = () => sectionOf(location.pathname)?.key;
  return (
    <nav
      aria-label={t().app.navigation}
      class="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <For each={sections().slice(0, 4)}>
        {(section) => (
          <a
            href={section.href}
            aria-current={current() === section.key ? "page" : undefined}
            class={cx(
              ITEM,
              current() === section.key ? "font-medium text-accent-ink" : "text-ink-3",
            )}
          >
            <Icon of={section.icon} size={24} />
            <span class="max-w-full truncate">{t().app.sections[section.key]}</span>
          </a>
        )}
      </For>
      <DropdownMenu
        placement="top-start"
        items={[
          ...sections()
            .slice(4)
            .map((section) => ({
              label: t().app.sections[section.key],
              icon: section.icon,
              onSelect: () => navigate(section.href),
            })),
          {
            label: t().app.sections.settings,
            icon: IconSettings,
            onSelect: () => navigate("/settings/profile"),
          },
          { label: t().app.help, icon: IconHelp, onSelect: () => frame.setHelp(true) },
        ]}
        trigger={(attributes) => (
          <button type="button" {...attributes} class={cx(ITEM, "text-ink-3")}>
            <Icon of={IconMore} size={24} />
            <span class="max-w-full truncate">{t().app.sections.more}</span>
          </button>
        )}
      />
    </nav>
  );
}
