import { type KindOfWork, kindsOfWork } from "../../ticket/facts.ts";
import type { Fault } from "../faults.ts";
import type { PlanInput, PlanShown } from "./documents.ts";

type Minimum = NonNullable<PlanInput["minimumVersions"]>[number];
type Usual = NonNullable<PlanInput["usualMinutes"]>[number];

/** The oldest version that is helped with, as it is typed. */
export type MinimumDraft = {
  readonly key: number;
  readonly product: string;
  readonly version: string;
  readonly current: boolean;
};
/** Minutes as they are typed, by kind of work; nothing where nothing is presumed. */
export type UsualDraft = { readonly [kind in KindOfWork]?: string };

const CURRENT = "CURRENT";
export const kinds = Object.keys(kindsOfWork) as KindOfWork[];

export const minimumDrafts = (minimums: PlanShown["minimumVersions"]): MinimumDraft[] =>
  minimums.map(({ product, version }, key) => {
    const current = version === CURRENT;
    return { key, product, version: current ? "" : version, current };
  });
export const readMinimums = (drafts: readonly MinimumDraft[]): Minimum[] =>
  drafts.map(({ product, version, current }) => ({ product, version: current ? CURRENT : version }));

export const newMinimum = (drafts: readonly MinimumDraft[]): MinimumDraft => ({
  ...{ key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1, product: "", version: "", current: false },
});

export const usualDraft = (usual: PlanShown["usualMinutes"]): UsualDraft =>
  Object.fromEntries(usual.map(({ kindOfWork, minutes }) => [kindOfWork, String(minutes)]));

/** In one order, however they were typed; what cannot be read is told at its kind. */
export function readUsual(draft: UsualDraft, faults: Fault[]): Usual[] {
  return kinds.flatMap((kindOfWork) => {
    const text = draft[kindOfWork]?.trim() ?? "";
    if (text === "") return [];
    if (/^\d{1,4}$/.test(text)) return [{ kindOfWork, minutes: Number(text) }];
    faults.push({ field: `usualMinutes.${kindOfWork}`, message: "Write a whole number of minutes, or nothing." });
    return [];
  });
}

/** Where a kind's minutes stand: in the list that the desk is sent, else (nothing, or no number) by its kind. */
export function fieldOfKind(draft: UsualDraft, kind: KindOfWork): string {
  const sent = readUsual(draft, []).findIndex(({ kindOfWork }) => kindOfWork === kind);
  return sent >= 0 ? `usualMinutes[${sent}].minutes` : `usualMinutes.${kind}`;
}

const listed = ({ product, version }: Minimum): string => `${product} ${version === CURRENT ? "current" : version}`;

/** What a draft changes of versions and usual minutes, one line each. */
export function versionChanges(before: PlanInput, after: PlanInput): string[] {
  const [was, is] = [before.minimumVersions ?? [], after.minimumVersions ?? []];
  const of = (all: readonly Minimum[], product: string) => all.find((m) => m.product === product);
  const minimums = [
    ...is.flatMap((minimum) => {
      const old = of(was, minimum.product);
      if (!old) return [`New minimum: ${listed(minimum)}`];
      return old.version === minimum.version ? [] : [`Minimum: ${listed(minimum)} instead of ${listed(old)}`];
    }),
    ...was.filter(({ product }) => !of(is, product)).map((minimum) => `No minimum for ${minimum.product} any more`),
  ];
  const grace =
    before.currentGraceDays === after.currentGraceDays
      ? []
      : [
          `Days after a release in which the version before counts as current: ${after.currentGraceDays} instead of ${before.currentGraceDays}`,
        ];
  const minutes = (plan: PlanInput, kind: KindOfWork): string => {
    const usual = plan.usualMinutes?.find(({ kindOfWork }) => kindOfWork === kind);
    return usual ? `${usual.minutes} min` : "nothing";
  };
  const usual = kinds.flatMap((kind) =>
    minutes(before, kind) === minutes(after, kind)
      ? []
      : [`Presumed for “${kindsOfWork[kind]}”: ${minutes(after, kind)} instead of ${minutes(before, kind)}`],
  );
  return [...minimums, ...grace, ...usual];
}
