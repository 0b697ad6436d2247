import type { z } from "zod";
import type { Color } from "#domain/boards/model.ts";

/** Trello's colours of labels and covers, each as the nearest of ours. */
const NEAREST: Readonly<Record<string, z.infer<typeof Color>>> = {
  green: "c6",
  lime: "c7",
  yellow: "c2",
  orange: "c2",
  red: "c3",
  pink: "c5",
  purple: "c5",
  blue: "c4",
  sky: "c1",
  teal: "c1",
  black: "c8",
  gray: "c8",
};

/** A colour of ours for one of Trello's, whose shades are told by an ending; null for one that is not known. */
export function colorOfTrello(color: string | null | undefined): z.infer<typeof Color> | null {
  const name = (color ?? "").replace(/_(light|dark)$/, "");
  return Object.hasOwn(NEAREST, name) ? (NEAREST[name] ?? null) : null;
}
