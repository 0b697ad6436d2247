import { BOARDS } from "./mutants/boards.ts";
import { mutantsCommand } from "./mutants/command.ts";

// npm run mutants:boards [-- --only words] [-- --jobs 2]: breaks each promise of live boards in turn; the seeded worlds
// of bench/faults must notice.
await mutantsCommand({
  name: "mutants:boards",
  mutants: BOARDS,
  bench: { project: "pure", env: { FUZZ_RUNS: "200" } },
});
