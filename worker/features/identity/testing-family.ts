/** The grace of docs/decisions/0009 and the life of a session, written down again: the fuzz holds the verbs to these. */
export const GRACE_MS = 20_000;
export const SESSION_MS = 7 * 86_400_000;

/** What presenting a refresh token leads to. `token` counts the line's tokens from the first, 0. */
export type Outcome =
  | { kind: "granted"; token: number }
  | { kind: "reused" }
  | { kind: "over"; why: "ended" | "expired" };

/** A session as the rules describe it: a line of tokens, each spent once, until it ends. Times are UTC milliseconds. */
export interface Family {
  /** When each token of the line was first spent; null while it was not. */
  readonly spent: readonly (number | null)[];
  readonly over: "reused" | "signed out" | null;
  present(token: number, now: number): Outcome;
  signOut(): void;
  copy(): Family;
}

interface State {
  opened: number;
  spent: (number | null)[];
  over: Family["over"];
}

function familyOf(state: State): Family {
  return {
    spent: state.spent,
    get over() {
      return state.over;
    },
    present(token, now) {
      // Whoever held a copy is told so, as often as they come.
      if (state.over === "reused") return { kind: "reused" };
      if (state.over) return { kind: "over", why: "ended" };
      if (now >= state.opened + SESSION_MS) return { kind: "over", why: "expired" };
      const at = state.spent[token] ?? null;
      const newest = state.spent.length - 1;
      if (at !== null && now - at > GRACE_MS) {
        state.over = "reused";
        return { kind: "reused" };
      }
      if (at !== null) return { kind: "granted", token: newest };
      state.spent[token] = now;
      state.spent.push(null);
      return { kind: "granted", token: token + 1 };
    },
    signOut() {
      state.over ??= "signed out";
    },
    copy: () => familyOf({ ...state, spent: [...state.spent] }),
  };
}

/** A session that was opened at this instant. */
export function openFamily(opened: number): Family {
  return familyOf({ opened, spent: [null], over: null });
}

/**
 * Every outcome that these tokens, presented at one instant, may have: in any order, one after the other. The family
 * is left as it stands after all of them, whichever came first.
 */
export function presentTogether(
  family: Family,
  tokens: readonly number[],
  now: number,
): (readonly Outcome[])[] {
  const allowed = tokens.map((): Outcome[] => []);
  for (const order of ordersOf(tokens.map((_token, at) => at))) {
    const world = family.copy();
    for (const at of order) allowed[at]?.push(world.present(tokens[at] ?? 0, now));
  }
  const before = family.over;
  for (const token of tokens) family.present(token, now);
  // Both may find the same token spent long ago before either has ended the session.
  const killed = before === null && family.over === "reused";
  return allowed.map((list) => (killed ? [...list, { kind: "reused" } as const] : list));
}

function ordersOf(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
