import type { MiniflareOptions } from "miniflare";

interface Limiter {
  simple: { limit: number; period: number };
}

/** Options in which no rate limit can be reached; the limiters are still asked on each request. */
export function unlimited(options: MiniflareOptions): MiniflareOptions {
  const workers = "workers" in options ? options.workers : [];
  for (const { config } of workers) {
    const env: Record<string, unknown> = "env" in config ? (config.env ?? {}) : {};
    for (const binding of Object.values(env)) {
      if (isLimiter(binding)) binding.simple.limit = 1_000_000_000;
    }
  }
  return options;
}

function isLimiter(value: unknown): value is Limiter {
  return typeof value === "object" && value !== null && "simple" in value;
}
