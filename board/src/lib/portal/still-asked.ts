import type { FollowedShown, PortalDevice, Statement } from "./documents.ts";
import { emptyRequest, inputOf, OTHER_DEVICE, type Question, type Request } from "./request.ts";

type Asking = Pick<FollowedShown, "accepts" | "affected" | "workaround" | "couldBeUrgent" | "coverage">;
const askable: readonly Question[] = ["kindOfWork", "technologyKind", "product", "version"];

/** What a request that was sent is still asked for: what coverage needs, and whether it is urgent. Null: nothing. */
export function stillAsked(request: Asking): { readonly coverage: boolean; readonly urgency: boolean } | null {
  if (!request.accepts.includes("STATE_FACTS")) return null;
  const coverage = request.coverage.outcome === "NEEDS_INFORMATION";
  const urgency = request.couldBeUrgent || request.affected === null;
  return coverage || urgency ? { coverage, urgency } : null;
}

/** The form as it begins: with what is known, but for what was read out of a mail and counts once it is said. */
export function begun({ affected, workaround, couldBeUrgent, coverage }: Asking): Request {
  const fact = (name: string) => coverage.facts.find((one) => one.name === name)?.value ?? "";
  return {
    ...emptyRequest,
    affected: couldBeUrgent && workaround === null ? (affected ?? "") : "",
    kindOfWork: fact("kindOfWork") as Request["kindOfWork"],
    technology: fact("technologyKind") as Request["technology"],
    product: fact("product"),
    version: fact("version"),
  };
}

/** What is asked: what is missing, and what was answered here, so that it can be changed. */
export function questionsLeft(
  said: Request,
  first: Request,
  missing: readonly string[],
  devices: number,
): readonly Question[] {
  const answered = {
    ...{ kindOfWork: said.kindOfWork !== first.kindOfWork, technologyKind: said.technology !== first.technology },
    ...{ product: said.product !== first.product, version: said.version !== first.version },
  };
  const byDevice = devices > 0 && said.device !== OTHER_DEVICE;
  return askable.filter(
    (question) => answered[question] || (missing.includes(question) && !(byDevice && question === "technologyKind")),
  );
}

/** Only what is new is stated; what it is about is stated as a whole. */
export function statementOf(
  ticketId: string,
  said: Request,
  first: Request,
  devices: readonly PortalDevice[],
): Statement {
  const { affected, workaround, deviceId, facts } = inputOf(said, "", devices);
  const { kindOfWork, technology } = facts ?? {};
  const sameThing =
    said.technology === first.technology && said.product === first.product && said.version === first.version;
  const stated = {
    ...(kindOfWork && said.kindOfWork !== first.kindOfWork ? { kindOfWork } : {}),
    ...(technology && !(sameThing && deviceId === null) ? { technology } : {}),
  };
  return {
    ...{ ticketId, affected: affected ?? null, workaround: workaround ?? null, deviceId: deviceId ?? null },
    facts: Object.keys(stated).length > 0 ? stated : null,
  };
}

/** Whether anything was answered at all. */
export const isAnswered = (said: Request, first: Request): boolean => JSON.stringify(said) !== JSON.stringify(first);
