import { handOver } from "./lib/toolchain.mjs";

await handOver("new-feature.ts");
