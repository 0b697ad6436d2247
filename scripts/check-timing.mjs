import { handOver } from "./lib/toolchain.mjs";

await handOver("check-timing.ts");
