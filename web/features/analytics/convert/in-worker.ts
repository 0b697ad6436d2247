import type { Source } from "#domain/analytics/reading.ts";
import type { ConvertAnswer, ConvertTask } from "./convert.worker.ts";
import { NotConverted, type Converted } from "./converted.ts";

export type Convert = (
  file: Blob,
  format: Source["format"],
  part?: string,
  signal?: AbortSignal,
) => Promise<Converted>;

/** Turns a file into text in a worker of its own, which ends with it and gives its memory back. Throws NotConverted or AbortError. */
export const convertInWorker: Convert = (file, format, part, signal) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL("./convert.worker.ts", import.meta.url), { type: "module" });
    const end = (act: () => void) => () => {
      worker.terminate();
      signal?.removeEventListener("abort", stopped);
      act();
    };
    const stopped = (): void => end(() => reject(signal?.reason as Error))();
    signal?.addEventListener("abort", stopped);
    worker.addEventListener("message", ({ data }: MessageEvent<ConvertAnswer>) => {
      if ("converted" in data) end(() => resolve(data.converted))();
      else end(() => reject(new NotConverted(data.fault, data.message)))();
    });
    // A worker without memory, or whose script does not arrive, says nothing else.
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      end(() => reject(new NotConverted("too-large", event.message)))();
    });
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({ file, format, part } satisfies ConvertTask);
  });
