import type { KindOfWork, TechnologyKind } from "../ticket/facts.ts";
import type { PortalDevice, RequestInput } from "./documents.ts";

/** What stands on the form, as it was typed or chosen; empty where nothing was said yet. */
export type Request = {
  readonly subject: string;
  readonly description: string;
  readonly affected: "" | "ONE" | "SEVERAL" | "ALL";
  readonly workaround: "" | "yes" | "no";
  /** The id of one of the client's devices, or another one. */
  readonly device: string;
  readonly technology: "" | TechnologyKind;
  readonly kindOfWork: "" | KindOfWork;
  readonly product: string;
  readonly version: string;
  readonly reach: "mail" | "phone";
  readonly phone: string;
};
export const OTHER_DEVICE = "other";

export const emptyRequest: Request = {
  ...{ subject: "", description: "", affected: "", workaround: "" },
  ...{ device: "", technology: "", kindOfWork: "", product: "", version: "", reach: "mail", phone: "" },
};

/** Whoever is affected alone is not asked whether they can keep working: it would change nothing. */
export const asksForWorkaround = ({ affected }: Request): boolean => affected === "SEVERAL" || affected === "ALL";

/** The facts that coverage is asked by, as far as they were said. */
function technologyOf(request: Request, device: PortalDevice | null) {
  const [product, version] = [request.product.trim(), request.version.trim()];
  if (device === null)
    return request.technology
      ? { kind: request.technology, ...(product && { product }), ...(version && { version }) }
      : null;
  if (!product && !version) return null; // the desk knows the device
  const known = device.technology;
  return { kind: known.kind, product: product || known.product, version: version || known.version };
}

/** "macOS 14.6, supported": what it is, and whether its manufacturer still looks after it, where the desk knows. */
export function deviceNote({ product, version }: PortalDevice["technology"], support: PortalDevice["support"]): string {
  const what = [product, version].filter(Boolean).join(" ");
  if (!what || support?.supported == null) return what;
  return support.supported ? `${what} ✓ supported` : `${what}, no longer supported by its manufacturer`;
}

/** As it is sent. What nobody said is left out, so that it counts as open. */
export function inputOf(request: Request, client: string, devices: readonly PortalDevice[]): RequestInput {
  const device = devices.find(({ id }) => id === request.device) ?? null;
  const technology = technologyOf(request, device);
  const facts = { ...(request.kindOfWork && { kindOfWork: request.kindOfWork }), ...(technology && { technology }) };
  const phone = request.reach === "phone" ? request.phone.trim() : "";
  const description = [request.description.trim(), phone && `Please call me: ${phone}`].filter(Boolean).join("\n\n");
  return {
    ...{ clientId: client, subject: request.subject.trim(), description: description || null, channel: "PORTAL" },
    affected: request.affected || null,
    workaround: asksForWorkaround(request) && request.workaround ? request.workaround === "yes" : null,
    deviceId: device?.id ?? null,
    facts: Object.keys(facts).length > 0 ? facts : null,
  };
}

export type Question = "kindOfWork" | "technologyKind" | "product" | "version";
const askable: readonly Question[] = ["kindOfWork", "technologyKind", "product", "version"];

/** What is still asked for coverage: what the desk says is missing, and what was answered already, so that it can be changed. */
export function questionsOf(request: Request, missing: readonly string[], devices: number): readonly Question[] {
  const said: { readonly [question in Question]: boolean } = {
    ...{ kindOfWork: true, technologyKind: request.device === OTHER_DEVICE || devices === 0 },
    ...{ product: request.product !== "", version: request.version !== "" },
  };
  return askable.filter((question) => said[question] || missing.includes(question));
}

export type RequestFault = { readonly field: keyof Request; readonly message: string };

/** What must be said before it can be sent, in the order of the form. The rest may stay open. */
export function faultsOf(request: Request): readonly RequestFault[] {
  const faults: RequestFault[] = [];
  if (!request.subject.trim())
    faults.push({ field: "subject", message: "Say in a few words what is wrong or what you want." });
  if (!request.affected)
    faults.push({ field: "affected", message: "Choose who is affected: it says how urgent it is." });
  if (asksForWorkaround(request) && !request.workaround)
    faults.push({ field: "workaround", message: "Choose yes or no: it says how urgent it is." });
  if (request.reach === "phone" && request.phone.replace(/\D/g, "").length < 5)
    faults.push({ field: "phone", message: "Give the number under which we reach you, or choose mail." });
  return faults;
}
