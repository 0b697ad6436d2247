import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bin } from "../lib/paths.ts";
import { run } from "../lib/run.ts";
import { copyTree } from "./copy.ts";
import { judge, type Judgement } from "./judge.ts";
import { patched, type Mutant } from "./mutant.ts";

/** What became of a mutant. */
export interface Fate {
  mutant: Mutant;
  judgement: Judgement;
  seconds: number;
}

/** Where the tests of a table of mutants run, and what they are told. */
export interface Bench {
  project: "workerd" | "pure";
  env?: Record<string, string>;
}

async function test(
  folder: string,
  files: readonly string[],
  bail: boolean,
  bench: Bench,
): Promise<Judgement> {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const args = [
    "run",
    "--project",
    bench.project,
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const outcome = await run(bin("vitest"), [...args, ...(bail ? ["--bail=1"] : []), ...files], {
    cwd: folder,
    env: { CI: "true", ...bench.env },
    limitMinutes: 10,
  });
  return judge(existsSync(report) ? readFileSync(report, "utf8") : undefined, outcome.ok);
}

/** Runs every test that a mutant names on the source as it is: a test that fails by itself would kill everything. */
export async function baseline(mutants: readonly Mutant[], bench: Bench): Promise<Judgement> {
  const copy = copyTree();
  try {
    const files = new Set(mutants.flatMap((one) => one.tests));
    return await test(copy.folder, [...files], false, bench);
  } finally {
    copy.remove();
  }
}

/** Takes each check out in turn, on copies of the tree, several at once. `told` hears of each as it is judged. */
export async function runMutants(
  mutants: readonly Mutant[],
  jobs: number,
  told: (fate: Fate) => void,
  bench: Bench,
): Promise<Fate[]> {
  const waiting = [...mutants];
  const fates: Fate[] = [];
  const worker = async (): Promise<void> => {
    const copy = copyTree();
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const started = performance.now();
      const read = (file: string) => readFileSync(join(copy.folder, file), "utf8");
      const files = patched(mutant, read);
      const before = new Map([...files.keys()].map((file) => [file, read(file)]));
      for (const [file, text] of files) writeFileSync(join(copy.folder, file), text);
      const judgement = await test(copy.folder, mutant.tests, true, bench);
      for (const [file, text] of before) writeFileSync(join(copy.folder, file), text);
      const fate = { mutant, judgement, seconds: (performance.now() - started) / 1000 };
      fates.push(fate);
      told(fate);
    }
    copy.remove();
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return fates;
}
