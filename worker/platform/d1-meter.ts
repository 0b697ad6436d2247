/** How many D1 calls a request made, how many of them had to wait for one another, and how many statements they held. */
export interface D1Meter {
  calls: number;
  depth: number;
  statements: number;
}

/** A meter at zero: one for each request. */
export function newMeter(): D1Meter {
  return { calls: 0, depth: 0, statements: 0 };
}

/** What the platform needs of a D1 database or of a session on it. */
export type D1Like = Pick<D1DatabaseSession, "prepare" | "batch">;

const INNER = Symbol("inner statement");

/**
 * Counts the round trips of a D1 session. Calls that run side by side count once in `depth`: a call's
 * depth is one more than that of the deepest call finished before it began.
 */
export function meterD1(inner: D1Like, meter: D1Meter): D1Like {
  async function timed<T>(run: () => Promise<T>, statements = 1): Promise<T> {
    const depth = meter.depth + 1;
    meter.calls += 1;
    meter.statements += statements;
    const answer = await run();
    meter.depth = Math.max(meter.depth, depth);
    return answer;
  }
  function wrap(statement: D1PreparedStatement): D1PreparedStatement {
    return new Proxy(statement, {
      get(target, name) {
        if (name === INNER) return target;
        if (name === "bind") return (...values: unknown[]) => wrap(target.bind(...values));
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => timed(() => Reflect.apply(value, target, args));
      },
    });
  }
  return {
    prepare: (sql) => wrap(inner.prepare(sql)),
    batch: (list) =>
      timed(
        () =>
          inner.batch(
            list.map((item) => (Reflect.get(item, INNER) as D1PreparedStatement) ?? item),
          ),
        list.length,
      ),
  };
}
