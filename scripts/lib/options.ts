import { readdirSync } from "node:fs";
import { extname, join } from "node:path";
import {
  convertV4MiniflareOptions,
  Log,
  LogLevel,
  type MiniflareOptions,
  type V4WorkerOptionsShape,
} from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import type { Build } from "./build.ts";
import { ROOT } from "./paths.ts";

/** How the bundler's further files reach the Worker. */
const MODULE_TYPES = {
  ".js": "ESModule",
  ".sql": "Text",
  ".txt": "Text",
  ".html": "Text",
  ".wasm": "CompiledWasm",
  ".bin": "Data",
} as const;

/** What people typed leads to this machine alone, and no resolver is asked, unless `.dev.vars` names one. */
const OUTSIDE = { DNS_RESOLVER: "", OUTBOUND_LOOPBACK: "on" };

/** As wrangler names what a Hyperdrive leads to on this machine. */
const HYPERDRIVE = "CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_";

/** Hyperdrives of a local server, by binding: the addresses that `.dev.vars` gives them. */
function hyperdrives(vars: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(vars).flatMap(([name, address]) =>
      name.startsWith(HYPERDRIVE) ? [[name.slice(HYPERDRIVE.length), address]] : [],
    ),
  );
}

function modules(folder: string) {
  const files = readdirSync(folder).filter((file) => !/\.(map|md)$/.test(file));
  // The first module is the entry.
  const ordered = files.toSorted((a, b) => Number(b === "index.js") - Number(a === "index.js"));
  return ordered.map((file) => {
    const type = MODULE_TYPES[extname(file) as keyof typeof MODULE_TYPES];
    if (!type) throw new Error(`The Worker's bundle holds a file of unknown kind: ${file}`);
    return { type, path: join(folder, file) };
  });
}

/** What a local server is made of. */
export interface Local {
  build: Pick<Build, "web" | "worker">;
  /** Folder of D1, R2, queues and Durable Objects. */
  state: string;
  /** 0 takes a free one. */
  port: number;
  /** Secrets, and what differs from wrangler.toml's [vars]. */
  vars: Record<string, string>;
  /** Takes each line that the Worker writes; level as in `console`. */
  log(line: string, level: string): void;
}

/** Cron expressions of wrangler.toml, and the options of a server that serves the build as Cloudflare would. */
export function localOptions(local: Local): { options: MiniflareOptions; crons: string[] } {
  // Else wrangler tells where it found the secrets, in the middle of our own lines.
  process.env["WRANGLER_LOG"] ??= "error";
  const { workerOptions } = unstable_getMiniflareWorkerOptions(
    join(ROOT, "wrangler.toml"),
    undefined,
    {
      overrides: { assets: { directory: local.build.web } },
    },
  );
  // The rules say how to read sources; the bundle is read by `modules` above. wrangler's own type loses the keys.
  const { modulesRules: _, ...rest } = workerOptions;
  const worker: V4WorkerOptionsShape = rest;
  const options = convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: local.port,
    resourcePersistencePath: local.state,
    logRequests: false,
    log: new Log(LogLevel.WARN),
    handleStructuredLogs: (entry) => local.log(`${entry.message}\n`, entry.level),
    workers: [
      {
        ...worker,
        name: "aetheria",
        rootPath: ROOT,
        modulesRoot: local.build.worker,
        modules: modules(local.build.worker),
        hyperdrives: hyperdrives(local.vars),
        bindings: { ...worker.bindings, ...OUTSIDE, ...local.vars },
      },
    ],
  });
  return { options, crons: worker.cronTriggers ?? [] };
}
