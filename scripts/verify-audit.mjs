import { handOver } from "./lib/toolchain.mjs";

await handOver("verify-audit.ts");
