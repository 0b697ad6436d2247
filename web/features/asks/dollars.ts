/** Millionths of a dollar as dollars, to a hundredth of a cent where there is little. */
export const dollars = (micros: number, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: micros < 1_000_000 ? 4 : 2,
  }).format(micros / 1_000_000);
