import { describe, expect, test } from "vitest";
import { defaultProducts } from "./default-support.ts";
import type { TechnologyKind } from "./facts.ts";
import { titleOf } from "./products.ts";
import { understand } from "./understand.ts";

/** `=` what is meant, `?` what is asked about, `-` what is not known. */
const told = (product: string, version: string | null = null, kind: TechnologyKind | null = null): string => {
  const meant = understand(defaultProducts, product, version, "2026-11-30", kind);
  if (meant.kind === "matched")
    return `= ${meant.line ? titleOf(meant.product, meant.line) : `${meant.product.title}, line not known`}`;
  if (meant.kind === "unknown") return `- ${meant.product?.title ?? "nothing"}`;
  const titles = meant.candidates.map(({ product, line }) => (line ? titleOf(product, line) : product.title));
  return `? ${meant.asks}: ${titles.join(" / ")}`;
};

describe("what people write, and what is meant", () => {
  test.each<[string, string | null, string]>([
    ["Win 10 22H2", null, "= Windows 10 22H2"],
    ["win10", "22h2", "= Windows 10 22H2"],
    ["w11", null, "= Windows 11 26H1"],
    ["Windows 11 24H2 Education", null, "= Windows 11 24H2 Enterprise"],
    ["Windows 10 Enterprise", null, "= Windows 10 22H2"],
    ["Windows 10 LTSC 2019", null, "= Windows 10 1809 Enterprise LTSC"],
    ["Windows 10 Pro 64-bit", "22H2", "= Windows 10 22H2"],
    ["Windows", "10.0.19045.4170", "= Windows 10 22H2"],
    ["Microsoft Windows 10 Pro, Version 22H2 (OS Build 19045.3803)", null, "= Windows 10 22H2"],
    ["Google Chrome", "128.0.6613.120 (Official Build) (64-bit)", "= Chrome 128"],
    ["Microsoft Office Professional Plus 2019 - en-us", null, "= Microsoft Office 2019"],
    ["Windows 7 Service Pack 1", null, "= Windows 7"],
    ["Windows XP", null, "= Windows 5.1"],
    ["Sonoma", null, "= macOS 14"],
    ["macos 10.15.7", null, "= macOS 10.15"],
    ["Mac OS X", "Snow Leopard", "= macOS 10.6"],
    ["iPhone iOS 17", null, "= iOS 17"],
    ["iPhone", "17.5.1", "= iOS 17"],
    ["Server 2012 R2", null, "= Windows Server 2012 R2"],
    ["windowsserver 2019 standard", null, "= Windows Server 2019"],
    ["Office 2016", null, "= Microsoft Office 2016"],
    ["Outlook 2016", null, "= Microsoft Office 2016"],
    ["Office 365", null, "= Microsoft 365 Apps current channel"],
    ["SQL 2019 Express", null, "= SQL Server 2019"],
    ["SQL Server", "13.0.6500.1", "= SQL Server 2016 SP3"],
    ["RHEL 8", null, "= Red Hat Enterprise Linux 8"],
    ["Ubuntu 20.04 LTS", null, "= Ubuntu 20.04"],
    ["Chrome", "140.0.7339.80", "= Chrome 140"],
    ["macOS", "current", "= macOS 26"],
    ["Windows 10", "current", "= Windows 10 22H2"],
  ])("%s %s", (product, version, expected) => {
    expect(told(product, version)).toBe(expected);
  });

  test("the kind of technology decides between two, where it was stated", () => {
    expect(told("Server 2012")).toMatch(/^\? product: Windows Server 2012 \/ SQL Server 2012 \/ SQL Server 2012 SP4 /);
    expect(told("Server 2012", null, "OPERATING_SYSTEM")).toBe("= Windows Server 2012");
    expect(told("Server 2017")).toBe("= SQL Server 2017");
    expect(told("Server 2019")).toMatch(/^\? product: /);
    expect(told("Server 2019", null, "APPLICATION")).toMatch(/^\? product: Exchange Server 2019 \/ SQL Server 2019$/);
    expect(told("Server 2012 R2", null, "SERVER")).toBe("= Windows Server 2012 R2");
  });

  test.each<[string, string | null, string]>([
    ["2022", null, "? product: Windows Server 2022 / SQL Server 2022"],
    ["2012 R2", null, "? product: Windows Server 2012 R2"],
    ["iPhone 15", null, "? product: iOS 15"],
    ["Ubuntu", "22", "? version: Ubuntu 22.10 / Ubuntu 22.04"],
    [
      "SQL Server 2014",
      null,
      "? version: SQL Server 2014 / SQL Server 2014 SP3 / SQL Server 2014 SP2 / SQL Server 2014 SP1",
    ],
    ["Windows 26", null, "? version: Windows 11 26H1 Enterprise / Windows 11 26H1"],
    ["Android", "Oreo", "? version: Android 8.1 / Android 8.0"],
    ["Wndows 10", null, "? product: Windows 10 22H2"],
    ["macOS", "Sequia", "? version: macOS 15"],
    ["Ubunut 22.04", null, "? product: Ubuntu 22.04"],
  ])("%s %s is asked about", (product, version, expected) => {
    expect(told(product, version)).toBe(expected);
  });

  test.each<[string, string | null, string]>([
    ["SQL 16", null, "- SQL Server"],
    ["W26", null, "- nothing"],
    ["Sage 50", "2009", "- nothing"],
    ["LaserJet 400", null, "- nothing"],
    ["Windows Defender 4", null, "- nothing"],
    ["Windowsill Designer", "3", "- nothing"],
    ["Windows 10", "22H3", "- Windows"],
    ["macOS", "14 and 15", "- macOS"],
    ["macOS", "27", "= macOS, line not known"],
  ])("%s %s is not known", (product, version, expected) => {
    expect(told(product, version)).toBe(expected);
  });
});
