import { handOver } from "./lib/toolchain.mjs";

await handOver("restore.ts");
