import type { dashboardShare as fr } from "#domain/i18n/fr/dashboard-share.ts";
import type { Texts } from "#domain/i18n/texts.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) === 1 ? one : many;

/** Words of what a dashboard shows outside. Numbers and dates arrive formatted. */
export const dashboardShare = {
  open: "Share",
  title: "Share the dashboard",
  filter: (label, value) => `${label}: ${value}`,
  figures: {
    title: "Published figures",
    none: "Nothing is published: figures stay in the browsers that compute them. A public link shows what you publish, and nothing else.",
    of: (when) => `Figures of ${when}.`,
    size: (widgets, rows, bytes) =>
      `${widgets} ${plural(widgets, "widget", "widgets")}, ${rows} rows, ${bytes}.`,
    by: (name) => `Published by ${name}.`,
    kept: "Kept current whenever it is opened.",
    fixed: "They don't change by themselves.",
    publish: "Publish the figures…",
    again: "Publish again…",
    withdraw: "Take the figures back",
    withdrawn: "No figures are published any more. Links open nothing.",
  },
  publish: {
    title: "Publish the figures shown",
    lead: "This is what leaves this browser for your organization's server. Whoever has a link sees it without an account.",
    rows: (count, shown) => `${shown} ${plural(count, "row", "rows")}`,
    first: "(the first ones)",
    text: "Text",
    from: (names) => `from ${names}`,
    device: (names) =>
      `Computed from a file that stays on this device: ${names}. These rows will leave it.`,
    beside: (labels) => `Shows everything: not filtered by ${labels}.`,
    absent: "No figures here: it can't be published from this device.",
    filters: (words) => `Under these filters: ${words}`,
    unfiltered: "Without filters.",
    keep: "Keep current",
    keepHint:
      "When somebody who may share opens this dashboard under the same filters, figures that changed are published in turn.",
    never: (rows) =>
      `Neither files nor SQL are sent: only what these widgets show, at most ${rows} rows each. A table of rows goes with its rows.`,
    confirm: (count) =>
      count === 0 ? "Publish" : `Publish ${count} ${plural(count, "widget", "widgets")}`,
    done: "Figures published",
    unpictured: "Figures published, without a picture for mails",
    picture: "Mails also show a picture of these widgets, made here in light colours.",
  },
  links: {
    title: "Public links",
    lead: "Whoever has the link sees the published figures without an account. You can take it back at any time.",
    days: "Lasts",
    for: (days, shown) => `${shown} ${plural(days, "day", "days")}`,
    endless: "No end date",
    until: (when) => `Open until ${when}`,
    over: (when) => `Expired since ${when}`,
    unopened: "Never opened",
    opened: (count, shown, when) =>
      `Opened ${shown} ${plural(count, "time", "times")}, last: ${when}`,
    by: (name, when) => `Created by ${name}, ${when}`,
    create: "Create a link",
    copy: "Copy",
    copied: "Link copied",
    revoke: "Take this link back",
    revoked: "Link taken back: it opens nothing now",
    first: "Publish figures first.",
    password: {
      asks: "Asks for a password",
      add: "Ask for a password",
      change: "Change the password",
      hint: (least) =>
        `At least ${least} characters. Hand it over apart from the link: it is not shown again.`,
      short: (least) => `It needs at least ${least} characters.`,
      field: "New password",
      save: "Save",
      remove: "Stop asking",
      set: "The link now asks for this password",
      removed: "The link opens without a password",
    },
  },
  page: {
    of: (organization, when) => `${organization} · figures of ${when}`,
    filters: "Filters",
    print: "Print",
    first: (count, shown) => (count === 1 ? "The first row" : `The first ${shown} rows`),
    table: (title) => `Table of ${title}`,
    none: "No rows",
    loading: "Opening the dashboard",
    gone: {
      title: "This link no longer opens anything",
      body: "It expired or was taken back. Ask whoever gave it to you for another one.",
    },
    locked: {
      title: "This link asks for a password",
      body: "Ask the person who gave you the link.",
      field: "Password",
      empty: "Type the password.",
      open: "Open the dashboard",
    },
    failed: "The dashboard can't be opened right now.",
    retry: "Try again",
    foot: "Published with Aetheria. These figures are a state at a date; they don't change while you read.",
  },
} satisfies Texts<typeof fr>;
