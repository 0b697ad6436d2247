import { fuzz } from "./lib/fuzz.ts";

// npm run fuzz:boards [-- --seeds 10000] [-- --seed 7]: tabs, the board's object and D1 under every fault, by seed.
await fuzz({
  name: "fuzz:boards",
  file: "bench/faults/board.test.ts",
  project: "pure",
  runs: 10_000,
  count: "seeds",
  summary: (figures) =>
    `${figures["seeds"]} seeds, ${figures["acknowledged"]} answers, ${figures["applied"]} ops applied, ${figures["undone"]} of them undo: ten properties held`,
});
