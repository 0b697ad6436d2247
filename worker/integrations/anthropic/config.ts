import { readPrices, type Price } from "#domain/asks/cost.ts";

/** What is set for questions to Claude, as text: docs/asking.md. Without a key nothing can be asked. */
export interface AskVars {
  ANTHROPIC_API_KEY?: string;
  ANTHROPIC_BASE_URL?: string;
  AI_MODEL?: string;
  AI_SMALL_MODEL?: string;
  AI_EFFORT?: string;
  AI_MAX_TOKENS?: string;
  AI_TOKENS_PERSON?: string;
  AI_TOKENS_ORGANIZATION?: string;
  AI_PRICES?: string;
  AI_RETRIES?: string;
  AI_LONGEST_WAIT_MS?: string;
  AI_TIMEOUT_MS?: string;
}

/** How questions are asked of Claude: all of it by configuration, docs/asking.md. */
export interface AskConfig {
  /** Null where there is no key: nothing can be asked. */
  account: AnthropicAccount | null;
  model: string;
  /** For explanations: quicker and cheaper. */
  smallModel: string;
  effort: "low" | "medium" | "high";
  maxTokens: number;
  /** Tokens a month, as `countedTokens` counts them. */
  personLimit: number;
  organizationLimit: number;
  price(model: string): Price;
}

/** How the API is reached. */
export interface AnthropicAccount {
  apiKey: string;
  baseUrl: string;
  retries: number;
  /** Longer than this nobody is kept waiting: the page says when to come back. */
  longestWaitMs: number;
  timeoutMs: number;
}

/** Published prices of November 2026, dollars for a million tokens: input/output/cache write/cache read. */
const PRICES = "claude-sonnet-5-5=2/10/2.5/0.2 claude-haiku-5-5=0.1/0.5/0.125/0.01";
/** For a model without a price: those of the dearest that may be meant. */
const DEAREST: Price = { input: 10, output: 50, cacheWrite: 12.5, cacheRead: 1 };

function number(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && text.trim() !== "" && Number.isFinite(value) && value >= 0
    ? value
    : otherwise;
}

const EFFORTS = ["low", "medium", "high"] as const;

/** Reads the configuration. What is not set has the value that docs/asking.md names. */
export function askConfig(env: AskVars): AskConfig {
  const apiKey = env.ANTHROPIC_API_KEY?.trim() ?? "";
  const prices = readPrices(`${PRICES} ${env.AI_PRICES ?? ""}`);
  return {
    account:
      apiKey === ""
        ? null
        : {
            apiKey,
            baseUrl: env.ANTHROPIC_BASE_URL ?? "https://api.anthropic.com",
            retries: number(env.AI_RETRIES, 2),
            longestWaitMs: number(env.AI_LONGEST_WAIT_MS, 20_000),
            timeoutMs: number(env.AI_TIMEOUT_MS, 180_000),
          },
    model: env.AI_MODEL ?? "claude-sonnet-5-5",
    smallModel: env.AI_SMALL_MODEL ?? "claude-haiku-5-5",
    effort: EFFORTS.find((one) => one === env.AI_EFFORT) ?? "medium",
    maxTokens: Math.max(256, number(env.AI_MAX_TOKENS, 8_192)),
    personLimit: number(env.AI_TOKENS_PERSON, 500_000),
    organizationLimit: number(env.AI_TOKENS_ORGANIZATION, 5_000_000),
    price: (model) => prices.get(model) ?? DEAREST,
  };
}
