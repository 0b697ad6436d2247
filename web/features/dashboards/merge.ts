import type { WidgetChanges, WidgetView } from "#domain/dashboards/model.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";

type Field = keyof WidgetChanges;

/** Whether two values of a field are one. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const fieldsOf = (changes: WidgetChanges) => Object.keys(changes) as Field[];
/** Sources follow from the SQL: they are no field that anybody changes. */
const leading = (field: Field, changes: WidgetChanges): Field =>
  field === "sourceIds" && "sql" in changes ? "sql" : field;

/** Those of `changes` that make something else of the widget. */
export function differing(base: WidgetView, changes: WidgetChanges): WidgetChanges {
  return Object.fromEntries(
    fieldsOf(changes).flatMap((field) =>
      same(base[field], changes[field]) ? [] : [[field, changes[field]]],
    ),
  );
}

/** The fields that `changes` and somebody else have changed to different values since `base`. */
export function clashing(base: WidgetView, changes: WidgetChanges, current: WidgetView): Field[] {
  return fieldsOf(differing(base, changes)).filter(
    (field) =>
      field !== "sourceIds" &&
      !same(base[field], current[field]) &&
      !same(changes[field], current[field]),
  );
}

/**
 * Takes fields from `from` to `to`, each only where the widget still holds `from`. `overtaken`: a field holds neither, since somebody else
 * changed it.
 */
export function turned(
  now: WidgetView,
  from: WidgetChanges,
  to: WidgetChanges,
): { changes: WidgetChanges; overtaken: boolean } {
  const fields = fieldsOf(to).filter((field) => !same(from[field], to[field]));
  const holds = (field: Field) => same(now[field], from[field]);
  const changes = fields.filter((field) => holds(leading(field, to)));
  return {
    changes: Object.fromEntries(changes.map((field) => [field, to[field]])),
    overtaken: fields.some(
      (field) => leading(field, to) === field && !holds(field) && !same(now[field], to[field]),
    ),
  };
}

/** The record as it stands at the server, where a request was refused because somebody else was faster. */
export const newerOf = (error: unknown): unknown =>
  error instanceof ApiProblem && error.code === "conflict.version"
    ? error.params["current"]
    : undefined;
