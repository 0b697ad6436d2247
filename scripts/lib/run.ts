import { spawn } from "node:child_process";
import { ROOT } from "./paths.ts";

/** What a command answered. */
export interface Outcome {
  ok: boolean;
  /** Standard output and error, in the order they came. */
  output: string;
  seconds: number;
}

/** Nothing that these tools do locally needs another host; this switches off what they would ask anyway. */
const QUIET = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  NO_UPDATE_NOTIFIER: "1",
};

interface Options {
  /** The repository unless told. */
  cwd?: string;
  env?: Record<string, string>;
  /** Show the output while it comes. */
  show?: boolean;
  /** End the command, as failed, when it takes longer. */
  limitMinutes?: number;
}

/** Runs a command in the repository to its end, without a terminal. Never throws. */
export async function run(
  command: string,
  args: string[],
  options: Options = {},
): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...QUIET, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.show) process.stdout.write(chunk);
    });
  }
  const limit = options.limitMinutes ?? 30;
  const timer = setTimeout(() => {
    chunks.push(Buffer.from(`\nEnded: it took over ${limit} minutes.\n`));
    child.kill("SIGKILL");
  }, limit * 60_000);
  const code = await new Promise<number | null>((resolve) => {
    child.on("error", (error) => {
      chunks.push(Buffer.from(String(error)));
      resolve(-1);
    });
    child.on("close", resolve);
  });
  clearTimeout(timer);
  const output = Buffer.concat(chunks).toString("utf8");
  return { ok: code === 0, output, seconds: (performance.now() - started) / 1000 };
}
