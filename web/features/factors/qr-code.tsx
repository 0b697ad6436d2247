import { encode } from "uqr";

/** A QR code as SVG, made here: what it holds goes nowhere. Dark on white whatever the theme, as cameras want it. */
export function QrCode(props: { text: string; label: string }) {
  const code = () => encode(props.text, { ecc: "M", border: 4 });
  // One path of one-module squares.
  const path = () =>
    code()
      .data.flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
      .join("");
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${code().size} ${code().size}`}
      shape-rendering="crispEdges"
      class="size-48 shrink-0 rounded-2 border border-line bg-white"
    >
      <path d={path()} fill="black" />
    </svg>
  );
}
