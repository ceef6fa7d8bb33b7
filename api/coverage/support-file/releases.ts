import { type Faults, isObject, shown } from "./faults.ts";

/** One line of a product as a file states it, whatever its shape. */
export type Release = {
  readonly cycle: string;
  readonly label: string | null;
  readonly codename: string | null;
  readonly released: string | null;
  readonly mainstreamEnd: string | null;
  readonly eol: string | boolean;
  readonly extendedEnd: string | null;
  readonly latest: string | null;
};

type Row = { readonly [field: string]: unknown };
/** The names that the shapes give to one fact; the first that is there counts. */
const first = (row: Row, ...names: string[]): [string, unknown] => {
  const name = names.find((n) => row[n] !== undefined) ?? (names[0] as string);
  return [name, row[name]];
};

/** All releases of a product. A fault is noted where it stands; what is returned then counts for nothing. */
export function readReleases(where: string, rows: unknown, faults: Faults): Release[] {
  if (!Array.isArray(rows)) {
    faults.add(where, `expected a list of releases, got ${shown(rows)}`);
    return [];
  }
  if (rows.length === 0) faults.add(where, "there is no release in it");
  const seen = new Map<string, number>();
  return rows.flatMap((row, i) => {
    const at = `${where}[${i}]`;
    const release = isObject(row)
      ? readRelease(at, row, faults)
      : faults.add(at, `expected a release, got ${shown(row)}`);
    if (!release) return [];
    const before = seen.get(release.cycle);
    if (before !== undefined) faults.add(at, `version "${release.cycle}" is listed twice, here and at [${before}]`);
    seen.set(release.cycle, i);
    return [release];
  });
}

function readRelease(at: string, row: Row, faults: Faults): Release | null {
  const [cycleName, cycleValue] = first(row, "cycle", "name");
  const cycle = faults.text(`${at}.${cycleName}`, cycleValue, 100);
  if (cycle === null) return faults.add(at, 'it names no version: expected "cycle" or "name"');
  const [releasedName, releasedValue] = first(row, "released", "releaseDate");
  const released = faults.day(`${at}.${releasedName}`, releasedValue);
  const eol = endOf(at, row, faults);
  if (eol === null) return null;
  const latest = isObject(row["latest"]) ? row["latest"]["name"] : row["latest"];
  const release = {
    cycle,
    label: faults.text(`${at}.label`, row["label"]),
    codename: faults.text(`${at}.codename`, row["codename"]),
    released,
    mainstreamEnd: dayOrFlag(at, first(row, "active_support_end", "support", "eoasFrom"), faults),
    eol,
    extendedEnd: dayOrFlag(at, first(row, "extended_end", "extendedSupport", "eoesFrom"), faults),
    latest: faults.text(`${at}.latest`, latest),
  };
  checkOrder(at, release, faults);
  return release;
}

/** A day, or yes or no, which say nothing of a day. */
const dayOrFlag = (at: string, [name, value]: [string, unknown], faults: Faults): string | null =>
  typeof value === "boolean" ? null : faults.day(`${at}.${name}`, value);

/** The end: the last supported day; true = ended on an unknown day; false = supported, none announced. */
function endOf(at: string, row: Row, faults: Faults): string | boolean | null {
  if (row["eol"] === undefined && typeof row["isEol"] === "boolean") {
    const day = faults.day(`${at}.eolFrom`, row["eolFrom"]);
    return day ?? row["isEol"];
  }
  const { eol } = row;
  if (typeof eol === "boolean") return eol;
  if (eol == null) return faults.add(at, 'it does not say when support ends: expected "eol" as a day, true or false');
  return faults.day(`${at}.eol`, eol);
}

function checkOrder(at: string, { released, eol, extendedEnd }: Release, faults: Faults): void {
  if (typeof eol === "string" && released && eol < released)
    faults.add(at, `it ends (${eol}) before it was released (${released})`);
  if (extendedEnd && released && extendedEnd < released)
    faults.add(at, `its paid extension ends (${extendedEnd}) before it was released (${released})`);
}
