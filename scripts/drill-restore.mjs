import { handOver } from "./lib/toolchain.mjs";

await handOver("drill-restore.ts");
