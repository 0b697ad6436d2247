import { handOver } from "../scripts/lib/toolchain.mjs";

// Any Node from 20 on starts it; the pinned one runs it.
await handOver("../bench/run.ts");
