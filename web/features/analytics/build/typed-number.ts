/** A number as it is typed in French or English: `1 234,5`, `1,234.5`, `-3`. Undefined where it is none. */
export function typedNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f']/g, "").replace("−", "-");
  const comma = bare.lastIndexOf(",");
  const point = bare.lastIndexOf(".");
  // The last of two signs is that of decimals; a lone comma is one too, unless it cuts off thousands more than once.
  const plain =
    comma > point && bare.indexOf(",") === comma
      ? bare.replaceAll(".", "").replace(",", ".")
      : bare.replaceAll(",", "");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
