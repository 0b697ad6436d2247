import { expect, it } from "vitest";
import { testEnv } from "#worker/platform/testing.ts";
import { occasionOf } from "./occasion.ts";

const clock = { now: () => Date.parse("2026-11-21T16:12:00.000Z") };
const headers = {
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
};
const cf = { country: "FR", timezone: "Europe/Paris" };
const request = new Request("https://aetheria.test/", { headers, cf });
const at = "2026-11-21T16:12:00.000Z";
const device = "Firefox · Linux";

it("tells device, country and zone as the edge saw them", () => {
  const env = { ...testEnv, ENVIRONMENT: "production" as const };
  const told = { at, device, place: "FR", timeZone: "Europe/Paris" };
  expect(occasionOf({ clock, env, request })).toEqual(told);
});

it("tells a private address as what it is", () => {
  const env = { ...testEnv, ENVIRONMENT: "production" as const };
  const near = new Request(request, { headers: { ...headers, "cf-connecting-ip": "10.0.0.7" } });
  expect(occasionOf({ clock, env, request: near }).place).toBe("local");
});

it("tells no country that a local server has made up", () => {
  expect(occasionOf({ clock, env: testEnv, request })).toEqual({
    at,
    device,
    place: null,
    timeZone: null,
  });
});
