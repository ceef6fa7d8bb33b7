import type { Product } from "../products.ts";
import { microsoft, published, rows } from "./rows.ts";

export const windowsServer: Product = {
  code: "windows-server",
  title: "Windows Server",
  names: ["microsoft windows server", "win server"],
  nicknames: ["server", "windows", "win"],
  fillers: ["standard", "datacenter", "essentials", "std", "ltsc", "os", "nt", "evaluation"],
  manufacturer: "Microsoft",
  kind: "SYSTEM",
  page: microsoft("Windows%20Server"),
  ...published("windows-server"),
  versions: rows(
    ["2025", "2024-11-01", "2034-11-14", { builds: ["10.0.26100"], mainstreamEnd: "2029-11-13" }],
    ["23H2 AC", "2023-10-24", "2026-05-12", { builds: ["10.0.25398"] }],
    ["2022", "2021-08-18", "2031-10-14", { builds: ["10.0.20348"], mainstreamEnd: "2026-10-13" }],
    ["20H2 SAC", "2020-10-20", "2022-08-09", { builds: ["10.0.19042"] }],
    ["2004 SAC", "2020-05-27", "2021-12-14", { builds: ["10.0.19041"] }],
    ["1909 SAC", "2019-11-12", "2021-05-11", { builds: ["10.0.18363"] }],
    ["1903 SAC", "2019-05-21", "2020-12-08", { builds: ["10.0.18362"] }],
    ["1809 SAC", "2018-11-13", "2020-11-10", { builds: ["10.0.17763"] }],
    ["2019", "2018-11-13", "2029-01-09", { builds: ["10.0.17763"], mainstreamEnd: "2024-01-09" }],
    ["1803 SAC", "2018-04-30", "2019-11-12", { builds: ["10.0.17134"] }],
    ["1709 SAC", "2017-10-17", "2019-04-09", { builds: ["10.0.16299"] }],
    [
      "2016",
      "2016-10-15",
      "2027-01-12",
      { builds: ["10.0.14393"], mainstreamEnd: "2022-01-11", extendedEnd: "2030-01-12" },
    ],
    [
      "2012 R2",
      "2013-11-25",
      "2023-10-10",
      { builds: ["6.3.9600"], mainstreamEnd: "2018-10-09", extendedEnd: "2026-10-13" },
    ],
    [
      "2012",
      "2012-10-30",
      "2023-10-10",
      { builds: ["6.2.9200"], mainstreamEnd: "2018-10-09", extendedEnd: "2026-10-13" },
    ],
    [
      "2008 R2",
      "2011-02-22",
      "2020-01-14",
      { builds: ["6.1.7601"], mainstreamEnd: "2015-01-13", extendedEnd: "2023-01-10" },
    ],
    [
      "2008",
      "2009-04-29",
      "2020-01-14",
      { builds: ["6.0.6003"], mainstreamEnd: "2015-01-13", extendedEnd: "2023-01-10" },
    ],
    ["2003", "2007-03-13", "2015-07-14", { builds: ["5.2.3790"], mainstreamEnd: "2010-07-13" }],
    ["2000", "2000-02-17", "2010-07-13", { builds: ["5.0.2195"], mainstreamEnd: "2005-06-30" }],
  ),
};
