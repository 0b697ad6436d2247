import type { VersionContent } from "./version.ts";

type Held = VersionContent["widgets"][number];

/** One thing in which an earlier state of a dashboard differs from a later one, told of the later. */
export type Difference =
  | { kind: "title"; from: string; to: string }
  | { kind: "filters"; labels: readonly string[] }
  | { kind: "added" | "removed"; title: string }
  | { kind: "renamed"; from: string; to: string }
  | { kind: "moved" | "resized" | "query" | "chart" | "text" | "look"; title: string };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function ofWidget(before: Held, after: Held): Difference[] {
  const { title } = after;
  const [from, to] = [before.layout, after.layout];
  const found: (Difference | false)[] = [
    before.title !== title && { kind: "renamed", from: before.title, to: title },
    before.kind !== after.kind && { kind: "look", title },
    before.sql !== after.sql && { kind: "query", title },
    before.kind === after.kind && !same(before.chart, after.chart) && { kind: "chart", title },
    before.text !== after.text && { kind: "text", title },
    (from.w !== to.w || from.h !== to.h) && { kind: "resized", title },
    (from.x !== to.x || from.y !== to.y) && { kind: "moved", title },
  ];
  return found.filter((one) => one !== false);
}

/** What became of a dashboard from one state to another: its title, its filters, then its widgets in the order of the later one. */
export function compareContents(before: VersionContent, after: VersionContent): Difference[] {
  const known = new Map(before.widgets.map((widget) => [widget.id, widget]));
  const still = new Set(after.widgets.map(({ id }) => id));
  const filters = [...before.parameters, ...after.parameters].filter(({ name }) => {
    const [old, now] = [before, after].map(({ parameters }) =>
      parameters.find((one) => one.name === name),
    );
    return !same(old, now);
  });
  const labels = [...new Set(filters.map(({ label }) => label))];
  return [
    ...(before.title === after.title
      ? []
      : [{ kind: "title" as const, from: before.title, to: after.title }]),
    ...(labels.length === 0 ? [] : [{ kind: "filters" as const, labels }]),
    ...after.widgets.flatMap((widget) => {
      const old = known.get(widget.id);
      return old ? ofWidget(old, widget) : [{ kind: "added" as const, title: widget.title }];
    }),
    ...before.widgets
      .filter(({ id }) => !still.has(id))
      .map(({ title }) => ({ kind: "removed" as const, title })),
  ];
}
