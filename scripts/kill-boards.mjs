import { handOver } from "./lib/toolchain.mjs";

await handOver("kill-boards.ts");
