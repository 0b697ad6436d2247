/** How long a run takes: `full` for figures to publish, `quick` to see that all of it runs. */
export interface Options {
  only: ReadonlySet<Section>;
  quick: boolean;
  /** Put the tables into docs/performance.md. */
  write: boolean;
}

/** Parts of the bench: the list and its distances, the board, the CSV file, the page, the grid, a card dragged, a larger file, a brush, analytics in the app. */
export const SECTIONS = ["a", "b", "c", "d", "e", "f", "g", "h", "i"] as const;
export type Section = (typeof SECTIONS)[number];

/** Reads `--only a,b`, `--quick` and `--write`. @throws on anything else. */
export function parseOptions(args: readonly string[]): Options {
  let only: ReadonlySet<Section> = new Set(SECTIONS);
  let quick = false;
  let write = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (arg === "--quick") quick = true;
    else if (arg === "--write") write = true;
    else if (arg === "--only" || arg.startsWith("--only=")) {
      const list = arg === "--only" ? (args[++i] ?? "") : arg.slice("--only=".length);
      only = new Set(list.split(",").map(sectionOf));
    } else throw new Error(`Unknown option ${arg}: --only a,b,…,i, --quick and --write are known.`);
  }
  return { only, quick, write };
}

function sectionOf(name: string): Section {
  const found = SECTIONS.find((one) => one === name.trim());
  if (!found) throw new Error(`No section "${name}": a to i are.`);
  return found;
}
