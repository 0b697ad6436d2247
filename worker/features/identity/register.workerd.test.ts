import { expect, it } from "vitest";
import { signUp } from "./testing.ts";

it("registers", async () => {
  const { me, browser, form } = await signUp();
  expect(me.person.email).toBe(form.email);
  const answer = await browser.call("get /auth/me", undefined, me.accessToken);
  expect(await answer.json()).toMatchObject({ organization: { name: form.organization } });
  expect(answer.status).toBe(200);
});
