import { SignJWT, exportJWK, generateKeyPair } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { signAccess, signTicket } from "#worker/platform/auth/tokens.ts";
import { systemClock } from "#worker/platform/clock.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import {
  callWorker,
  mintOrganization,
  testEnv,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

// RFC 8725 and its known attacks, against a route that asks for a session.
let home: TestOrganization;
let viewer: TestPerson;
let good: string;

beforeAll(async () => {
  quiet();
  home = await mintOrganization();
  viewer = await home.join("viewer");
  good = viewer.token;
});
afterAll(() => void vi.restoreAllMocks());

const bytes = (text: string) => new TextEncoder().encode(text);
const secret = () => bytes(testEnv.AUTH_SECRET);
const encode = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const decode = (part: string | undefined) =>
  JSON.parse(atob((part ?? "").replaceAll("-", "+").replaceAll("_", "/"))) as Record<
    string,
    unknown
  >;

/** The parts of a good token: header, claims, signature. */
function parts() {
  const [header, claims, signature] = good.split(".");
  return { header: decode(header), claims: decode(claims), raw: claims ?? "", signature };
}

async function ask(token: string): Promise<[number, string]> {
  const answer = await callWorker("get /auth/me", undefined, { authorization: `Bearer ${token}` });
  const body = await answer.json<{ code?: string }>();
  return [answer.status, body.code ?? "in"];
}

/** The good claims, changed, under a header of one's own, signed with any key. */
function sign(
  over: { header?: object; claims?: object },
  key: Parameters<SignJWT["sign"]>[0] = secret(),
): Promise<string> {
  const header = { alg: "HS256", typ: "at+jwt", ...over.header };
  return new SignJWT({ ...parts().claims, ...over.claims }).setProtectedHeader(header).sign(key);
}

const REFUSED: [number, string] = [401, "auth.required"];

describe("a token", () => {
  it("that is our own opens the door, so that what follows is refused for its fault alone", async () => {
    expect(await ask(good)).toEqual([200, "in"]);
    expect(await ask(await sign({}))).toEqual([200, "in"]);
  });

  it.each(["none", "None", "NONE", "nOnE"])(
    "without signature, alg %s, is refused",
    async (alg) => {
      const { raw, signature } = parts();
      for (const end of ["", signature]) {
        expect(await ask(`${encode({ alg, typ: "at+jwt" })}.${raw}.${end}`)).toEqual(REFUSED);
      }
    },
  );

  it.each(["HS384", "HS512"])(
    "under another algorithm of the same key, %s, is refused",
    async (alg) => {
      expect(await ask(await sign({ header: { alg } }))).toEqual(REFUSED);
    },
  );

  it.each(["RS256", "PS256", "ES256", "EdDSA"])(
    "under a key pair of the attacker, %s, is refused, also with the key sent along",
    async (alg) => {
      const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
      const jwk = await exportJWK(publicKey);
      expect(await ask(await sign({ header: { alg } }, privateKey))).toEqual(REFUSED);
      expect(await ask(await sign({ header: { alg, jwk } }, privateKey))).toEqual(REFUSED);
    },
  );

  it.each([
    ["an empty key", { kid: "/dev/null" }, "\u0000"],
    ["a key chosen by SQL in kid", { kid: "x' UNION SELECT 'attacker" }, "attacker"],
    ["a key chosen by a path in kid", { kid: "../../etc/passwd" }, "root:x:0:0"],
    ["a key fetched from jku", { jku: "https://evil.test/jwks.json" }, "attacker"],
    ["a key fetched from x5u", { x5u: "https://evil.test/cert.pem" }, "attacker"],
    ["another secret", {}, "x".repeat(64)],
  ])("signed with %s is refused", async (_name, header, key) => {
    expect(await ask(await sign({ header }, bytes(key)))).toEqual(REFUSED);
  });

  it("with a header that must be understood and is not is refused", async () => {
    const header = encode({ alg: "HS256", typ: "at+jwt", crit: ["evil"], evil: true });
    expect(await ask(`${header}.${parts().raw}.${parts().signature}`)).toEqual(REFUSED);
  });

  it.each([
    ["audience", { aud: "socket" }],
    ["no audience", { aud: undefined }],
    ["issuer", { iss: "https://evil.test" }],
    ["no issuer", { iss: undefined }],
    ["subject that is no text", { sub: 7 }],
    ["no session", { sid: undefined }],
    ["database that is no organization's", { db: "CONTROL" }],
  ])("for another %s is refused", async (_name, claims) => {
    expect(await ask(await sign({ claims }))).toEqual(REFUSED);
  });

  it.each(["JWT", "ticket+jwt", ""])("of another kind, typ %j, is refused", async (typ) => {
    expect(await ask(await sign({ header: { typ } }))).toEqual(REFUSED);
  });

  it("for a socket is no token for the API, nor the other way round", async () => {
    const { userId, sessionId } = viewer;
    const claims = { userId, sessionId, tenant: home.tenant };
    const ticket = await signTicket(testEnv, systemClock, claims, "live");
    expect(await ask(ticket.token)).toEqual(REFUSED);
  });

  it("whose time is over is told so, and one that has no end is refused", async () => {
    const { userId, sessionId } = viewer;
    const claims = { userId, sessionId, tenant: home.tenant };
    const past = { now: () => Date.now() - 901_000 };
    const late = await signAccess(testEnv, past, claims);
    expect(await ask(late.token)).toEqual([401, "auth.expired"]);
    expect(await ask(await sign({ claims: { nbf: Date.now() / 1000 + 600 } }))).toEqual(REFUSED);
    expect(await ask(await sign({ claims: { exp: undefined } }))).toEqual(REFUSED);
  });

  it.each(["sub", "sid", "org", "db", "exp"])(
    "whose claim %s was changed is refused",
    async (name) => {
      const { header, claims, signature } = parts();
      const elsewhere = `${home.tenant.binding}5`;
      const owner = { sub: home.owner.userId, sid: home.owner.sessionId, exp: 4_102_444_800 };
      const changed = { ...claims, [name]: { ...owner, org: "org_x", db: elsewhere }[name] };
      expect(await ask(`${encode(header)}.${encode(changed)}.${signature}`)).toEqual(REFUSED);
    },
  );

  it("that is cut, doubled, padded or no token at all is refused", async () => {
    const { raw, signature } = parts();
    const [header] = good.split(".");
    const odd = [
      "",
      ".",
      "..",
      "x.y.z",
      `${header}.${raw}`,
      `${header}.${raw}.`,
      `${good}.${signature}`,
      good.slice(0, -4),
      `${good.slice(0, -1)}${good.endsWith("A") ? "Q" : "A"}`,
      `${header}..${signature}`,
      JSON.stringify({ payload: raw, signature }),
      "null",
      "e30.e30.e30",
      "A".repeat(8_000),
    ];
    for (const token of odd) expect([token, ...(await ask(token))]).toEqual([token, ...REFUSED]);
  });

  it("is taken from the header alone, under its scheme alone", async () => {
    const bare = await callWorker(`get /auth/me?access_token=${good}`);
    expect(bare.status).toBe(401);
    const cookie = await callWorker("get /auth/me", undefined, { cookie: `access_token=${good}` });
    expect(cookie.status).toBe(401);
    for (const scheme of ["Basic", "Token", "DPoP"]) {
      const headers = { authorization: `${scheme} ${good}` };
      expect((await callWorker("get /auth/me", undefined, headers)).status).toBe(401);
    }
  });
});
