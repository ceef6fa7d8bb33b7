import type { Product } from "../products.ts";
import { microsoft, published, rows } from "./rows.ts";

const programs = ["outlook", "word", "excel", "powerpoint", "access", "publisher", "onenote"];

/** The programs of an Office end with it: "Outlook 2016" is Office 2016. */
export const office: Product = {
  code: "office",
  title: "Microsoft Office",
  names: ["ms office", "office"],
  nicknames: programs,
  fillers: [...programs, "home", "business", "student", "professional", "pro", "plus", "standard", "en", "us"],
  manufacturer: "Microsoft",
  kind: "PROGRAM",
  page: microsoft("Office"),
  ...published("office"),
  versions: rows(
    ["2024", "2024-10-01", "2029-10-09"],
    ["2024 LTSC", "2024-09-18", "2029-10-09", { names: ["LTSC 2024"] }],
    ["2021", "2021-10-05", "2026-10-13"],
    ["2019", "2018-09-24", "2025-10-14", { mainstreamEnd: "2023-10-10" }],
    ["2016", "2015-09-22", "2025-10-14", { mainstreamEnd: "2020-10-13" }],
    ["2013", "2013-01-09", "2023-04-11", { mainstreamEnd: "2018-04-10" }],
    ["2011 for Mac", "2010-12-09", "2017-10-10"],
    ["2010", "2010-07-15", "2020-10-13", { mainstreamEnd: "2015-10-13" }],
    ["2008 for Mac", "2008-01-15", "2013-04-09"],
    ["2007", "2007-01-27", "2017-10-10", { mainstreamEnd: "2012-10-09" }],
  ),
};

/** A subscription has no version that ends while it is kept up to date: Microsoft supports its channels as they are. */
export const microsoft365: Product = {
  code: "microsoft-365-apps",
  title: "Microsoft 365 Apps",
  names: ["microsoft 365", "office 365", "m365", "o365", "ms 365"],
  fillers: [...programs, "apps", "enterprise", "business", "for", "standard", "premium", "e3", "e5"],
  manufacturer: "Microsoft",
  kind: "PROGRAM",
  evergreen: true,
  page: microsoft("Microsoft%20365"),
  source: "Microsoft",
  sourceUrl: microsoft("Microsoft%20365%20Apps"),
  asOf: "2026-08-22",
  versions: rows(["current channel", "2011-06-28", false]),
};
