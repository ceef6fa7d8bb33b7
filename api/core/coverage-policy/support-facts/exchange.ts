import type { Product } from "../products.ts";
import { microsoft, published, rows } from "./rows.ts";

export const exchange: Product = {
  code: "msexchange",
  title: "Exchange Server",
  names: ["microsoft exchange", "microsoft exchange server", "exchange"],
  nicknames: ["server"],
  fillers: ["standard", "enterprise"],
  manufacturer: "Microsoft",
  kind: "PROGRAM",
  page: microsoft("Exchange%20Server"),
  ...published("msexchange"),
  versions: rows(
    ["Subscription Edition", "2025-07-01", false, { names: ["SE"], builds: ["15.2.2562.46"] }],
    [
      "2019",
      "2018-10-22",
      "2025-10-14",
      { builds: ["15.2.1544.36"], mainstreamEnd: "2024-01-09", extendedEnd: "2026-11-01" },
    ],
    [
      "2016",
      "2015-10-01",
      "2025-10-14",
      { builds: ["15.1.2507.61"], mainstreamEnd: "2020-10-13", extendedEnd: "2026-11-01" },
    ],
    ["2013", "2013-01-09", "2023-04-11", { builds: ["15.0.1497.48"], mainstreamEnd: "2018-04-10" }],
    ["2010", "2009-11-09", "2020-10-13", { builds: ["14.3.513.0"], mainstreamEnd: "2015-01-13" }],
    ["2007", "2007-03-08", "2017-04-11", { builds: ["8.3.517.0"], mainstreamEnd: "2012-04-10" }],
    ["2003", "2003-09-28", "2014-04-08", { builds: ["6.5.7654.4"], mainstreamEnd: "2009-04-14" }],
    ["2000", "2000-11-29", "2011-01-11", { builds: ["6.0.6620.7"], mainstreamEnd: "2005-12-31" }],
    ["5.5", "1998-02-03", "2006-01-10", { builds: ["5.5.2653"], mainstreamEnd: "2003-12-31" }],
    ["5.0", "1997-05-23", "2006-01-10", { builds: ["5.0.1460"], mainstreamEnd: "2003-12-31" }],
    ["4.0", "1996-06-11", true, { builds: ["4.0.996"] }],
  ),
};
