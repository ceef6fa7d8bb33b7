import { network, type Story, story } from "./story.ts";

export const urgent: readonly Story[] = [
  story(
    "Nobody can open the patient system",
    "ALL",
    "TROUBLESHOOTING",
    { technologyKind: "SERVER" },
    "The database service had stopped",
    "Restarted it and freed disk space",
    false,
  ),
  story(
    "Whole office offline",
    "ALL",
    "TROUBLESHOOTING",
    network,
    "The router lost its configuration",
    "Restored it from the backup",
    false,
  ),
  story(
    "Shared drive gone for all staff",
    "ALL",
    "TROUBLESHOOTING",
    network,
    "A password of the service account expired",
    "Renewed it",
    false,
  ),
  story(
    "Card terminals cannot reach the server",
    "ALL",
    "TROUBLESHOOTING",
    network,
    "A firewall rule was too strict",
    "Opened the port",
    false,
  ),
  story(
    "VPN drops for everyone working remotely",
    "ALL",
    "TROUBLESHOOTING",
    network,
    "The certificate expired",
    "Installed the new one",
    false,
  ),
];
