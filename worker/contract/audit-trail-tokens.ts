import { testId } from "#domain/boards/testing.ts";
import { words } from "#worker/features/tokens/testing.ts";
import type { Change, Firm } from "./audit-trail.ts";

const id = (answer: { id: string }) => answer.id;
const service = async ({ owner, roleId }: Firm) =>
  id(
    await owner.json("post /service-accounts", {
      name: testId("svc", Date.now()),
      roleId: roleId("viewer"),
    }),
  );

/** How each route of tokens and service accounts is made to change something. */
export const TOKEN_TRAIL: Record<string, (firm: Firm) => Promise<Change>> = {
  "post /tokens": async () => ({ path: "/tokens", body: words() }),
  "delete /tokens/{id}": async ({ owner }) => {
    const record = id(await owner.json("post /tokens", words()));
    return { path: `/tokens/${record}`, record };
  },
  "post /service-accounts": async ({ roleId }) => ({
    path: "/service-accounts",
    body: { name: `Robot ${Date.now()}`, roleId: roleId("viewer") },
  }),
  "patch /service-accounts/{id}": async (firm) => ({
    path: `/service-accounts/${await service(firm)}`,
    body: { disabled: true },
  }),
  "delete /service-accounts/{id}": async (firm) => {
    const record = await service(firm);
    return { path: `/service-accounts/${record}`, record };
  },
  "post /service-accounts/{id}/tokens": async (firm) => ({
    path: `/service-accounts/${await service(firm)}/tokens`,
    body: words(),
  }),
};
