import { handOver } from "./lib/toolchain.mjs";

await handOver("secrets-rotate.ts");
