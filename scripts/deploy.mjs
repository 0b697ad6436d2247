import { handOver } from "./lib/toolchain.mjs";

await handOver("deploy.ts");
