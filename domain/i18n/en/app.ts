import type { app as fr } from "../fr/app.ts";
import type { Texts } from "../texts.ts";

/** Words of the frame: rail, top bar, help, states that any page can be in. */
export const app = {
  skip: "Skip to content",
  navigation: "Main navigation",
  breadcrumb: "Breadcrumb",
  switcher: {
    label: (organization) => `Company ${organization}, switch`,
    yours: "Your companies",
  },
  groups: { work: "Work", data: "Data", organization: "Company" },
  sections: {
    home: "Home",
    boards: "Boards",
    tasks: "My tasks",
    clients: "Clients",
    notes: "Notes",
    analytics: "Analytics",
    members: "Members",
    audit: "Audit log",
    settings: "Settings",
    more: "More",
  },
  collapse: "Collapse the menu",
  expand: "Expand the menu",
  help: "Help & shortcuts",
  account: (name) => `${name}’s account`,
  signOut: "Sign out",
  search: "Search",
  online: {
    label: (count) => (count === 1 ? "1 person online" : `${count} people online`),
    at: (name, place) => `${name} – ${place}`,
  },
  limited: {
    title: "Many requests in one minute.",
    goesOn: (seconds) => `The page goes on in ${seconds} s.`,
    soon: "The page goes on by itself in less than a minute.",
  },
  live: {
    back: (changes) =>
      changes > 1
        ? `Back online, ${changes} changes received`
        : changes === 1
          ? "Back online, 1 change received"
          : "Back online, everything is up to date",
    lost: "Live updates interrupted, reconnecting",
  },
  update: {
    ready: "A new version is ready",
    reload: "Reload",
  },
  notFound: {
    title: "This page doesn’t exist",
    body: "The address is wrong, or the item was deleted.",
    home: "Go to home",
  },
  forbidden: {
    title: "This page isn’t open to you",
    body: "Your role doesn’t give access to this section. Ask an administrator.",
  },
  crash: {
    title: "This page stopped",
    body: "The rest of the app goes on. Nothing that was saved is lost.",
    reload: "Reload the page",
  },
  shortcuts: {
    title: "Help & shortcuts",
    general: "Everywhere",
    go: "Go to",
    lists: "Lists and grids",
    boards: "Boards",
    palette: "Search or run",
    help: "Show this help",
    space: "Space",
    close: "Close, cancel",
    rail: "Collapse or expand the menu",
    theme: "Change the theme",
    move: "Move from cell to cell",
    edit: "Edit, confirm",
    next: "Next cell",
    select: "Select the row",
    selectCard: "Select the card",
    undo: "Undo, redo",
    create: "Create",
    filter: "Filter",
    pick: "Pick up or drop the card",
    carry: "Carry the card",
    moveTo: "Move to…",
  },
} satisfies Texts<typeof fr>;
