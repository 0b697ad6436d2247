import { handOver } from "./lib/toolchain.mjs";

await handOver("support-staff.ts");
