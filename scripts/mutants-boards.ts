import { BOARDS } from "./mutants/boards.ts";
import { mutantsCommand } from "./mutants/command.ts";

// npm run mutants:boards [-- --only words] [-- --jobs 2]: breaks each promise of live boards in turn; the seeded worlds
// of bench/faults must notice. Few are noticed late, most by the first seeds: one failure is enough.
await mutantsCommand({
  name: "mutants:boards",
  mutants: BOARDS,
  bench: { project: "pure", env: { FUZZ_RUNS: "2000", FUZZ_ENOUGH: "1" } },
});
