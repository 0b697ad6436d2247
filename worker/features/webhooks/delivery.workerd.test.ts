import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { addWebhook, callsTo, deliveriesOf, fakeOutside, secretOf, verified } from "./testing.ts";

let organization: TestOrganization;
beforeEach(async () => {
  organization = await mintOrganization();
});
afterEach(() => vi.restoreAllMocks());

const settled = (state: string) =>
  expect
    .poll(async () => (await deliveriesOf(organization.owner)).map((one) => one.state), {
      timeout: 15_000,
    })
    .toEqual([state]);

describe("a committed event", () => {
  it("reaches the webhook that asked for it, signed", async () => {
    const calls = fakeOutside(() => new Response("merci"));
    const { owner } = organization;
    const webhook = await addWebhook(owner);
    const { id } = webhook;
    const { secret } = await secretOf(owner, id);
    await owner.call("post /boards", { title: "Pas pour lui" });
    const made = await owner.call("post /clients", { company: "Mairie de Vaux" });
    const client = await made.json<{ id: string }>();
    await settled("delivered");
    const [call, ...others] = callsTo(calls, webhook);
    expect(others).toEqual([]);
    if (!call) throw new Error("Nothing was sent");
    expect(verified(call, secret)).toMatchObject({
      type: "client.created",
      organization: { id: organization.tenant.organizationId },
      actor: { id: owner.userId, name: "Claire Morvan" },
      record: { entity: "client", id: client.id },
      data: { id: client.id, company: "Mairie de Vaux" },
    });
    expect(() => verified({ ...call, body: `${call.body} ` }, secret)).toThrow(
      "No matching signature found",
    );
    const [delivery] = await deliveriesOf(owner);
    expect(delivery).toMatchObject({ webhookId: id, id: call.headers["webhook-id"], attempts: 1 });
  });
});
