import { fuzz } from "./lib/fuzz.ts";

// npm run fuzz:sessions [-- --runs 1000] [-- --seed 7]: refresh families under two tabs, lost answers and thefts.
await fuzz({
  name: "fuzz:sessions",
  file: "worker/features/identity/session-interleavings.workerd.test.ts",
  runs: 1000,
  summary: (figures) =>
    `${figures["seeds"]} seeds, ${figures["refreshes"]} refreshes, ${figures["thefts that were used"]} thefts, every one noticed; no honest session ended by reuse`,
});
