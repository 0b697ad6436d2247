import type { ViewConfig } from "#domain/boards/view-config.ts";

/** A view as it is sent for the first time. */
export const VIEW = {
  version: null,
  name: "En retard",
  shared: true,
  config: {
    layout: "table",
    filter: {
      text: "",
      assignees: [],
      priorities: [],
      clients: [],
      tags: [],
      due: ["late"],
      state: [],
    },
    lanes: "none",
    sort: { column: "due", descending: false },
    span: "month",
  } satisfies ViewConfig,
};
