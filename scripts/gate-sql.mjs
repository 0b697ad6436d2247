import { handOver } from "./lib/toolchain.mjs";

await handOver("gate-sql.ts");
