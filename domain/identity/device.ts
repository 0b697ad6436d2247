// Every browser names the ones that it descends from: whoever names the most stands first, Safari last.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\b(?:OPR|OPiOS|OPT)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bVersion\/\S+ (?:Mobile\/\S+ )?Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** What stands for a device that nothing is known of. */
const UNKNOWN = "?";

/** A device as it is told: its name, or the language's word for one that nothing is known of. */
export function shownDevice(device: string, unknown: string): string {
  return device === UNKNOWN ? unknown : device;
}

/** How a session is named to its person: `Firefox · Linux`, or the start of what the program calls itself. */
export function deviceName(userAgent: string | null): string {
  const text = userAgent ?? "";
  const named = [BROWSERS, SYSTEMS].flatMap((list) => {
    const found = list.find(([pattern]) => pattern.test(text));
    return found ? [found[1]] : [];
  });
  if (named.length > 0) return named.join(" · ");
  return text.replaceAll(/[^\w ./-]/g, "").slice(0, 40) || UNKNOWN;
}
