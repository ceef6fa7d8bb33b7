import type { TestDesk } from "./desk.ts";
import { verbsOn } from "./verbs.ts";

/** One request for each mutation about devices and manufacturer support that is done, as `every-mutation` asks them. */
export const supportAsks = (desk: () => TestDesk, contractId: () => Promise<string>) => {
  const device = async (): Promise<string> => {
    const input = `{ clientId: "${desk().clientId}", name: "Each", technology: { kind: PRINTER } }`;
    const made = await verbsOn(desk()).ask(
      "technician",
      `mutation { registerDevice(input: ${input}) { device { id } } }`,
    );
    return made.registerDevice.device.id;
  };
  return {
    setPaidSupport: async (): Promise<["manager", object]> => [
      "manager",
      { contractId: await contractId(), paidSupport: [{ product: "Windows", version: "10", until: "2027-10-12" }] },
    ],
    registerDevice: async (): Promise<["technician", object]> => {
      const technology = { kind: "OPERATING_SYSTEM", product: "Windows", version: "11" };
      return ["technician", { clientId: desk().clientId, name: "Every", technology }];
    },
    setRemoteAccess: async (): Promise<["technician", object]> => [
      "technician",
      { deviceId: await device(), remoteAccessId: "123" },
    ],
    updateDevice: async (): Promise<["technician", object]> => {
      return ["technician", { deviceId: await device(), name: "Each and every" }];
    },
  };
};
