import { handOver } from "./lib/toolchain.mjs";

await handOver("fuzz-boards.ts");
