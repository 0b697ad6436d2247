import { ui } from "./ui.ts";

/** Every French text, by feature. One lazily loaded chunk; the shape that the other languages follow. */
export const fr = { ui };
