import { mutate, query } from "../../gql.ts";
import { toasts } from "../../toasts.svelte.ts";
import {
  type DeviceShown,
  type Paid,
  PaidNow,
  RunsNow,
  SetPaidSupport,
  type Technology,
  UpdateDevice,
} from "./documents.ts";
import { samePaid, sameTechnology } from "./words.ts";

/**
 * What was changed can be taken back for as long as it is said. What somebody has changed since stays: it is looked at
 * before.
 */
export function sayRuns(device: DeviceShown, before: Technology, says: string, renew: () => void): void {
  const left = device.technology;
  const undo = async () => {
    const { node } = await query(RunsNow, { id: device.id });
    if (!node || !("technology" in node) || !sameTechnology(node.technology, left))
      return overtaken(`Somebody has changed ${device.name} since; it stays.`, renew);
    const { answer } = await mutate(UpdateDevice, { input: { deviceId: device.id, technology: before } });
    took(answer.userErrors[0]?.message, `${device.name} runs again what it ran.`, renew);
  };
  toasts.say(`${device.name}: ${says}.`, { undo: () => void undo().catch(failed) });
}

export function sayPaid(
  {
    name,
    contractId,
    left,
    before,
  }: { name: string; contractId: string; left: readonly Paid[]; before: readonly Paid[] },
  says: string,
  renew: () => void,
): void {
  const undo = async () => {
    const { node } = await query(PaidNow, { id: contractId });
    if (!node || !("paidSupport" in node) || !samePaid(node.paidSupport ?? [], left))
      return overtaken(`Somebody has changed the paid support of ${name} since; it stays.`, renew);
    const { answer } = await mutate(SetPaidSupport, { input: { contractId, paidSupport: [...before] } });
    took(answer.userErrors[0]?.message, `${name} pays for what it paid for before.`, renew);
  };
  toasts.say(says, { undo: () => void undo().catch(failed) });
}

function overtaken(text: string, renew: () => void): void {
  toasts.say(text, { tone: "refused" });
  renew();
}
function took(refusal: string | undefined, text: string, renew: () => void): void {
  toasts.say(refusal ?? text, refusal ? { tone: "refused" } : {});
  renew();
}
const failed = (error: unknown) => toasts.say((error as Error).message, { tone: "refused" });
