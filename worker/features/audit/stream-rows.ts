/** How a download is written: its type, what stands first, one row (`first` is true for the first of all), what stands last. */
export interface Format<T> {
  type: string;
  /** Without date and dot, such as `audit`. */
  name: string;
  extension: string;
  head: string;
  line(row: T, first: boolean): string;
  foot: string;
}

const PAGE = 500;

/**
 * Streams page by page, so memory holds one page whatever the size; a failure on the way breaks the download off,
 * never ends it as if it were whole.
 * @param read the next rows, so many at most, after the last row that was read; null for the first.
 * @param date of the file's name, YYYY-MM-DD.
 */
export async function streamRows<T>(
  read: (last: T | null, limit: number) => Promise<readonly T[]>,
  format: Format<T>,
  date: string,
): Promise<Response> {
  const encoder = new TextEncoder();
  let page = await read(null, PAGE);
  let text = format.head;
  let first = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (const row of page) {
        text += format.line(row, first);
        first = false;
      }
      const last = page.at(-1);
      const done = !last || page.length < PAGE;
      controller.enqueue(encoder.encode(done ? text + format.foot : text));
      if (done) return controller.close();
      text = "";
      page = await read(last, PAGE);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": format.type,
      "content-disposition": `attachment; filename="${format.name}-${date}.${format.extension}"`,
    },
  });
}
