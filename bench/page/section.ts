import type { Browser } from "playwright-core";
import { createBoard, type Board } from "../board/boards.ts";
import { openBrowser } from "../lib/browser.ts";
import type { Options } from "../lib/options.ts";
import { median } from "../lib/stats.ts";
import { figure, kilobytes, type Table } from "../lib/table.ts";
import type { Ours } from "../ours/organization.ts";
import { follow, stranger, usableAt, visit } from "./visits.ts";
import { KINDS, total, weigh } from "./weight.ts";

const CARDS = 1000;
/** What stands on the screens that are weighed. */
const SIGN_IN = "Se connecter";
const GOALS = { cold: 1000, warm: 150 } as const;

/** What a first visit loads, and how soon a board of a thousand cards can be used. */
export async function pageSection(ours: Ours, options: Options): Promise<Table[]> {
  const board = await createBoard(ours, "Grand tableau", CARDS);
  const browser = await openBrowser();
  try {
    return [
      await weightTable(browser, ours, board),
      await boardTable(browser, ours, board, options),
    ];
  } finally {
    await browser.close();
  }
}

/** The card on top of the first column: on every screen it is in sight. */
const firstCard = ({ cards, columns }: Board): string =>
  cards.find((card) => card.columnId === columns[0])?.title ?? "";

async function weightTable(browser: Browser, ours: Ours, board: Board): Promise<Table> {
  const screens = [
    { name: "sign-in", path: "/sign-in", text: SIGN_IN, signedIn: false },
    { name: "home", path: "/", text: "Bonjour Claire", signedIn: true },
    { name: "clients", path: "/clients", text: "Nom", signedIn: true },
    { name: "board", path: `/boards/${board.id}`, text: firstCard(board), signedIn: true },
  ];
  const rows: string[][] = [];
  for (const { name, path, text, signedIn } of screens) {
    const context = await stranger(browser, ours, signedIn);
    const { files } = await visit(context, ours.url + path, text).catch((error: unknown) => {
      throw new Error(`The screen "${name}" never showed "${text}"`, { cause: error });
    });
    await context.close();
    const weights = weigh(ours.web, files);
    const sum = total(weights);
    rows.push([
      name,
      String(sum.files),
      kilobytes(weights.script.gzip),
      kilobytes(weights.script.brotli),
      ...KINDS.filter((kind) => kind === "style" || kind === "font").map((kind) =>
        kilobytes(weights[kind].gzip),
      ),
      kilobytes(sum.gzip),
      kilobytes(sum.brotli),
    ]);
  }
  return {
    title: "d1. First load of each screen, in an empty browser",
    columns: [
      "",
      "files",
      "JavaScript gzip",
      "JavaScript brotli",
      "styles gzip",
      "fonts",
      "all gzip",
      "all brotli",
    ],
    rows,
    notes: [
      "Every file that Chromium asked for until half a second after the screen could be used, preloads of other screens included; compressed here as the edge would (gzip 9, brotli 11). The goal is 150 kB of JavaScript for the first screen.",
    ],
  };
}

function timesRow(name: string, list: readonly number[], goal: number | null): string[] {
  const written = goal === null ? "–" : String(goal);
  return [name, figure(median(list)), figure(Math.max(...list)), written];
}

async function boardTable(
  browser: Browser,
  ours: Ours,
  board: Board,
  options: Options,
): Promise<Table> {
  const times = { cold: [] as number[], warm: [] as number[], inside: [] as number[] };
  const address = `${ours.url}/boards/${board.id}`;
  for (let round = 0; round < (options.quick ? 1 : 5); round++) {
    const context = await stranger(browser, ours, true);
    times.cold.push((await visit(context, address, firstCard(board))).usable);
    times.warm.push((await visit(context, address, firstCard(board))).usable);
    const page = await context.newPage();
    await page.goto(`${ours.url}/boards`);
    const link = `a[href="/boards/${board.id}"]`;
    await page.locator(link).first().waitFor();
    await usableAt(page, "Grand tableau");
    times.inside.push(await follow(page, link, firstCard(board)));
    await context.close();
  }
  return {
    title: `d2. Time to a usable board of ${CARDS} cards, milliseconds`,
    columns: ["", "median", "worst", "goal"],
    rows: [
      timesRow("cold: empty browser, by address", times.cold, GOALS.cold),
      timesRow("warm: by address again", times.warm, null),
      timesRow("warm: from the list of boards, inside the app", times.inside, GOALS.warm),
    ],
    notes: [
      "From the start of the navigation (inside the app: from the page's click event) until the first card can be pointed at. Server and browser share the machine's two cores.",
    ],
  };
}
