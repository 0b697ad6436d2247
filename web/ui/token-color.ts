/**
 * The colour of a token as the page shows it now, "#rrggbb": for canvases (charts, cursors) that can't read CSS
 * variables. Ask again when the theme changes. `name` is the token without its prefix: "c1", "ink-2".
 */
export function tokenColor(name: string, scope: HTMLElement = document.documentElement): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--color-${name})`;
  scope.append(probe);
  const shown = getComputedStyle(probe).color;
  probe.remove();
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return shown;
  pen.fillStyle = shown;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
