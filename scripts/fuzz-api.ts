import { fuzz } from "./lib/fuzz.ts";

// npm run fuzz:api [-- --runs 500] [-- --seed 7]: so many hostile requests to every operation of the OpenAPI document.
await fuzz({
  name: "fuzz:api",
  file: "worker/contract/hostile-input.workerd.test.ts",
  runs: 500,
  summary: (figures) =>
    `${figures["operations"]} operations, ${figures["requests"]} requests, 0 answers of 500 or more, none undocumented, none that tells of SQL or a stack`,
});
