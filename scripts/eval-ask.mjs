import { handOver } from "./lib/toolchain.mjs";

await handOver("eval-ask.ts");
