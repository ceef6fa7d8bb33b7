import type { Logger } from "../../platform/log.ts";
import type { RoleUrls } from "../../platform/roles.ts";

export const simulate = async (_urls: RoleUrls, _log: Logger): Promise<{ stop(): Promise<void> }> => ({
  stop: async () => {},
});
