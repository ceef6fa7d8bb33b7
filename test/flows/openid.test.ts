import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CookieClient } from "../support/cookie-client.ts";
import { startDesk, type TestDesk } from "../support/desk.ts";
import { CLIENT, openIdProvider } from "../support/openid-provider.ts";
import { staffOf } from "../support/staff.ts";

let provider: Awaited<ReturnType<typeof openIdProvider>>;
let desk: TestDesk;
let staff: ReturnType<typeof staffOf>;
beforeAll(async () => {
  provider = await openIdProvider();
  desk = await startDesk({ worker: false, server: { openId: { issuer: provider.issuer, ...CLIENT } } });
  staff = staffOf(desk);
});
afterAll(async () => {
  await desk.close();
  await provider.close();
});

/** Goes to the provider and back, as far as the way leads; `tamper` may change what the provider sends back. */
async function goThere(next = "/board", tamper: (back: URL) => void = () => {}) {
  const [browser, there] = [new CookieClient(desk.origin), new CookieClient(provider.issuer)];
  let response = await browser.fetch(`/sign-in/openid?next=${encodeURIComponent(next)}`);
  let location = response.headers.get("location") as string;
  while (location.startsWith(provider.issuer) || !location.startsWith(desk.origin)) {
    if (location.startsWith("/sign-in?")) return { browser, location };
    response = await there.fetch(location);
    location = new URL(response.headers.get("location") as string, provider.issuer).href;
  }
  const back = new URL(location);
  tamper(back);
  response = await browser.fetch(back.pathname + back.search);
  return { browser, back, location: response.headers.get("location") as string };
}

describe("signing in at the operator's OpenID provider", () => {
  test("while the provider does not answer, leads back to the door and says so", async () => {
    expect(await goThere()).toMatchObject({ location: "/sign-in?openid=away" });
    provider.serve(`${desk.origin}/sign-in/openid/callback`);
  });

  test("lets in whoever was invited by the address that the provider vouches for, and leads on", async () => {
    await staff.invite("Olga@desk.example", "MANAGER", { name: "Olga" });
    provider.is({ sub: "olga-1", email: "olga@desk.example", email_verified: true });
    const { browser, location } = await goThere("/reports?a=1");
    expect(location).toBe("/reports?a=1#signed-in");
    expect(await browser.who()).toEqual({ kind: "MANAGER", name: "Olga" });
    expect(await (await browser.fetch("/sign-in/options")).json()).toMatchObject({ openId: "127.0.0.1" });
  });

  test("knows them again by who they are there, though their address changes", async () => {
    provider.is({ sub: "olga-1", email: "olga.new@desk.example", email_verified: true });
    expect(await (await goThere()).browser.who()).toMatchObject({ name: "Olga" });
    provider.is({ sub: "somebody-else", email: "olga@desk.example", email_verified: true });
    expect((await goThere()).location, "an account that is somebody's is nobody else's").toBe(
      "/sign-in?openid=unknown",
    );
  });

  test("believes no address that the provider does not vouch for, and nobody who was not invited", async () => {
    await staff.invite("pia@desk.example", "TECHNICIAN");
    provider.is({ sub: "pia-1", email: "pia@desk.example", email_verified: false });
    expect((await goThere()).location).toBe("/sign-in?openid=unknown");
    provider.is({ sub: "stranger", email: "stranger@desk.example", email_verified: true });
    expect((await goThere()).location).toBe("/sign-in?openid=unknown");
  });

  test("is refused with another's answer, a used answer, or none of our asking", async () => {
    provider.is({ sub: "olga-1", email: "olga@desk.example", email_verified: true });
    const mixed = await goThere("/board", (back) => back.searchParams.set("state", "another"));
    expect(mixed.location).toBe("/sign-in?openid=refused");
    const { browser, back } = await goThere();
    const again = await browser.fetch((back as URL).pathname + (back as URL).search);
    expect(again.headers.get("location")).toBe("/sign-in?openid=late");
  });

  test("leads to no other site afterwards", async () => {
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1"])
      expect((await goThere(next)).location).toBe("/#signed-in");
  });

  test("ends for whoever is shut out", async () => {
    await staff.join("other.manager@desk.example", "MANAGER");
    const { data } = await desk.gql(
      "manager",
      "{ staffAccounts(first: 9) { edges { node { email technician { id } } } } }",
    );
    const olga = data.staffAccounts.edges.find((e: any) => e.node.email === "olga@desk.example").node;
    const input = { technicianId: olga.technician.id, role: "MANAGER", suspended: true };
    await staff.must("setStaffAccess", input, "account { suspendedAt hasOpenId }");
    expect((await goThere()).location).toBe("/sign-in?openid=unknown");
  });
});
