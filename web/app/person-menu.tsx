import IconDevices from "~icons/lucide/monitor-smartphone";
import IconProfile from "~icons/lucide/circle-user";
import IconSignOut from "~icons/lucide/log-out";
import IconTheme from "~icons/lucide/sun-moon";
import IconLanguage from "~icons/lucide/languages";
import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { LANGUAGES } from "#domain/i18n/texts.ts";
import { useChooseLanguage } from "#web/lib/choose-language.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { saveState } from "#web/lib/save-state.ts";
import { session } from "#web/lib/session.ts";
import { useTheme } from "#web/lib/theme.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";

const person = () => {
  const me = session.me()?.person;
  const away = ["offline", "lost"].includes(saveState.current().status);
  const presence = away ? ("away" as const) : ("online" as const);
  return { id: me?.id ?? "", name: me?.name ?? "", presence };
};

/** The person's own menu: profile, devices, theme, language, sign out. */
export function PersonMenu(props: { narrow?: boolean; phone?: boolean }) {
  const t = useTexts();
  const navigate = useNavigate();
  const speech = useLocale();
  const choose = useChooseLanguage();
  const [theme, setTheme] = useTheme();

  const items = (): MenuEntry[] => [
    {
      label: t().identity.settings.profile,
      icon: IconProfile,
      onSelect: () => navigate("/settings/profile"),
    },
    {
      label: t().identity.settings.devices,
      icon: IconDevices,
      onSelect: () => navigate("/settings/devices"),
    },
    { kind: "separator" },
    {
      kind: "sub",
      label: t().ui.theme.label,
      icon: IconTheme,
      items: (["system", "light", "dark"] as const).map((value) => ({
        label: t().ui.theme[value],
        chosen: theme() === value,
        onSelect: () => setTheme(value),
      })),
    },
    {
      kind: "sub",
      label: t().ui.language.label,
      icon: IconLanguage,
      items: LANGUAGES.map((value) => ({
        label: t().ui.language[value],
        chosen: speech.language() === value,
        onSelect: () => choose(value),
      })),
    },
    { kind: "separator" },
    { label: t().app.signOut, icon: IconSignOut, onSelect: () => void session.signOut() },
  ];

  return (
    <DropdownMenu
      placement={props.phone ? "bottom-end" : "top-start"}
      items={items()}
      trigger={(attributes) => (
        <button
          type="button"
          {...attributes}
          class={cx(
            "touch-target flex items-center gap-2 rounded-2 hover:bg-hover",
            props.phone
              ? "size-10 justify-center rounded-full"
              : props.narrow
                ? "size-8 justify-center"
                : "h-8 min-w-0 flex-1 px-1.5",
          )}
        >
          <Avatar person={person()} size={props.phone ? 28 : 24} decorative />
          <Show
            when={!props.narrow && !props.phone}
            fallback={<span class="sr-only">{t().app.account(person().name)}</span>}
          >
            <span class="min-w-0 flex-1 truncate text-left font-medium">{person().name}</span>
          </Show>
        </button>
      )}
    />
  );
}
