/** What charts are set in, on a canvas as in an SVG. */
export const FONT = '"Inter Variable", system-ui, sans-serif';
/** Px of axes and marks. */
export const SMALL = 11;
