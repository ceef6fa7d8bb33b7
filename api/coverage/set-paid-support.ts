import { Client, Contract } from "../clients/clients.entity.ts";
import { localDate } from "../core/business-calendar/zone.ts";
import type { PaidSupport } from "../core/coverage-policy/manufacturer-support.ts";
import { type Product, titleOf } from "../core/coverage-policy/products.ts";
import { titlesOf } from "../core/coverage-policy/technology.ts";
import { understand } from "../core/coverage-policy/understand.ts";
import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { manufacturerData, newestEdition } from "./manufacturer-data.ts";

export type PaidFault = { code: "INVALID" | "NOT_FOUND"; field: string; message: string };
export type PaidChange = { kind: "changed"; contract: Contract } | { kind: "refused"; faults: readonly PaidFault[] };

const MOST = 50;

/**
 * Records all manufacturer support that a client pays for, instead of what the contract recorded before. A product and
 * version that the desk cannot tell apart is refused: what is paid for counts for exactly that. The client's devices are
 * looked at anew.
 */
export async function setPaidSupport(
  desk: Desk,
  { contractId, paidSupport }: { contractId: string; paidSupport: readonly PaidSupport[] },
): Promise<PaidChange> {
  const contract = await desk.em.findOne(Contract, { id: contractId });
  if (!contract)
    return {
      kind: "refused",
      faults: [{ code: "NOT_FOUND", field: "contractId", message: "There is no such contract." }],
    };
  const { timeZone, name } = await desk.em.findOneOrFail(Client, { id: contract.clientId });
  const [{ edition }] = await desk.em.execute<[{ edition: string | null }]>(`select ${newestEdition} as edition`);
  const products = await manufacturerData(edition, (text) => desk.em.execute(text));
  const faults: PaidFault[] = [];
  if (paidSupport.length > MOST) faults.push({ code: "INVALID", field: "paidSupport", message: `At most ${MOST}.` });
  const today = localDate(timeZone, desk.now);
  const known = paidSupport.slice(0, MOST).map((paid, i) => readable(paid, i, products, today, faults));
  const names = known.map((paid) => `${paid.product} ${paid.version ?? ""}`);
  names.forEach((name, i) => {
    if (names.indexOf(name) !== i)
      faults.push({ code: "INVALID", field: `paidSupport[${i}]`, message: `${name.trim()} is listed twice.` });
  });
  if (faults.length > 0) return { kind: "refused", faults };
  const from = said(contract.paidSupport ?? []);
  contract.paidSupport = known;
  await desk.em.flush();
  await desk.em.execute(
    "update device set support_edge_at = to_timestamp(?) where partner_id = ? and client_id = ? and product is not null",
    [desk.now, contract.partnerId, contract.clientId],
  );
  const payload = { contractId: contract.id, paidSupport: known };
  desk.record({ type: "PaidSupportSet", ticketId: null, partnerId: contract.partnerId, payload });
  const about = { type: "Contract", id: contract.id, name };
  if (said(known) !== from) audit(desk, { action: "PAID_SUPPORT_SET", about, detail: { from, to: said(known) } });
  return { kind: "changed", contract };
}

/** "Windows 10 22H2 until 2026-10-13", each on its own; "none". */
const said = (paidSupport: readonly PaidSupport[]): string =>
  paidSupport
    .map(({ product, version, until }) =>
      [product, version, until && `until ${until}`].filter((part) => part).join(" "),
    )
    .join("; ") || "none";

/** The entry by the names that the desk itself uses. */
function readable(
  paid: PaidSupport,
  i: number,
  products: readonly Product[],
  today: string,
  faults: PaidFault[],
): PaidSupport {
  const meant = understand(products, paid.product, paid.version ?? null, today);
  const field = `paidSupport[${i}]`;
  const refuse = (at: string, message: string) => faults.push({ code: "INVALID", field: `${field}.${at}`, message });
  const until = paid.until ?? null;
  if (meant.kind === "matched" && (meant.line || meant.version === null)) {
    const { product, line } = meant;
    if (until && line && typeof line.eol === "string" && until < line.eol)
      refuse("until", `${titleOf(product, line)} is supported until ${line.eol} without being paid for.`);
    const version = line && [line.version, line.edition].filter((part) => part).join(" ");
    return { product: product.title, version, until };
  }
  if (meant.kind === "ambiguous") {
    refuse(meant.asks, `It could be several: ${titlesOf(meant.asks, meant.candidates).join(", ")}.`);
  } else if (meant.product) refuse("version", `The desk knows no ${meant.product.title} ${meant.version ?? ""}.`);
  else refuse("product", "The desk has no manufacturer data of this product.");
  return { ...paid, until };
}
