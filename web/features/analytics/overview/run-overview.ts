import { findingOf, type Finding } from "#domain/analytics/overview/findings.ts";
import type { OverviewPart } from "#domain/analytics/overview/plan.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead, SqlRefused, type ReadResult } from "#web/features/analytics/engine/read.ts";

/** One part with its answer; without one the engine refused it. */
export interface OverviewAnswer {
  part: OverviewPart;
  result: ReadResult | null;
  finding: Finding | null;
}

/** Rows of one part that the page holds. */
const MOST_ROWS = 1_000;

/**
 * Computes the parts one after the other, so that each can be shown as it comes and an abort stops at once. A part that fails
 * leaves the others; a lost engine (EngineLost) and an abort (AbortError) end all.
 */
export async function runOverview(
  keeper: EngineKeeper,
  parts: readonly OverviewPart[],
  columns: readonly ColumnProfile[],
  options: {
    signal: AbortSignal;
    /** Today, epoch milliseconds: what is ahead of it is compared with nothing. */
    now?: number;
    onAnswer: (answer: OverviewAnswer) => void;
  },
): Promise<void> {
  const { signal, now = Date.now(), onAnswer } = options;
  for (const part of parts) {
    signal.throwIfAborted();
    try {
      const result = await keeper.use((engine) =>
        runRead(engine, part.sql, { limit: MOST_ROWS, signal }),
      );
      const finding = findingOf(part, result.rows, columns, { more: result.more, now });
      const all = finding?.code === "top" ? finding.groups : 0;
      // A list that was cut says so, wherever its rows are counted.
      onAnswer({
        part,
        result: { ...result, more: result.more || all > result.rows.length },
        finding,
      });
    } catch (error) {
      if (!(error instanceof SqlRefused)) throw error;
      onAnswer({ part, result: null, finding: null });
    }
  }
}
