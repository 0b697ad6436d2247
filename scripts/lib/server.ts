import {
  createWriteStream,
  mkdirSync,
  readFileSync,
  rmSync,
  unwatchFile,
  watchFile,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Miniflare } from "miniflare";
import type { Build } from "./build.ts";
import { migrateControl, mintSignInLink, type Database } from "./control.ts";
import { fires } from "./cron.ts";
import { localOptions } from "./options.ts";
import { childrenOf, isWorkerd } from "./processes.ts";
import { localSecrets, secretsFile } from "./secrets.ts";

/** A running local server. */
export interface Server {
  url: string;
  control: Database;
  /** Puts a file into the bucket, past every check: for drills. */
  putFile(key: string, text: string): Promise<void>;
  /** Makes a one-time sign-in link for the person with that email. */
  link(email: string, base?: string): Promise<string>;
  /** Takes up the build's files again after they changed, keeping the state. `vars` hold until the next time. */
  reload(vars?: Record<string, string>): Promise<void>;
  /** Runs what a cron expression of wrangler.toml calls, now. */
  cron(expression: string): Promise<void>;
  /** Closes sockets and databases in order. May be called twice. */
  stop(): Promise<void>;
}

/** The cron expression of what also seals anew after a change of keys. */
export const SWEEP = "*/10 * * * *";

/** A start that cannot succeed; the message says what to do. */
export class StartError extends Error {}

/**
 * Serves a build on 127.0.0.1 with everything that wrangler.toml binds: D1, R2, queues, cron, rate
 * limits, Durable Objects and assets, kept in `state`. Migrates the control database first.
 */
export async function serve(options: {
  build: Pick<Build, "web" | "worker">;
  state: string;
  port: number;
  vars?: Record<string, string>;
}): Promise<Server> {
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
  mkdirSync(options.state, { recursive: true });
  const lock = join(options.state, "server.json");
  await leaveNoOrphan(lock);
  await mustBeFree(options.port);
  const varsNow = () => ({ ...localSecrets(options.state), ...options.vars });
  const vars = varsNow();
  const log = logInto(join(options.state, "server.log"));
  const { options: settings, crons } = localOptions({ ...options, vars, log });
  const miniflare = new Miniflare(settings);
  const url = (await miniflare.ready).origin;
  const note = (): void => {
    const workerd = childrenOf(process.pid).filter(isWorkerd);
    writeFileSync(lock, JSON.stringify({ pid: process.pid, workerd }));
  };
  note();
  let control: Database = await miniflare.getD1Database("CONTROL_DB");
  await migrateControl(control);
  const cron = async (expression: string, at = new Date()): Promise<void> => {
    const worker = await miniflare.getWorker();
    await worker.scheduled({ cron: expression, scheduledTime: at });
  };
  const timer = everyMinute(async (at) => {
    for (const one of crons) if (fires(one, at)) await cron(one, at);
  });
  const reload: Server["reload"] = async (more = {}) => {
    const port = Number(new URL(url).port);
    const same = { ...options, port, vars: { ...varsNow(), ...more }, log };
    await miniflare.setOptions(localOptions(same).options);
    // What was bound before speaks to the runtime that has ended.
    control = await miniflare.getD1Database("CONTROL_DB");
    note();
  };
  const secrets = secretsFile(options.state);
  watchFile(secrets, { interval: 500, persistent: false }, () => {
    reload()
      .then(() => cron(SWEEP))
      .catch((error: unknown) => console.error("Secrets:", error));
  });
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    clearTimeout(timer.current);
    unwatchFile(secrets);
    await miniflare.dispose();
    rmSync(lock, { force: true });
  };
  return {
    url,
    get control() {
      return control;
    },
    async putFile(key, text) {
      const bucket = await miniflare.getR2Bucket("FILES");
      await bucket.put(key, text);
    },
    link: (email, base = url) => mintSignInLink(control, base, email),
    reload,
    cron,
    stop: () => (stopping ??= stop()),
  };
}

/** The Worker's lines go to a file, begun anew at each start; errors show on the screen too. */
function logInto(file: string): (line: string, level: string) => void {
  const stream = createWriteStream(file);
  return (line, level) => {
    stream.write(line);
    if (level === "error") process.stderr.write(line);
  };
}

function everyMinute(tick: (at: Date) => Promise<void>): { current: NodeJS.Timeout } {
  const plan = (): NodeJS.Timeout =>
    setTimeout(
      () => {
        timer.current = plan();
        tick(new Date()).catch((error: unknown) => console.error("Cron:", error));
      },
      60_050 - (Date.now() % 60_000),
    ).unref();
  const timer = { current: plan() };
  return timer;
}

/** A server that was killed hard leaves its workerd behind, with the databases open: end that one. */
async function leaveNoOrphan(lock: string): Promise<void> {
  let before: { pid: number; workerd: number[] };
  try {
    before = JSON.parse(readFileSync(lock, "utf8"));
  } catch {
    return;
  }
  const orphans = before.workerd.filter(isWorkerd);
  if (orphans.length > 0 && childrenOf(before.pid).some((pid) => orphans.includes(pid))) {
    throw new StartError(
      `Aetheria is running already on this state (process ${before.pid}). Stop it first with Ctrl+C.`,
    );
  }
  for (const pid of orphans) process.kill(pid, "SIGKILL");
  // A process that has just been killed keeps its port until the system has taken it apart.
  for (let i = 0; i < 500 && orphans.some(isWorkerd); i++) await sleep(20);
  if (orphans.length > 0) await sleep(100);
}

/** Why a port cannot be listened on, as a code of the system, or undefined when it can. */
function listening(port: number): Promise<string | undefined> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(undefined)));
  });
}

async function mustBeFree(port: number): Promise<void> {
  if (port === 0) return;
  // Somebody who has just stopped a server starts the next one at once: wait a moment for its port.
  for (let i = 0; i < 10 && (await listening(port)) === "EADDRINUSE"; i++) await sleep(100);
  const code = await listening(port);
  if (code === "EADDRINUSE") {
    throw new StartError(
      `Port ${port} is in use. Stop the other program, or choose a port: PORT=${port + 1} npm start`,
    );
  }
  if (code) {
    throw new StartError(
      `Port ${port} cannot be opened (${code}). Choose another: PORT=8788 npm start`,
    );
  }
}
