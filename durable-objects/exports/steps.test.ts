import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDirectory } from "#domain/exports/unzip.ts";
import type { Made } from "./deps.ts";
import { forgetJob, newJob, progressOf, readJob, writeJob } from "./job-store.ts";
import { step } from "./steps.ts";
import { memoryJobs, memorySink, smallWorld } from "./testing.ts";

const ORDER = { id: `exp_${"0".repeat(26)}`, startedBy: { id: "usr_1", name: "Claire" } };
const STEPS = 200;

/** Runs a job to its end; every call out for which `fails` says so throws, and the step is made again. */
async function made(fails: (call: number) => boolean = () => false) {
  const storage = memoryJobs();
  const sink = memorySink();
  let call = 0;
  let interrupted = 0;
  const world = await smallWorld(storage, sink, () => {
    call += 1;
    if (!fails(call)) return;
    interrupted += 1;
    throw new Error("Cut off");
  });
  writeJob(storage, newJob(ORDER));
  let done: Made | null = null;
  const shares: number[] = [];
  for (let round = 0; round < STEPS && !done; round += 1) {
    const job = readJob(storage);
    if (!job) throw new Error("The job is gone");
    const { done: so, total } = progressOf(job);
    if (total > 0) shares.push(so / total);
    done = await step(world, job).catch((error: unknown) => {
      if (String(error) !== "Error: Cut off") throw error;
      return null;
    });
  }
  return { done, bytes: sink.whole() ?? new Uint8Array(), calls: call, interrupted, shares };
}

describe("an export", () => {
  it("comes to an archive that others open, whose figures are those of its files", async () => {
    const { done, bytes, shares } = await made();
    expect(done).toMatchObject({ size: bytes.length, rows: 1500, files: 3 });
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    const files = unzipSync(bytes);
    const read = async (at: number, length: number) => bytes.subarray(at, at + length);
    const names = (await readDirectory(read, bytes.length)).map(({ name }) => name);
    expect(Object.keys(files)).toEqual(names);
    const lines = names
      .filter((name) => name.startsWith("tables/clients/"))
      .flatMap((name) => new TextDecoder().decode(files[name]).split("\n").slice(0, -1));
    expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(
      Array.from({ length: 1500 }, (_, n) => n + 1),
    );
    expect(files["files/000002-b.bin"]?.length).toBeGreaterThan(8_000_000);
  });

  it("comes to the same archive wherever it was interrupted", async () => {
    const whole = await made();
    expect(whole.calls).toBeGreaterThan(15);
    for (let at = 1; at <= whole.calls; at += 1) {
      const again = await made((call) => call === at);
      expect([at, again.interrupted, Buffer.compare(again.bytes, whole.bytes)]).toEqual([at, 1, 0]);
    }
  }, 120_000);

  it("comes to it also when one call in three fails, whichever it is", async () => {
    const whole = await made();
    let seed = 5;
    const again = await made(() => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed >>> 16 < 22_000;
    });
    expect(again.interrupted).toBeGreaterThan(5);
    expect(Buffer.compare(again.bytes, whole.bytes)).toBe(0);
  });

  it.each([1, 5, 7, 9])(
    "that was forgotten in the middle of a step, after %i calls, writes nothing more",
    async (calls) => {
      const storage = memoryJobs();
      const sink = memorySink();
      writeJob(storage, newJob(ORDER));
      let call = 0;
      const world = await smallWorld(storage, sink, () => {
        call += 1;
        if (call === calls) forgetJob(storage);
      });
      for (let job = readJob(storage); job; job = readJob(storage))
        await step(world, job).catch(() => null);
      expect(call).toBeGreaterThanOrEqual(calls);
      expect([readJob(storage), storage.parts(), storage.tail().length]).toEqual([null, [], 0]);
    },
  );
});
