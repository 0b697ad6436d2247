import type { Browser, Page } from "playwright-core";
import { afterStep } from "#domain/analytics/time-step.ts";
import { difference, type Rows } from "../csv/answers.ts";
import { servePages } from "../csv/pages.ts";
import { salesFile } from "../csv/section.ts";
import { openBrowser } from "../lib/browser.ts";
import type { Goal } from "../lib/goals.ts";
import type { Options } from "../lib/options.ts";
import { summary } from "../lib/stats.ts";
import { figure, type Table } from "../lib/table.ts";

/** Rows, and the goal for the p95 of a step in milliseconds. */
const SIZES = [
  { rows: 1_000_000, goal: 16 },
  { rows: 5_000_000, goal: null },
  { rows: 10_000_000, goal: 60 },
];
/** What the other widgets of the dashboard ask. */
const WIDGETS = [
  "SELECT agence, sum(montant_ht) AS ca FROM ventes GROUP BY 1 ORDER BY ca DESC",
  "SELECT famille, sum(montant_ht) AS ca, avg(montant_ht) AS moyenne FROM ventes GROUP BY famille ORDER BY ca DESC",
  "SELECT agence, famille, count(*) AS n FROM ventes WHERE NOT avoir GROUP BY ALL ORDER BY ALL",
  "SELECT sum(montant_ht) AS ca, count(*) AS factures FROM ventes",
];
const STEPS = 60;
/** Asked of all rows a step takes seconds: as many are enough for a median. */
const DIRECT_STEPS = 12;
/** Brushes after the first one on the page. */
const AGAIN = 3;
/** Milliseconds that the pointer rests on the chart before it draws. */
const REST = 1_000;

/** A brush over months as a hand draws it: opened month by month, then moved along. No two steps are the same. */
function brushes(count: number) {
  const months = [Date.UTC(2024, 0)];
  while (months.length < 36) months.push(afterStep(months.at(-1) ?? 0, "month"));
  return Array.from({ length: count }, (_, at) => {
    const width = 2 + Math.floor(at / 15) * 4 + (at % 3);
    const from = Math.floor(at / 2) % (34 - width);
    return {
      column: "date_facture",
      from: months[from],
      below: months[from + width],
      step: "month",
    };
  });
}

interface Brushed {
  steps: number[];
  last: Rows[];
}

const inPage = <T>(page: Page, call: "load" | "brush", args: unknown[] = []): Promise<T> =>
  page.evaluate(
    ([name, given]) => {
      const { bench } = globalThis as unknown as {
        bench: Record<string, (...args: unknown[]) => Promise<unknown>>;
      };
      return bench[name as string]?.(...given);
    },
    [call, args] as const,
  ) as Promise<T>;

/** Rows may begin with a figure, which would be taken for their label. */
const labelled = (rows: Rows = []): Rows => rows.map((row) => ["row", ...row]);

/** A new page that has read so many rows. */
async function opened(browser: Browser, url: string, rows: number): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${url}/brush.html`);
  await page.setInputFiles("input", await salesFile(rows));
  const read = await inPage<number>(page, "load");
  if (read !== rows) throw new Error(`${read} rows were read of ${rows}`);
  return page;
}

/** A brush along time over four other widgets, through the runner of dashboards: all rows each step, and the small tables. */
export async function brushSection(options: Options): Promise<Table[]> {
  const pages = await servePages();
  const browser = await openBrowser();
  const rows: string[][] = [];
  const goals: Goal[] = [];
  try {
    for (const { rows: count, goal } of options.quick ? [{ rows: 100_000, goal: 16 }] : SIZES) {
      const open = () => opened(browser, pages.url, count);
      const all = brushes(STEPS);
      const near = await open();
      const rested = await inPage<Brushed>(near, "brush", [WIDGETS, all, true, REST]);
      await near.close();
      const page = await open();
      const direct = all.slice(-DIRECT_STEPS);
      const before = await inPage<Brushed>(page, "brush", [WIDGETS, direct, false]);
      const after = await inPage<Brushed>(page, "brush", [WIDGETS, all, true]);
      const again: number[] = [];
      for (let brush = 0; brush < AGAIN; brush += 1) {
        const { steps } = await inPage<Brushed>(page, "brush", [WIDGETS, all, true]);
        again.push(...steps.slice(1));
      }
      for (const [at, asked] of before.last.entries()) {
        for (const { last } of [after, rested]) {
          const off = difference(labelled(last[at]), labelled(asked));
          if (off) throw new Error(`${WIDGETS[at]} was answered differently: ${off}`);
        }
      }
      const [first = Number.NaN, ...rest] = after.steps;
      const [slow, fast, later] = [summary(before.steps), summary(rest), summary(again)];
      const [soon = Number.NaN] = rested.steps;
      const ready = summary(rested.steps);
      rows.push([
        `${count / 1e6}M rows`,
        ...[slow.p50, slow.p95, soon, ready.p50, ready.p95, first, fast.p50, fast.p95].map(figure),
        ...[later.p50, later.p95].map(figure),
        goal === null ? "–" : String(goal),
      ]);
      if (goal !== null && !options.quick) {
        const what = `a step of a brush over ${count / 1e6}M rows, p95`;
        goals.push({ what, measured: ready.p95, goal, unit: " ms", bound: "most" });
      }
      console.log(rows.at(-1)?.join(" | "));
      await page.close();
    }
  } finally {
    await browser.close();
    await pages.stop();
  }
  return [
    {
      title: "h. A step of a brush, four other widgets answered, milliseconds",
      columns: [
        "",
        "asked of all rows: p50",
        "p95",
        "pointer rested 1 s: first step",
        "all steps: p50",
        "p95",
        "begun at once: first step",
        "further steps: p50",
        "p95",
        "later brushes: p50",
        "p95",
        "goal",
      ],
      rows,
      goals,
      notes: [
        `${STEPS} steps over months, no two the same (${DIRECT_STEPS} where all rows are asked); from the step until the last of the four widgets has its answer, without drawing. Small tables are made while the pointer rests on the chart; begun at once, the first step makes them. A later brush makes them anew, in a page whose code the browser has had time to optimise.`,
      ],
    },
  ];
}
