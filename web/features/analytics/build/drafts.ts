import { z } from "#domain/analytics/page-zod.ts";
import { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { kept } from "#web/lib/kept.ts";
import { session } from "#web/lib/session.ts";
import type { BuildDoc } from "./build-state.ts";

// Read when they are first needed: the files that they come in may wait for this one's.
const Draft = z.strictObject({
  get query() {
    return BuiltQuery;
  },
  get chart() {
    return ChartSpec.nullable().optional();
  },
  /** What was written on in SQL, while that is what is shown. */
  sql: z.string().optional(),
  /** Version of the saved question that it changes. */
  version: z.int().optional(),
});
export type Draft = z.infer<typeof Draft>;

const keyOf = (scope: string, place: string): string => `built.${scope}.${place}`;

/** Parts of a saved question are watched by the page, and can't be kept as they are. */
const plain = (draft: Draft): unknown => JSON.parse(JSON.stringify(draft));

/** Drafts on their way to the device: a page that is left now would take the last of them with it. */
const onTheWay = new Map<string, unknown>();

async function keep(key: string, draft: unknown): Promise<void> {
  onTheWay.set(key, draft);
  await kept.write(key, draft).catch(() => undefined);
  if (onTheWay.get(key) === draft) onTheWay.delete(key);
}

addEventListener("pagehide", () => {
  for (const [key, draft] of onTheWay)
    try {
      sessionStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Where storage is refused there is none.
    }
});

/** What the page before could only leave in the tab, once; undefined where it left nothing. */
async function leftInTab(key: string): Promise<unknown> {
  try {
    const left = sessionStorage.getItem(key);
    if (left === null) return undefined;
    sessionStorage.removeItem(key);
    const draft: unknown = JSON.parse(left);
    await keep(key, draft);
    return draft;
  } catch {
    return undefined;
  }
}

/** The person in their organization: whose drafts these are. */
export const draftScope = (): string => {
  const me = session.me();
  return me === null ? "" : `${me.organization.id}.${me.person.id}`;
};

/** Where a draft of a workspace lies: that of a saved question, or the one of a new question. */
export const draftPlace = (workspaceId: string, question: string | undefined): string =>
  question ?? workspaceId;

/**
 * Questions that are being put together, kept on this device until they are saved: a reload loses nothing. `scope` is the person in
 * their organization, `place` what they are at: a file, a workspace, a saved question. Where storage is refused there is none.
 */
export const drafts = {
  async read(scope: string, place: string): Promise<Draft | undefined> {
    const key = keyOf(scope, place);
    const left = await leftInTab(key);
    const found = left === undefined ? await kept.read(key).catch(() => undefined) : left;
    return Draft.safeParse(found).data;
  },
  write: (
    scope: string,
    place: string,
    doc: BuildDoc & { sql?: string },
    version?: number,
  ): Promise<void> => keep(keyOf(scope, place), plain({ ...doc, ...(version && { version }) })),
  drop: (scope: string, place: string): Promise<void> => keep(keyOf(scope, place), null),
};
