import { describe, expect, it, vi } from "vitest";
import { ApiProblem } from "./api-problem.ts";
import { asking, withFreshProof } from "./ask-again.ts";

const refused = () => new ApiProblem("auth.fresh_required", 403);

describe("a request that wants a fresh proof", () => {
  it("is sent once more after the person proved who they are", async () => {
    const send = vi.fn<() => Promise<string>>();
    send.mockRejectedValueOnce(refused()).mockResolvedValueOnce("done");
    const answer = withFreshProof<string>(send);
    await vi.waitUntil(() => asking());
    asking()?.settle(true);
    expect(await answer).toBe("done");
    expect(send).toHaveBeenCalledTimes(2);
    expect(asking()).toBeNull();
  });

  it("stays refused when the person declines, or when it is refused again", async () => {
    const send = vi.fn<() => Promise<string>>().mockRejectedValue(refused());
    await expect(withFreshProof(send, () => Promise.resolve(false))).rejects.toMatchObject({
      code: "auth.fresh_required",
    });
    expect(send).toHaveBeenCalledTimes(1);
    const ask = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
    await expect(withFreshProof(send, ask)).rejects.toBeInstanceOf(ApiProblem);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("asks once for two of them", async () => {
    const one = vi
      .fn<() => Promise<number>>()
      .mockRejectedValueOnce(refused())
      .mockResolvedValueOnce(1);
    const two = vi
      .fn<() => Promise<number>>()
      .mockRejectedValueOnce(refused())
      .mockResolvedValueOnce(2);
    const both = Promise.all([withFreshProof<number>(one), withFreshProof<number>(two)]);
    await vi.waitUntil(() => asking());
    asking()?.settle(true);
    expect(await both).toEqual([1, 2]);
  });

  it("is not asked for by any other refusal", async () => {
    const send = vi
      .fn<() => Promise<string>>()
      .mockRejectedValue(new ApiProblem("permission.denied", 403));
    const ask = vi.fn<() => Promise<boolean>>();
    await expect(withFreshProof(send, ask)).rejects.toMatchObject({ code: "permission.denied" });
    expect(ask).not.toHaveBeenCalled();
  });
});
