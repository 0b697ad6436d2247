import { handOver } from "./lib/toolchain.mjs";

await handOver("build.ts");
