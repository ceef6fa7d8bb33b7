import { query } from "../gql.ts";
import { deskClock } from "../time/desk-clock.svelte.ts";
import { type PortalClient, PortalViewer } from "./documents.ts";

/** Who is in the portal, and by whose clocks they read times. */
class Portal {
  kind: string | null = $state(null);
  name: string | null = $state(null);
  client: PortalClient | null = $state.raw(null);
  trouble: string | null = $state(null);
  /** The client's zone; the browser's own until that is known. */
  readonly zone = $derived(this.client?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  /** The number the desk knows, where there is one person of this name. */
  readonly phone = $derived.by(() => {
    const mine = this.client?.contacts?.filter(({ name }) => name === this.name) ?? [];
    return mine.length === 1 ? (mine[0]?.phone ?? null) : null;
  });

  async load(): Promise<void> {
    try {
      const { viewer, deskClock: clock } = await query(PortalViewer);
      deskClock.hear(clock);
      [this.kind, this.name, this.client, this.trouble] = [viewer.kind, viewer.name, viewer.client, null];
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }

  forget(): void {
    [this.kind, this.name, this.client, this.trouble] = [null, null, null, null];
  }
}

export const portal = new Portal();
