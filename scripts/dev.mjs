import { handOver } from "./lib/toolchain.mjs";

await handOver("dev.ts");
