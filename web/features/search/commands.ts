import IconAdd from "~icons/lucide/plus";
import IconDevices from "~icons/lucide/monitor-smartphone";
import IconLanguage from "~icons/lucide/languages";
import IconOrganization from "~icons/lucide/building";
import IconProfile from "~icons/lucide/circle-user";
import IconRoles from "~icons/lucide/key-round";
import IconSignOut from "~icons/lucide/log-out";
import IconTheme from "~icons/lucide/sun-moon";
import IconToken from "~icons/lucide/square-terminal";
import IconUpload from "~icons/lucide/upload";
import { useNavigate } from "@solidjs/router";
import { sectionsFor } from "#web/app/sections.ts";
import { useChooseLanguage } from "#web/lib/choose-language.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { switchOrganization } from "#web/lib/switch-organization.ts";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useTheme, type Theme } from "#web/lib/theme.ts";
import type { PaletteItem } from "#web/ui/palette/palette-item.ts";
import { useToasts } from "#web/ui/toast-store.ts";

/** Pages to go to and things to do, by what this person may. */
export function useCommands(): { go: () => PaletteItem[]; act: () => PaletteItem[] } {
  const t = useTexts();
  const speech = useLocale();
  const choose = useChooseLanguage();
  const toasts = useToasts();
  const say = useProblemText();
  const navigate = useNavigate();
  const [theme, setTheme] = useTheme();

  const go = (): PaletteItem[] => [
    ...sectionsFor(session.can).map((section) => ({
      id: `go-${section.key}`,
      label: t().app.sections[section.key],
      icon: section.icon,
      kbd: ["G", section.letter.toUpperCase()],
      onSelect: () => navigate(section.href),
    })),
    {
      id: "go-profile",
      label: t().identity.settings.profile,
      detail: t().identity.settings.title,
      icon: IconProfile,
      onSelect: () => navigate("/settings/profile"),
    },
    {
      id: "go-devices",
      label: t().identity.settings.devices,
      detail: t().identity.settings.title,
      icon: IconDevices,
      onSelect: () => navigate("/settings/devices"),
    },
    ...(session.can("identity.read")
      ? [
          {
            id: "go-roles",
            label: t().identity.settings.roles,
            detail: t().identity.settings.title,
            icon: IconRoles,
            onSelect: () => navigate("/settings/roles"),
          },
        ]
      : []),
    ...(session.can("tokens.create")
      ? [
          {
            id: "go-tokens",
            label: t().tokens.title,
            detail: t().identity.settings.title,
            icon: IconToken,
            onSelect: () => navigate("/settings/tokens"),
          },
        ]
      : []),
    ...(session.can("tokens.manage")
      ? [
          {
            id: "go-services",
            label: t().tokens.services.title,
            detail: t().identity.settings.title,
            icon: IconToken,
            onSelect: () => navigate("/settings/service-accounts"),
          },
        ]
      : []),
  ];

  const themes = (): PaletteItem[] =>
    (
      [
        ["light", t().search.themeLight],
        ["dark", t().search.themeDark],
        ["system", t().search.themeSystem],
      ] as [Theme, string][]
    )
      .filter(([value]) => value !== theme())
      .map(([value, label]) => ({
        id: `theme-${value}`,
        label,
        detail: t().ui.theme.label,
        icon: IconTheme,
        onSelect: () => setTheme(value),
      }));

  const organizations = (): PaletteItem[] =>
    (session.me()?.organizations ?? [])
      .filter(({ id }) => id !== session.me()?.organization.id)
      .map(({ id, name }) => ({
        id: `switch-${id}`,
        label: t().search.switchTo(name),
        icon: IconOrganization,
        onSelect: () => {
          switchOrganization(id).then(
            () => navigate("/"),
            (error: unknown) => toasts.show({ text: say(error), tone: "bad" }),
          );
        },
      }));

  const act = (): PaletteItem[] => [
    ...(session.can("clients.write")
      ? [
          {
            id: "new-client",
            label: t().search.newClient,
            icon: IconAdd,
            onSelect: () => navigate("/clients?new=1"),
          },
        ]
      : []),
    ...(session.can("notes.write")
      ? [
          {
            id: "new-note",
            label: t().search.newNote,
            icon: IconAdd,
            onSelect: () => navigate("/notes?new=1"),
          },
        ]
      : []),
    ...(session.can("boards.manage")
      ? [
          {
            id: "new-board",
            label: t().search.newBoard,
            icon: IconAdd,
            onSelect: () => navigate("/boards?new=1"),
          },
        ]
      : []),
    {
      id: "import",
      label: t().search.importCsv,
      detail: t().app.sections.analytics,
      icon: IconUpload,
      onSelect: () => navigate("/analytics"),
    },
    ...themes(),
    {
      id: "language",
      label: t().search.language,
      detail: t().ui.language.label,
      icon: IconLanguage,
      onSelect: () => choose(speech.language() === "fr" ? "en" : "fr"),
    },
    ...organizations(),
    {
      id: "sign-out",
      label: t().search.signOut,
      icon: IconSignOut,
      onSelect: () => void session.signOut(),
    },
  ];
  return { go, act };
}
