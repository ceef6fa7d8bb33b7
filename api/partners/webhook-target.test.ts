import { describe, expect, test } from "vitest";
import { guardedLookup, type Resolve, TargetRefused } from "./webhook-dispatcher.ts";
import { checkTarget, isPublic } from "./webhook-target.ts";

const hostile = [
  ...["http://hooks.acme.com/", "ftp://hooks.acme.com/", "file:///etc/passwd", "gopher://acme.com/", "javascript:1"],
  ...[
    "https://localhost/",
    "https://LOCALHOST/",
    "https://localhost./",
    "https://a.localhost/",
    "https://printer.local/",
  ],
  ...["https://127.0.0.1/", "https://127.1/", "https://127.0.1/", "https://2130706433/", "https://0x7f000001/"],
  ...["https://0x7f.1/", "https://0177.0.0.1/", "https://017700000001/", "https://0/", "https://0.0.0.0/"],
  ...[
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/",
  ],
  ...[
    "https://100.64.0.1/",
    "https://198.18.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://8.8.8.8/",
  ],
  ...[
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[fe80::1]/",
  ],
  ...[
    "https://[fc00::1]/",
    "https://[fd12::1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[::7f00:1]/",
  ],
  ...["https://[2606:4700::1111]/", "https://[fe80::1%25eth0]/", "https://[::127.0.0.1]/"],
  ...[
    "https://127。0。0。1/",
    "https://①②⑦.⓪.⓪.①/",
    "https://１２７.0.0.1/",
    "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "https://127%2e0%2e0%2e1/",
  ],
  ...[
    "https://user:pw@hooks.acme.com/",
    "https://user@hooks.acme.com/",
    "https://@hooks.acme.com/",
    "https://hooks.acme.com@127.0.0.1/",
  ],
  ...[
    "https://hooks.acme.com:22/",
    "https://hooks.acme.com:80/",
    "https://hooks.acme.com:5432/",
    "https://hooks.acme.com:6379/",
  ],
  ...[
    "https://metadata.google.internal/",
    "https://router/",
    "https://nas.lan/",
    "https://db.corp/",
    "https://1.0.0.127.in-addr.arpa/",
  ],
  ...[
    "https://hooks.acme.com\\@127.0.0.1/",
    "https://hooks.acme.com/ path",
    "https://hooks.acme.com/\r\nHost: x",
    "https://hooks.acme.com/#x",
  ],
  ...[
    "https:///path",
    "https://",
    "//hooks.acme.com/",
    "hooks.acme.com",
    "",
    `https://hooks.acme.com/${"x".repeat(2_000)}`,
  ],
];

describe("where webhooks are not sent, by what is written", () => {
  test("there are more than sixty ways to try", () => expect(hostile.length).toBeGreaterThan(60));
  test.each(hostile)("%j is refused", (text) => expect(checkTarget(text, [])).toMatchObject({ ok: false }));

  test.each([
    "https://hooks.acme.com/",
    "https://hooks.acme.com:8443/in?key=1",
    "https://xn--bcher-kva.com/x",
    "https://bücher.com",
  ])("%j is taken", (text) => expect(checkTarget(text, [])).toMatchObject({ ok: true, local: false }));

  test("what the operator named is taken with its very port, and nothing beside it", () => {
    const allow = ["127.0.0.1:8080", "localhost:3000"];
    expect(checkTarget("http://127.0.0.1:8080/in", allow)).toMatchObject({ ok: true, local: true });
    expect(checkTarget("http://0x7f.1:8080/in", allow), "the same address").toMatchObject({ ok: true, local: true });
    expect(checkTarget("http://localhost:3000/", allow)).toMatchObject({ ok: true, local: true });
    for (const other of [
      "http://127.0.0.1:8081/",
      "http://127.0.0.2:8080/",
      "http://localhost:8080/",
      "http://u:p@localhost:3000/",
    ])
      expect(checkTarget(other, allow), other).toMatchObject({ ok: false });
  });
});

describe("where webhooks are not sent, by what a name leads to", () => {
  test.each([
    ...[
      "127.0.0.1",
      "10.1.2.3",
      "192.168.0.1",
      "172.20.0.1",
      "169.254.169.254",
      "100.100.100.200",
      "0.0.0.0",
      "192.0.2.1",
    ],
    ...[
      "::1",
      "::",
      "::ffff:10.0.0.1",
      "fe80::1",
      "fc00::1",
      "64:ff9b::a00:1",
      "2002:a00:1::",
      "2001::1",
      "::a00:1",
      "fec0::1",
    ],
    ...["2001:db8::1", "ff02::1", "nonsense", ""],
  ])("%s is not public", (address) => expect(isPublic(address)).toBe(false));
  test.each(["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8"])("%s is public", (address) =>
    expect(isPublic(address)).toBe(true),
  );

  const ask = (resolve: Resolve, all: boolean) =>
    new Promise((ok, fail) =>
      guardedLookup(resolve)("hooks.acme.com", { all }, (error, address) => (error ? fail(error) : ok(address))),
    );
  const to =
    (...addresses: string[]): Resolve =>
    async () =>
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

  test("a connection is given the very addresses that were judged, in the form it asks for", async () => {
    expect(await ask(to("8.8.8.8", "2606:4700::1111"), true)).toEqual([
      { address: "8.8.8.8", family: 4 },
      { address: "2606:4700::1111", family: 6 },
    ]);
    expect(await ask(to("8.8.8.8"), false)).toBe("8.8.8.8");
  });

  test("one private address among public ones spoils them all, and so does none", async () => {
    await expect(ask(to("8.8.8.8", "127.0.0.1"), true)).rejects.toThrow(TargetRefused);
    await expect(ask(to(), true)).rejects.toThrow(TargetRefused);
  });

  test("a name that answers otherwise the second time is judged again", async () => {
    let asked = 0;
    const rebinding: Resolve = async () => [{ address: asked++ === 0 ? "8.8.8.8" : "127.0.0.1", family: 4 }];
    expect(await ask(rebinding, false)).toBe("8.8.8.8");
    await expect(ask(rebinding, false)).rejects.toThrow(/127\.0\.0\.1/);
  });
});
