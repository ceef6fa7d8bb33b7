import { meshCentral } from "./meshcentral.ts";
import type { RemoteTool, RemoteToolSettings } from "./remote-tool.ts";
import { templateTool } from "./template.ts";

/** The remote tool that an operator chose. */
export const remoteToolOf = (settings: RemoteToolSettings): RemoteTool =>
  settings.kind === "TEMPLATE" ? templateTool(settings.template) : meshCentral(settings);
