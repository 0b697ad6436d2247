import { handOver } from "./lib/toolchain.mjs";

await handOver("test.ts");
