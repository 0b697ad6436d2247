import { handOver } from "./lib/toolchain.mjs";

await handOver("mutants-boards.ts");
