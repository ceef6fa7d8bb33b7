import type { Row } from "../live/row.ts";

const outcomes: { readonly [outcome in Row["coverage"]]: string } = {
  COVERED: "Covered",
  LIMITED: "Limited",
  EXCLUDED: "Excluded",
  NEEDS_INFORMATION: "Facts missing",
};

/** `Covered`, `Limited: printer`, `Facts missing`. */
export const coverageText = ({ coverage, coverageClause }: Pick<Row, "coverage" | "coverageClause">): string =>
  coverageClause && (coverage === "LIMITED" || coverage === "EXCLUDED")
    ? `${outcomes[coverage]}: ${coverageClause.replaceAll("-", " ")}`
    : outcomes[coverage];
