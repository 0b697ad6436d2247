import { createSignal } from "solid-js";
import { mergeText } from "#domain/boards/merge.ts";
import type { NoteChanges, NoteFields, NoteView } from "#domain/notes/model.ts";
import { ApiProblem, isPassing, type ProblemCode } from "#web/lib/api-problem.ts";

/** What was written of a note and the server does not have yet. */
export interface Draft {
  /** The note on which it was written, as the server told it. */
  base: NoteView;
  changes: NoteChanges;
  /** A text that could not be merged: somebody else wrote the same lines. It waits for the person's choice. */
  clash?: string;
  /** The server did not take it: it waits for the person, and is sent again with what is written next. */
  stopped?: ProblemCode;
}

/** What drafts need of the world. */
export interface DraftDeps {
  send(id: string, version: number, changes: NoteChanges): Promise<NoteView>;
  /** The note as the server has it, after an answer or a conflict. */
  onServer(note: NoteView): void;
  /** Keeps this draft of a note on the device, or forgets it. */
  keep(id: string, draft: Draft | undefined): void;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What one person added and took away, on top of what the others did. */
function mergePeople(base: readonly string[], mine: readonly string[], theirs: readonly string[]) {
  const kept = theirs.filter((id) => mine.includes(id) || !base.includes(id));
  return [...kept, ...mine.filter((id) => !base.includes(id) && !kept.includes(id))];
}

/**
 * Puts a draft on top of the note as it now is: texts are merged by lines, people one by one, of other fields the last to
 * write wins. What could not be merged is `clash`.
 */
export function rebase({ base, changes, clash }: Draft, current: NoteView): Draft {
  const left: NoteChanges = { ...changes };
  const out: Draft = { base: current, changes: left, ...(clash === undefined ? {} : { clash }) };
  if (changes.peopleIds) {
    left.peopleIds = mergePeople(base.peopleIds, changes.peopleIds, current.peopleIds);
  }
  if (changes.body !== undefined) {
    const merged = mergeText(base.body, changes.body, current.body);
    if (merged === null) {
      out.clash = changes.body;
      delete left.body;
    } else left.body = merged;
  }
  for (const field of Object.keys(left) as (keyof NoteFields)[]) {
    if (same(left[field], current[field])) delete left[field];
  }
  return out;
}

/**
 * Notes being written, on their way to the server: shown at once, one request a note, merged with what others wrote
 * meanwhile, kept on the device until the server has them.
 */
export function createDrafts(deps: DraftDeps) {
  const [drafts, setDrafts] = createSignal<ReadonlyMap<string, Draft>>(new Map());
  const sending = new Set<string>();

  function put(id: string, draft: Draft): void {
    const idle = Object.keys(draft.changes).length === 0 && draft.clash === undefined;
    setDrafts((all) => {
      const next = new Map(all);
      if (idle) next.delete(id);
      else next.set(id, draft);
      return next;
    });
    deps.keep(id, idle ? undefined : draft);
  }

  function arrived(id: string, sent: NoteChanges, answer: NoteView): void {
    const draft = drafts().get(id);
    if (!draft) return;
    const fields = Object.entries(draft.changes) as [keyof NoteFields, unknown][];
    const left = fields.filter(([field, value]) => !same(value, sent[field]));
    put(id, { ...draft, base: answer, changes: Object.fromEntries(left) });
  }

  async function attempt(id: string, { base, changes }: Draft): Promise<boolean> {
    try {
      const answer = await deps.send(id, base.version, changes);
      arrived(id, changes, answer);
      deps.onServer(answer);
      return true;
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : new ApiProblem("server.error", 500);
      const draft = drafts().get(id);
      const current = problem.params["current"] as NoteView | undefined;
      if (problem.code === "conflict.version" && current) {
        if (draft) put(id, rebase(draft, current));
        deps.onServer(current);
        return true;
      }
      if (draft && !isPassing(error)) put(id, { ...draft, stopped: problem.code });
      return false;
    }
  }

  /** Sends what is unsent of a note, one request after the other, until nothing is left or the server is away. */
  async function flush(id: string): Promise<void> {
    if (sending.has(id)) return;
    sending.add(id);
    try {
      for (;;) {
        const draft = drafts().get(id);
        if (!draft || draft.stopped || Object.keys(draft.changes).length === 0) return;
        if (!(await attempt(id, draft))) return;
      }
    } finally {
      sending.delete(id);
    }
  }

  return {
    all: drafts,
    flush,
    flushAll: () => Promise.all([...drafts().keys()].map(flush)),
    /** Writes fields of a note, on top of what is unsent. Sending is the caller's to ask for. */
    write(note: NoteView, changes: NoteChanges): void {
      const { stopped: _stopped, ...draft } = drafts().get(note.id) ?? { base: note, changes: {} };
      put(note.id, { ...draft, changes: { ...draft.changes, ...changes } });
    },
    /** Settles texts of the same lines: one's own on top of what stands there now, or what stands there. */
    settle(id: string, keep: "mine" | "theirs", current: NoteView): void {
      const { clash, ...draft } = drafts().get(id) ?? { base: current, changes: {} };
      if (clash === undefined) return;
      if (keep === "theirs") return put(id, draft);
      put(id, { ...draft, base: current, changes: { ...draft.changes, body: clash } });
    },
    /** What others made of a note, or that it is back: what is unsent goes on top of it. */
    follow(note: NoteView): void {
      const draft = drafts().get(note.id);
      if (!draft || sending.has(note.id) || draft.base.version >= note.version) return;
      put(note.id, rebase(draft, note));
    },
    /** Takes up what an earlier page left unsent. */
    restore(found: Readonly<Record<string, Draft>>): void {
      for (const [id, draft] of Object.entries(found)) if (!drafts().has(id)) put(id, draft);
    },
    /** The note with what this person wrote on top. */
    shown<T extends NoteView>(note: T): T {
      const draft = drafts().get(note.id);
      return draft ? { ...note, ...(draft.changes as Partial<NoteFields>) } : note;
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
