import { expect, test } from "vitest";
import { fullBucket, take } from "./bucket.ts";

test("an offline queue fits at once, a flood has to wait and is told how long", () => {
  const first = take(fullBucket(0), 1500, 0);
  expect(first.retryMs).toBe(0);
  const second = take(first.bucket, 600, 0);
  expect(second.retryMs).toBe(500);
  expect(take(second.bucket, 600, 500).retryMs).toBe(0);
});

test("a refused take takes nothing", () => {
  const { bucket } = take(fullBucket(0), 2000, 0);
  const refused = take(bucket, 10, 10);
  expect(refused.retryMs).toBeGreaterThan(0);
  expect(take(refused.bucket, 2, 10).retryMs).toBe(0);
});

test("waiting never fills a bucket past its brim", () => {
  const { bucket } = take(fullBucket(0), 0, 3_600_000);
  expect(bucket.tokens).toBe(2000);
});
