import { fuzz } from "./lib/fuzz.ts";

// npm run check:timing [-- --runs 400]: whether the time of an answer tells which addresses have an account. Prints, for each way
// in which an address can be named, the AUC of as many known and unknown ones, taken in turn; beyond 0.5 ± 0.1 it fails.
await fuzz({
  name: "check:timing",
  file: "worker/features/identity/alike-timing.workerd.test.ts",
  runs: 400,
  summary: (figures) => {
    const shares = Object.values(figures);
    const worst = Math.max(...shares.map((share) => Math.abs(share - 0.5)));
    return `${shares.length} ways, AUC within 0.5 ± ${worst.toFixed(3)}; 0.1 is allowed`;
  },
});
