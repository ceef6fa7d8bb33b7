import { describe, expect, test } from "vitest";
import { type Config, readConfig, settingsOf } from "./config.ts";

const read = (env: Record<string, string | undefined>) => {
  const got = readConfig(env);
  return "config" in got ? got.config : got.faults;
};

const readAll = (env: Record<string, string>): Config => {
  const got = readConfig(env);
  if ("faults" in got) throw new Error(got.faults.join());
  return got.config;
};

describe("the environment", () => {
  test("says nothing: the desk listens on this machine only and brings its own database", () => {
    expect(read({})).toMatchObject({ host: "127.0.0.1", port: 4000, databaseUrl: null, dataDir: ".data" });
  });

  test("a setting is read as what it is: a port is a number, and 0 means any free one", () => {
    expect(read({ PORT: "0" })).toMatchObject({ port: 0 });
    expect(read({ PORT: "65535", HOST: "::1", LOG_LEVEL: "debug" })).toMatchObject({
      port: 65535,
      host: "::1",
      logLevel: "debug",
    });
  });

  test("a setting of somebody else's is left alone", () => {
    expect(read({ PATH: "/bin", ADATABASE_URL: "x" })).toEqual(read({}));
  });

  test.each(["", " 80", "-1", "65536", "0x50", "80.5", "4000\n", "eighty"])("%j is no port", (port) => {
    expect(read({ PORT: port })).toEqual([
      `PORT: expected a whole number from 0 to 65535, got ${JSON.stringify(port)}`,
    ]);
  });

  test.each(["mysql://x/y", "postgres:/x", "postgres://[", "", "localhost:5432"])("%j is no database", (url) => {
    expect(read({ DATABASE_URL: url })).toEqual([expect.stringMatching(/^DATABASE_URL: expected postgres:\/\//)]);
  });

  test("both spellings of a database's address are taken", () => {
    expect(read({ DATABASE_URL: "postgresql://a:b@c:5/d" })).toMatchObject({ databaseUrl: "postgresql://a:b@c:5/d" });
    expect(read({ DATABASE_URL_STAFF: "postgres://c/d" })).toMatchObject({ databaseUrlStaff: "postgres://c/d" });
  });

  test("what serves partners is read with its unit, and never keeps less than 30 days of changes", () => {
    expect(read({})).toMatchObject({ feedRetentionDays: 30, webhookAllowLocal: [], exportDir: null });
    expect(read({ FEED_RETENTION_DAYS: "90", WEBHOOK_ALLOW_LOCAL: "localhost:3000, [::1]:80" })).toMatchObject({
      feedRetentionDays: 90,
      webhookAllowLocal: ["localhost:3000", "[::1]:80"],
    });
    for (const days of ["2h", "29", "", "-1"])
      expect(read({ FEED_RETENTION_DAYS: days })).toEqual([
        `FEED_RETENTION_DAYS: expected a whole number of days from 30 to 3650, got ${JSON.stringify(days)}`,
      ]);
    for (const list of ["localhost", "http://localhost:80", "a:b", ""])
      expect(read({ WEBHOOK_ALLOW_LOCAL: list })).toEqual([
        expect.stringMatching(/^WEBHOOK_ALLOW_LOCAL: expected a list/),
      ]);
  });

  test("nobody's word on where a request came from is taken but that of the proxies that are named", () => {
    expect(read({})).toMatchObject({ trustProxy: [] });
    expect(read({ TRUST_PROXY: "10.0.0.0/8, ::1" })).toMatchObject({ trustProxy: ["10.0.0.0/8", "::1"] });
    for (const list of ["true", "proxy.example", "10.0.0.0/33", ""])
      expect(read({ TRUST_PROXY: list })).toEqual([
        expect.stringMatching(/^TRUST_PROXY: expected a list of addresses/),
      ]);
  });

  test("an export's folder lies beside the database, unless it is named", () => {
    const config = read({ DATA_DIR: "/var/desk" }) as Parameters<typeof settingsOf>[0];
    expect(settingsOf(config).exportDir).toBe("/var/desk/exports");
    expect(settingsOf(config, "/elsewhere").exportDir).toBe("/elsewhere/exports");
    expect(settingsOf({ ...config, exportDir: "/mnt/x" }).exportDir).toBe("/mnt/x");
  });

  test("all faults are named at once, so that one correction is enough", () => {
    const faults = read({ PORT: "x", HOST: " ", LOG_LEVEL: "loud" }) as string[];
    expect(faults.map((fault) => fault.split(":")[0])).toEqual(["HOST", "PORT", "LOG_LEVEL"]);
  });

  test.each(["desk.example", "https://desk.example/watchdesk", "ftp://desk.example"])(
    "%j is no public address",
    (url) => {
      expect(read({ PUBLIC_URL: url })).toEqual([expect.stringMatching(/^PUBLIC_URL: expected https:/)]);
    },
  );

  test("an OpenID provider is reached by https, or stands on this machine, and needs all of its three settings", () => {
    const all = { OIDC_CLIENT_ID: "desk", OIDC_CLIENT_SECRET: "s", OIDC_ISSUER: "https://id.example/realms/x" };
    expect(read({ ...all, PUBLIC_URL: "https://desk.example/" })).toMatchObject({
      oidcIssuer: "https://id.example/realms/x",
      publicUrl: "https://desk.example",
    });
    expect(read({ ...all, OIDC_ISSUER: "http://127.0.0.1:9000" })).toMatchObject({ oidcClientId: "desk" });
    expect(read({ ...all, OIDC_ISSUER: "http://id.example" })).toEqual([
      expect.stringMatching(/^OIDC_ISSUER: expected an https/),
    ]);
    expect(read({ OIDC_ISSUER: "https://id.example" })).toEqual([
      "OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: expected to be set beside OIDC_ISSUER",
    ]);
  });

  test("mail goes out by a server, from an address, with links to where the desk is reached", () => {
    const all = {
      SMTP_URL: "smtps://desk:p%40ss@mail.example",
      MAIL_FROM: "Watchdesk, Inc <support@desk.example>",
      MAIL_REPLY_DOMAIN: "In.Desk.example",
      PUBLIC_URL: "https://desk.example",
    };
    const config = read(all) as Parameters<typeof settingsOf>[0];
    expect(settingsOf(config).mail).toEqual({
      smtpUrl: all.SMTP_URL,
      from: { name: "Watchdesk, Inc", address: "support@desk.example" },
      replyDomain: "in.desk.example",
      origin: "https://desk.example",
    });
    expect(read({ MAIL_FROM: "support@desk.example" })).toMatchObject({
      mailFrom: { name: "", address: "support@desk.example" },
    });
    expect(settingsOf(read({}) as Parameters<typeof settingsOf>[0]).mail).toBeNull();
    expect(read({ SMTP_URL: all.SMTP_URL })).toEqual([
      "MAIL_FROM: expected to be set beside SMTP_URL",
      "PUBLIC_URL: expected to be set beside SMTP_URL",
    ]);
  });

  test.each([
    ["SMTP_URL", "http://mail.example", "smtp://user:password@host:port"],
    ["SMTP_URL", "mail.example:25", "smtp://user:password@host:port"],
    ["MAIL_FROM", "support", "support@desk.example"],
    ["MAIL_FROM", "A <a@b.example>\r\nBcc: c@d.example", "support@desk.example"],
    ["MAIL_FROM", "A <a@b.example>, B <b@b.example>", "support@desk.example"],
    ["MAIL_REPLY_DOMAIN", "reply@desk.example", "a domain such as desk.example"],
  ])("%s: %j is refused", (variable, text, expected) => {
    const faults = read({
      [variable]: text,
      MAIL_FROM: "a@b.example",
      PUBLIC_URL: "https://x.example",
      ...{ [variable]: text },
    });
    expect(faults).toEqual([expect.stringContaining(`${variable}: expected ${expected}`)]);
  });

  test("nobody changes a setting once it is read", () => {
    expect(Object.isFrozen(read({}))).toBe(true);
  });

  test("one remote tool is chosen: any by its address, or a MeshCentral with an account", () => {
    expect(settingsOf(readAll({ REMOTE_TOOL_URL: "anydesk:{device}" })).remoteTool).toEqual({
      ...{ kind: "TEMPLATE", template: "anydesk:{device}" },
    });
    const mesh = { MESHCENTRAL_URL: "https://mesh.example/acme", MESHCENTRAL_USER: "~t:a", MESHCENTRAL_PASSWORD: "b" };
    expect(settingsOf(readAll(mesh)).remoteTool).toEqual({
      ...{ kind: "MESHCENTRAL", url: "https://mesh.example/acme/", user: "~t:a", password: "b", caFile: null },
    });
    expect(settingsOf(readAll({})).remoteTool).toBeNull();
    expect(read({ ...mesh, REMOTE_TOOL_URL: "anydesk:{device}" })).toEqual([
      "REMOTE_TOOL_URL: expected to be left out beside MESHCENTRAL_URL, or the other way round",
    ]);
    expect(read({ MESHCENTRAL_URL: "https://mesh.example", MESHCENTRAL_USER: "a" })).toEqual([
      "MESHCENTRAL_PASSWORD: expected to be set beside MESHCENTRAL_URL, MESHCENTRAL_USER",
    ]);
    for (const url of [
      "http://mesh.example",
      "mesh.example",
      "https://a:b@mesh.example",
      "https://mesh.example/?key=1",
    ])
      expect(read({ ...mesh, MESHCENTRAL_URL: url })).toEqual([
        expect.stringMatching(/^MESHCENTRAL_URL: expected https/),
      ]);
    expect(read({ MESHCENTRAL_CA_FILE: "/nowhere/at.all" })).toEqual([
      expect.stringMatching(/^MESHCENTRAL_CA_FILE: expected the path of a file/),
    ]);
    expect(read({ REMOTE_TOOL_URL: "javascript:alert(1)" })).toEqual([
      expect.stringMatching(/^REMOTE_TOOL_URL: expected an address/),
    ]);
  });
});
