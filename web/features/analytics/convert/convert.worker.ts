import type { Source } from "#domain/analytics/reading.ts";
import { convert } from "./convert.ts";
import { NotConverted, type ConvertFault, type Converted } from "./converted.ts";

export interface ConvertTask {
  file: Blob;
  format: Source["format"];
  part: string | undefined;
}
export type ConvertAnswer = { converted: Converted } | { fault: ConvertFault; message: string };

addEventListener("message", ({ data }: MessageEvent<ConvertTask>) => {
  convert(data.file, data.format, data.part).then(
    (converted) => postMessage({ converted } satisfies ConvertAnswer),
    (error: unknown) =>
      postMessage({
        fault: error instanceof NotConverted ? error.fault : "damaged",
        message: error instanceof Error ? error.message : String(error),
      } satisfies ConvertAnswer),
  );
});
