import { describe, expect, it } from "vitest";
import { deviceName, shownDevice } from "./device.ts";

const kit = (system: string, rest: string, webkit = "537.36") =>
  `Mozilla/5.0 (${system}) AppleWebKit/${webkit} (KHTML, like Gecko) ${rest}`;
const LINUX = "X11; Linux x86_64";
const WINDOWS = "Windows NT 10.0; Win64; x64";
const MAC = "Macintosh; Intel Mac OS X 10_15_7";
const IPHONE = "iPhone; CPU iPhone OS 18_6 like Mac OS X";
const ANDROID = "Linux; Android 10; K";

describe("the name of a device", () => {
  it.each([
    ["Chrome · Linux", kit(LINUX, "Chrome/142.0.0.0 Safari/537.36")],
    ["Chrome · Linux", kit(LINUX, "HeadlessChrome/142.0.0.0 Safari/537.36")],
    ["Chrome · Windows", kit(WINDOWS, "Chrome/142.0.0.0 Safari/537.36")],
    ["Chrome · Android", kit(ANDROID, "Chrome/142.0.0.0 Mobile Safari/537.36")],
    ["Chrome · ChromeOS", kit("X11; CrOS x86_64 14541.0.0", "Chrome/142.0.0.0 Safari/537.36")],
    ["Chrome · iPhone", kit(IPHONE, "CriOS/142.0.7444.77 Mobile/15E148 Safari/604.1", "605.1.15")],
    ["Edge · Windows", kit(WINDOWS, "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0")],
    ["Edge · Android", kit(ANDROID, "Chrome/142.0.0.0 Mobile Safari/537.36 EdgA/142.0.0.0")],
    [
      "Edge · iPhone",
      kit(IPHONE, "Version/18.0 EdgiOS/142.0.3595.66 Mobile/15E148 Safari/605.1.15", "605.1.15"),
    ],
    ["Edge · macOS", kit(MAC, "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0")],
    ["Chrome · macOS", kit(MAC, "Chrome/142.0.0.0 Safari/537.36")],
    ["Opera · Android", kit(ANDROID, "Chrome/141.0.0.0 Mobile Safari/537.36 OPR/92.0.0.0")],
    [
      "Opera · iPhone",
      kit(IPHONE, "Version/18.6 Mobile/15E148 Safari/604.1 OPT/6.1.4", "605.1.15"),
    ],
    [
      "Firefox · Windows",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
    ],
    [
      "Firefox · macOS",
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0",
    ],
    // Apple's pages in other apps name no browser.
    ["iPhone", kit(IPHONE, "Mobile/15E148", "605.1.15")],
    ["node", "node"],
    ["Opera · macOS", kit(MAC, "Chrome/141.0.0.0 Safari/537.36 OPR/125.0.0.0")],
    [
      "Samsung Internet · Android",
      kit(ANDROID, "SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"),
    ],
    ["Safari · macOS", kit(MAC, "Version/26.0 Safari/605.1.15", "605.1.15")],
    ["Safari · iPhone", kit(IPHONE, "Version/26.0 Mobile/15E148 Safari/604.1", "605.1.15")],
    [
      "Safari · iPad",
      kit("iPad; CPU OS 17_6 like Mac OS X", "Version/17.6 Mobile/15E148 Safari/604.1", "605.1.15"),
    ],
    ["Firefox · Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"],
    ["Firefox · Android", "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0"],
    ["Firefox · iPhone", kit(IPHONE, "FxiOS/145.0 Mobile/15E148 Safari/605.1.15", "605.1.15")],
    // Nothing says which browser this is: better none than the wrong one.
    ["Linux", kit(LINUX, "UnknownThing/1.0 Safari/537.36")],
    ["curl/8.14.1", "curl/8.14.1"],
  ])("is %s for %s", (name, userAgent) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  it("keeps nothing that could be markup, and little", () => {
    expect(deviceName(`<script>"x"</script>${"y".repeat(200)}`)).toMatch(/^[\w ./-]{1,40}$/);
  });

  it.each([null, "", "<<<>>>"])("is a question mark for %j", (userAgent) => {
    expect(deviceName(userAgent)).toBe("?");
  });
});

describe("a device that nothing is known of", () => {
  it("is told by a word of the language, any other by its name", () => {
    expect(shownDevice(deviceName(null), "appareil inconnu")).toBe("appareil inconnu");
    expect(shownDevice(deviceName("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"), "x")).toBe(
      "Firefox · Linux",
    );
  });
});
