import IconAudit from "~icons/lucide/scroll-text";
import IconAnalytics from "~icons/lucide/chart-line";
import IconBoards from "~icons/lucide/square-kanban";
import IconClients from "~icons/lucide/building-2";
import IconTasks from "~icons/lucide/list-checks";
import IconHome from "~icons/lucide/house";
import IconNotes from "~icons/lucide/notebook-pen";
import IconMembers from "~icons/lucide/users";
import type { Permission } from "#domain/permissions.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { IconComponent } from "#web/ui/icon.tsx";

/** A section of the rail, of the phone's bar and of the palette's "Go to". */
export interface Section {
  key: keyof Dictionary["app"]["sections"];
  href: string;
  icon: IconComponent;
  /** The second key after G. */
  letter: string;
  permission?: Permission;
  group?: keyof Dictionary["app"]["groups"];
}

/** Sections in the order of the rail. Only what exists. */
export const SECTIONS: readonly Section[] = [
  { key: "home", href: "/", icon: IconHome, letter: "h" },
  {
    key: "boards",
    href: "/boards",
    icon: IconBoards,
    letter: "b",
    permission: "boards.read",
    group: "work",
  },
  {
    key: "tasks",
    href: "/tasks",
    icon: IconTasks,
    letter: "t",
    permission: "boards.read",
    group: "work",
  },
  {
    key: "clients",
    href: "/clients",
    icon: IconClients,
    letter: "c",
    permission: "clients.read",
    group: "work",
  },
  {
    key: "notes",
    href: "/notes",
    icon: IconNotes,
    letter: "n",
    permission: "notes.read",
    group: "work",
  },
  { key: "analytics", href: "/analytics", icon: IconAnalytics, letter: "a", group: "data" },
  {
    key: "members",
    href: "/settings/members",
    icon: IconMembers,
    letter: "m",
    permission: "identity.read",
    group: "organization",
  },
  {
    key: "audit",
    href: "/audit",
    icon: IconAudit,
    letter: "j",
    permission: "audit.read",
    group: "organization",
  },
];

/** Sections that this person may enter. */
export function sectionsFor(can: (key: Permission) => boolean): readonly Section[] {
  return SECTIONS.filter((section) => !section.permission || can(section.permission));
}

/** The section that an address belongs to; home for what belongs to none. */
export function sectionOf(path: string): Section | undefined {
  return (
    SECTIONS.find(({ href }) => href !== "/" && (path === href || path.startsWith(`${href}/`))) ??
    (path === "/" ? SECTIONS[0] : undefined)
  );
}
