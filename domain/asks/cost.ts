/** Tokens of one call as the API counts them. */
export interface Tokens {
  input: number;
  output: number;
  cacheRead: number;
  cacheWrite: number;
}

/** Dollars for a million tokens of each kind. */
export interface Price {
  input: number;
  output: number;
  cacheWrite: number;
  cacheRead: number;
}

/** What a call counts against a budget: what was read again from the cache counts a tenth, as it costs. */
export function countedTokens({ input, output, cacheRead, cacheWrite }: Tokens): number {
  return input + output + cacheWrite + Math.ceil(cacheRead / 10);
}

/** The cost of a call in millionths of a dollar, rounded up. */
export function costMicros(tokens: Tokens, price: Price): number {
  return Math.ceil(
    tokens.input * price.input +
      tokens.output * price.output +
      tokens.cacheWrite * price.cacheWrite +
      tokens.cacheRead * price.cacheRead,
  );
}

const PRICE = /^([\w.:-]+)=([\d.]+)\/([\d.]+)\/([\d.]+)\/([\d.]+)$/;

/**
 * Prices out of configuration: `model=input/output/cache write/cache read`, dollars for a million tokens, separated by spaces.
 * Throws where one does not read so, as a wrong price would be believed.
 */
export function readPrices(text: string): Map<string, Price> {
  const prices = new Map<string, Price>();
  for (const one of text.split(/\s+/).filter(Boolean)) {
    const [, model = "", input, output, cacheWrite, cacheRead] = PRICE.exec(one) ?? [];
    if (model === "") throw new Error(`A price reads model=input/output/write/read, not ${one}`);
    prices.set(model, {
      input: Number(input),
      output: Number(output),
      cacheWrite: Number(cacheWrite),
      cacheRead: Number(cacheRead),
    });
  }
  return prices;
}
