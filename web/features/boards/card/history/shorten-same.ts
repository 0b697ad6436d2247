interface Part {
  value: string;
  added?: boolean;
  removed?: boolean;
}

/** Parts of a comparison by lines, in which what is the same is cut to so many lines beside each change; a line of three dots stands for the rest. */
export function shortenSame(parts: readonly Part[], around: number): Part[] {
  return parts.map((part, at) => {
    if (part.added || part.removed) return part;
    const lines = part.value.split(/(?<=\n)/);
    const head = at === 0 ? 0 : around;
    const tail = at === parts.length - 1 ? 0 : around;
    // Dots take a line themselves.
    if (lines.length <= head + tail + 1) return part;
    const end = lines.slice(lines.length - tail);
    return { value: [...lines.slice(0, head), "…\n", ...end].join("") };
  });
}
