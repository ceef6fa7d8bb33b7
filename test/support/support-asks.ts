import type { TestDesk } from "./desk.ts";
import { verbsOn } from "./verbs.ts";

/** One request for each mutation about devices and manufacturer support that is done, as `every-mutation` asks them. */
export const supportAsks = (desk: () => TestDesk, contractId: () => Promise<string>) => ({
  setPaidSupport: async (): Promise<["manager", object]> => [
    "manager",
    { contractId: await contractId(), paidSupport: [{ product: "Windows", version: "10", until: "2027-10-12" }] },
  ],
  registerDevice: async (): Promise<["technician", object]> => {
    const technology = { kind: "OPERATING_SYSTEM", product: "Windows", version: "11" };
    return ["technician", { clientId: desk().clientId, name: "Every", technology }];
  },
  updateDevice: async (): Promise<["technician", object]> => {
    const input = `{ clientId: "${desk().clientId}", name: "Each", technology: { kind: PRINTER } }`;
    const made = await verbsOn(desk()).ask(
      "technician",
      `mutation { registerDevice(input: ${input}) { device { id } } }`,
    );
    return ["technician", { deviceId: made.registerDevice.device.id, name: "Each and every" }];
  },
});
