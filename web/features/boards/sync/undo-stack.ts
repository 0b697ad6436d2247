import { type Inverse, registersOf } from "#domain/boards/changes.ts";
import type { Result } from "#domain/boards/messages.ts";
import { WHOLE_CARD, WHOLE_COMMENT } from "#domain/boards/undo.ts";
import { ANY_OTHER } from "#domain/boards/verdict.ts";

type Applied = Extract<Result, { outcome: "applied" | "rebased" }>;

/** What goes along elsewhere each time that a step is taken back or done again. Neither may throw. */
export interface Follow {
  /** What has to be there before the step is taken. False when it can't be: then the step is not, and that was said. */
  before(step: Pick<Step, "inverse">): Promise<boolean>;
  /** What follows once it was taken. */
  after(): Promise<void>;
}

/** One step of a person: its inverse, and per register the version that it wrote and that must still hold. */
export interface Step {
  inverse: Inverse[];
  guards: Map<string, number>;
  follow?: Follow | undefined;
}

/** How a step came about: done, or by taking a step back or forward. */
export type Way =
  | { kind: "do"; follow?: Follow | undefined }
  | { kind: "undo" | "redo"; step: Step };

/** What follows a step, however it came about. */
export const followOf = (way: Way): Follow | undefined =>
  way.kind === "do" ? way.follow : way.step.follow;

const key = (id: string, register: string) => `${id} ${register}`;

/** The version that a step's register must still have for the step to be taken back. */
export function guardOf(step: Step, id: string, register: string): number {
  // Whoever made a card wrote none of its parts: they stand as they were then until somebody does.
  const made = register.includes(".") ? step.guards.get(key(id, ANY_OTHER)) : undefined;
  return step.guards.get(key(id, register)) ?? made ?? -1;
}

/** The step that answers make, latest change first. */
function stepOf(results: readonly Applied[]): Step {
  const guards = new Map<string, number>();
  for (const result of results) {
    for (const change of result.changes) {
      const created = Object.hasOwn(change.set, "createdAt");
      const whole = change.entity === "card" ? [...WHOLE_CARD, ANY_OTHER] : WHOLE_COMMENT;
      for (const register of created ? whole : registersOf(change)) {
        guards.set(key(change.id, register), result.version);
      }
    }
  }
  return { inverse: results.toReversed().flatMap((result) => result.inverse), guards };
}

/**
 * What a person can take back. After undo of a step, the values before it are there again under a new version:
 * older steps that wrote them are pointed to it, so that one can go on undoing one's own.
 */
export function createUndoStack(most = 100) {
  const stacks = { undo: [] as Step[], redo: [] as Step[] };
  const forget = () => {
    stacks.undo = [];
    stacks.redo = [];
  };

  function repoint(stepBack: Step, fresh: Step): void {
    for (const part of stepBack.inverse) {
      for (const [register, before] of Object.entries(part.versions)) {
        const now = fresh.guards.get(key(part.id, register));
        if (now === undefined) continue;
        for (const step of [...stacks.undo, ...stacks.redo]) {
          const name = key(part.id, register);
          if (guardOf(step, part.id, register) === before) step.guards.set(name, now);
        }
      }
    }
  }

  return {
    /** A backup took the board's place: what was done before it is no longer there to be taken back. */
    forget,
    canUndo: () => stacks.undo.length > 0,
    canRedo: () => stacks.redo.length > 0,
    take: (way: "undo" | "redo") => stacks[way].pop() ?? null,
    /** A step that was taken back or forward never left the device: it can be taken again. */
    putBack(way: Way): void {
      if (way.kind !== "do") stacks[way.kind].push(way.step);
    },
    /** The object answered all ops of a step. */
    done(way: Way, results: readonly Result[]): void {
      const applied = results.filter(
        (result): result is Applied => result.outcome === "applied" || result.outcome === "rebased",
      );
      if (applied.length === 0) return;
      const step = { ...stepOf(applied), follow: followOf(way) };
      // Watching a card is taken back by the button that did it.
      if (step.inverse.length === 0) return;
      if (way.kind !== "do") repoint(way.step, step);
      if (way.kind === "do") stacks.redo = [];
      const onto = way.kind === "undo" ? stacks.redo : stacks.undo;
      onto.push(step);
      if (onto.length > most) onto.shift();
    },
  };
}
