import { query } from "../gql.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { type DeviceShown, type KeyShown, type Named, WhoComesIn } from "./documents.ts";

/** Whose systems and which screens come in, as the desk last told. */
export class WaysIn {
  partners: readonly (Named & { readonly keys: readonly KeyShown[] })[] = $state.raw([]);
  sources: readonly KeyShown[] = $state.raw([]);
  devices: readonly DeviceShown[] = $state.raw([]);
  clients: readonly Named[] = $state.raw([]);
  /** There are more keys than are shown. */
  more = $state(false);
  loaded = $state(false);
  trouble: string | null = $state(null);
  /** Expired and revoked keys too. */
  ended = $state(false);

  async load(): Promise<void> {
    try {
      const found = await query(WhoComesIn, { ended: this.ended });
      deskClock.hear(found.deskClock);
      const keys = found.apiKeys.edges.map(({ node }) => node);
      this.partners = found.partners.edges.map(({ node }) => ({
        ...node,
        keys: keys.filter((key) => key.kind === "PARTNER" && key.partner?.id === node.id),
      }));
      this.sources = keys.filter((key) => key.kind === "MONITORING");
      this.devices = found.wallDevices.edges.map(({ node }) => node);
      this.clients = found.clients.edges.map(({ node }) => node);
      this.more = found.apiKeys.pageInfo.hasNextPage;
      [this.loaded, this.trouble] = [true, null];
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }
}
