import { handOver } from "./lib/toolchain.mjs";

await handOver("seed-admin.ts");
