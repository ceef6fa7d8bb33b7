import type { Product, ProductVersion } from "./products.ts";

/**
 * The systems most requests are about, so that a desk answers before it has loaded anybody's data. Facts as published
 * by endoflife.date (MIT) on the day named; the desk's own table of manufacturer data takes precedence once it is there.
 */
const asOf = "2026-08-22";
const published = (page: string) => ({ source: "endoflife.date", sourceUrl: `https://endoflife.date/${page}`, asOf });

type Row = readonly [
  version: string,
  released: string,
  eol: string | false,
  more?: Partial<Pick<ProductVersion, "names" | "edition" | "mainstreamEnd" | "extendedEnd">>,
];
const rows = (...list: Row[]): ProductVersion[] =>
  list.map(([version, released, eol, more]) => ({ version, released, eol, ...more }));
const named = (...names: string[]) => ({ names });

const microsoft = (terms: string) => `https://learn.microsoft.com/lifecycle/products/?terms=${terms}`;

const macOS: Product = {
  code: "macos",
  title: "macOS",
  names: ["apple macos", "mac os", "mac os x", "os x", "mac"],
  manufacturer: "Apple",
  page: "https://support.apple.com/macos",
  ...published("macos"),
  versions: rows(
    ["26", "2025-09-15", false, named("Tahoe")],
    ["15", "2024-09-16", false, named("Sequoia")],
    ["14", "2023-09-26", false, named("Sonoma")],
    ["13", "2022-10-24", "2025-09-15", named("Ventura")],
    ["12", "2021-10-25", "2024-09-16", named("Monterey")],
    ["11", "2020-11-12", "2026-02-02", named("Big Sur")],
    ["10.15", "2019-10-07", "2026-02-02", named("Catalina")],
    ["10.14", "2018-09-24", "2021-10-25", named("Mojave")],
    ["10.13", "2017-09-25", "2020-12-01", named("High Sierra")],
    ["10.12", "2016-09-20", "2019-10-01", named("Sierra")],
    ["10.11", "2015-09-30", "2018-12-01", named("El Capitan")],
    ["10.10", "2014-10-16", "2017-08-01", named("Yosemite")],
    ["10.9", "2013-10-22", "2016-12-01", named("Mavericks")],
    ["10.8", "2012-07-25", "2015-08-13", named("Mountain Lion")],
    ["10.7", "2011-07-20", "2012-10-04", named("Lion")],
    ["10.6", "2009-08-28", "2011-07-25", named("Snow Leopard")],
    ["10.5", "2007-10-26", "2009-08-13", named("Leopard")],
  ),
};

const windows: Product = {
  code: "windows",
  title: "Windows",
  names: ["microsoft windows"],
  manufacturer: "Microsoft",
  page: microsoft("Windows"),
  ...published("windows"),
  versions: rows(
    ["11 26H1", "2026-02-10", "2028-03-14"],
    ["11 25H2", "2025-09-30", "2027-10-12"],
    ["11 24H2", "2024-10-01", "2026-10-13"],
    ["11 24H2", "2024-10-01", "2027-10-12", { edition: "Enterprise" }],
    ["11 23H2", "2023-10-31", "2025-11-11"],
    ["11 23H2", "2023-10-31", "2026-11-10", { edition: "Enterprise" }],
    ["11 22H2", "2022-09-20", "2024-10-08"],
    ["11 21H2", "2021-10-04", "2023-10-10"],
    ["10 22H2", "2022-10-18", "2025-10-14", { extendedEnd: "2028-10-10" }],
    ["10 21H2", "2021-11-16", "2023-06-13"],
    ["8.1", "2013-11-13", "2023-01-10", { mainstreamEnd: "2018-01-09" }],
    ["8", "2012-10-30", "2016-01-12"],
    ["7", "2011-02-22", "2020-01-14", { mainstreamEnd: "2015-01-13" }],
    ["6.0", "2009-04-29", "2017-04-11", named("Vista")],
    ["5.1", "2008-04-21", "2014-04-08", named("XP")],
    ["5.0", "2000-02-17", "2010-07-13", named("2000")],
    ["4.9", "2000-09-14", "2006-07-11", named("ME", "Millennium")],
    ["4.1", "1998-06-25", "2006-07-11", named("98")],
    ["4.0", "1995-08-24", "2001-12-31", named("95")],
  ),
};

const iOS: Product = {
  code: "ios",
  title: "iOS",
  names: ["apple ios", "iphone os"],
  manufacturer: "Apple",
  page: "https://support.apple.com/ios",
  ...published("ios"),
  versions: rows(
    ["26", "2025-09-15", false],
    ["18", "2024-09-16", false, { mainstreamEnd: "2025-09-15" }],
    ["17", "2023-09-18", "2025-05-13", { mainstreamEnd: "2024-09-16" }],
    ["16", "2022-09-12", false, { mainstreamEnd: "2023-09-18" }],
    ["15", "2021-09-20", false, { mainstreamEnd: "2022-09-12" }],
    ["14", "2020-09-16", "2021-10-26", { mainstreamEnd: "2021-09-20" }],
    ["13", "2019-09-19", "2020-09-16"],
    ["12", "2018-09-17", "2026-01-26", { mainstreamEnd: "2019-09-19" }],
  ),
};

const chromeOS: Product = {
  code: "chromeos",
  title: "ChromeOS",
  names: ["chrome os", "google chromeos", "chromebook"],
  manufacturer: "Google",
  page: "https://support.google.com/chromebook",
  // ChromeOS carries the browser's milestone some days after it; the days are the browser's, the grace covers the rest
  ...published("chrome"),
  versions: rows(
    ["151", "2026-07-28", false],
    ["150", "2026-06-30", "2026-07-28"],
    ["149", "2026-06-02", "2026-06-30"],
    ["148", "2026-05-05", "2026-06-02"],
    ["147", "2026-04-07", "2026-05-05"],
  ),
};

const android: Product = {
  code: "android",
  title: "Android",
  names: ["android os", "google android"],
  manufacturer: "Google",
  page: "https://support.google.com/android",
  ...published("android"),
  versions: rows(
    ["17", "2026-06-16", false],
    ["16", "2025-06-10", false],
    ["15", "2024-09-03", false],
    ["14", "2023-10-04", false],
    ["13", "2022-08-15", "2026-03-02"],
    ["12", "2021-10-04", "2025-03-03"],
    ["11", "2020-09-08", "2024-02-05"],
  ),
};

const windowsServer: Product = {
  code: "windows-server",
  title: "Windows Server",
  names: ["microsoft windows server"],
  manufacturer: "Microsoft",
  page: microsoft("Windows%20Server"),
  ...published("windows-server"),
  versions: rows(
    ["2025", "2024-11-01", "2034-11-14", { mainstreamEnd: "2029-11-13" }],
    ["2022", "2021-08-18", "2031-10-14", { mainstreamEnd: "2026-10-13" }],
    ["2019", "2018-11-13", "2029-01-09", { mainstreamEnd: "2024-01-09" }],
    ["2016", "2016-10-15", "2027-01-12", { mainstreamEnd: "2022-01-11", extendedEnd: "2030-01-12" }],
    ["2012 R2", "2013-11-25", "2023-10-10", { mainstreamEnd: "2018-10-09", extendedEnd: "2026-10-13" }],
    ["2012", "2012-10-30", "2023-10-10", { mainstreamEnd: "2018-10-09", extendedEnd: "2026-10-13" }],
    ["2008 R2", "2011-02-22", "2020-01-14", { mainstreamEnd: "2015-01-13", extendedEnd: "2023-01-10" }],
  ),
};

const office: Product = {
  code: "office",
  title: "Microsoft Office",
  names: ["ms office"],
  manufacturer: "Microsoft",
  page: microsoft("Office"),
  ...published("office"),
  versions: rows(
    ["2024", "2024-10-01", "2029-10-09"],
    ["2021", "2021-10-05", "2026-10-13"],
    ["2019", "2018-09-24", "2025-10-14", { mainstreamEnd: "2023-10-10" }],
    ["2016", "2015-09-22", "2025-10-14", { mainstreamEnd: "2020-10-13" }],
    ["2013", "2013-01-09", "2023-04-11", { mainstreamEnd: "2018-04-10" }],
    ["2010", "2010-07-15", "2020-10-13", { mainstreamEnd: "2015-10-13" }],
  ),
};

const exchange: Product = {
  code: "msexchange",
  title: "Exchange Server",
  names: ["microsoft exchange", "microsoft exchange server", "exchange"],
  manufacturer: "Microsoft",
  page: microsoft("Exchange%20Server"),
  ...published("msexchange"),
  versions: rows(
    ["2019", "2018-10-22", "2025-10-14", { mainstreamEnd: "2024-01-09", extendedEnd: "2026-11-01" }],
    ["2016", "2015-10-01", "2025-10-14", { mainstreamEnd: "2020-10-13", extendedEnd: "2026-11-01" }],
    ["2013", "2013-01-09", "2023-04-11", { mainstreamEnd: "2018-04-10" }],
  ),
};

export const defaultProducts: readonly Product[] = [
  macOS,
  windows,
  iOS,
  chromeOS,
  android,
  windowsServer,
  office,
  exchange,
];
