import type { Product } from "../products.ts";
import { microsoft, published, rows } from "./rows.ts";

/** Each version by its last service pack: an older one of it ended earlier, and is told apart by imported data only. */
export const sqlServer: Product = {
  code: "mssqlserver",
  title: "SQL Server",
  names: ["microsoft sql server", "ms sql server", "mssql", "ms sql", "sql"],
  nicknames: ["server"],
  fillers: ["standard", "enterprise", "express", "developer", "web"],
  manufacturer: "Microsoft",
  kind: "PROGRAM",
  page: microsoft("SQL%20Server"),
  ...published("mssqlserver"),
  versions: rows(
    ["2025", "2025-11-18", "2036-01-06", { names: ["17.0"], builds: ["17.0.4075.5"], mainstreamEnd: "2031-01-06" }],
    [
      "2022",
      "2022-11-16",
      "2033-01-11",
      { names: ["16.0", "Dallas"], builds: ["16.0.4265.3"], mainstreamEnd: "2028-01-11" },
    ],
    ["2016", "2021-09-15", "2026-07-14", { names: ["13.0"], builds: ["13.0.6500.1"], extendedEnd: "2029-07-17" }],
    [
      "2019",
      "2019-11-04",
      "2030-01-08",
      { names: ["15.0", "Aris", "Seattle"], builds: ["15.0.4480.2"], mainstreamEnd: "2025-02-28" },
    ],
    [
      "2014",
      "2018-10-30",
      "2024-07-09",
      { names: ["12.0", "Hekaton"], builds: ["12.0.6449.1"], mainstreamEnd: "2019-07-09", extendedEnd: "2027-07-12" },
    ],
    [
      "2012",
      "2017-10-05",
      "2022-07-12",
      { names: ["11.0", "Denali"], builds: ["11.0.7512.11"], extendedEnd: "2025-07-08" },
    ],
    [
      "2017",
      "2017-09-29",
      "2027-10-12",
      { names: ["14.0", "Helsinki"], builds: ["14.0.3540.1"], mainstreamEnd: "2022-10-11" },
    ],
    [
      "2008 R2",
      "2014-07-07",
      "2019-07-09",
      {
        names: ["10.50", "Kilimanjaro"],
        builds: ["10.50.6785.2"],
        mainstreamEnd: "2014-07-08",
        extendedEnd: "2022-07-12",
      },
    ],
    [
      "2008",
      "2014-07-07",
      "2019-07-09",
      { names: ["10.0", "Katmai"], builds: ["10.0.6814.4"], mainstreamEnd: "2014-07-08", extendedEnd: "2022-07-12" },
    ],
    [
      "2005",
      "2010-12-13",
      "2016-04-12",
      { names: ["9.0", "Yukon"], builds: ["9.0.5324.0"], mainstreamEnd: "2011-04-12" },
    ],
    [
      "2000",
      "2005-05-06",
      "2013-04-09",
      { names: ["8.0", "Shiloh"], builds: ["8.0.2305"], mainstreamEnd: "2008-04-08" },
    ],
  ),
};
