import { beforeEach, describe, expect, it } from "vitest";
import { takeToken } from "./take-token.ts";

const TOKEN = "t".repeat(43);

beforeEach(() => history.pushState(null, "", "/reset"));

describe("the token of a mailed link", () => {
  it("leaves the address at once, and is still there after the page was reloaded", () => {
    history.pushState({ _depth: 3 }, "", `/reset?a=1#${TOKEN}`);
    expect(takeToken()).toBe(TOKEN);
    expect(location.href).not.toContain(TOKEN);
    expect(location.search).toBe("?a=1");
    // A reload keeps the entry's state and address; what else stands in the state is the router's.
    expect(takeToken()).toBe(TOKEN);
    expect(history.state).toMatchObject({ _depth: 3 });
  });

  it("is found by no other page, and gives way to a newer link", () => {
    history.pushState(null, "", `/reset#${TOKEN}`);
    takeToken();
    history.pushState(null, "", "/reset");
    expect(takeToken()).toBeUndefined();
    location.hash = "u".repeat(43);
    expect(takeToken()).toBe("u".repeat(43));
  });

  it("that was cut short is none, also beside an older one", () => {
    history.replaceState({ linkToken: TOKEN }, "", "/reset#abc");
    expect(takeToken()).toBeUndefined();
    history.replaceState({ linkToken: { evil: 1 } }, "", "/reset");
    expect(takeToken()).toBeUndefined();
  });
});
