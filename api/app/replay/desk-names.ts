import type { DeskClient } from "../../../schema/sdk/client.ts";

type Kind = "team" | "technician" | "client";
type Created = { id: string } | null;
type Payload = { userErrors: { message: string }[] } & { [kind in Kind]?: Created };

const mutations: { readonly [kind in Kind]: string } = {
  team: "mutation($input: CreateTeamInput!) { made: createTeam(input: $input) { team { id } userErrors { message } } }",
  technician:
    "mutation($input: CreateTechnicianInput!) { made: createTechnician(input: $input) { technician { id } userErrors { message } } }",
  client:
    "mutation($input: CreateClientInput!) { made: createClient(input: $input) { client { id } userErrors { message } } }",
};

/** The desk's ids of the teams, technicians and clients that the log names. Each is created when it first appears. */
export class DeskNames {
  readonly #desk: DeskClient;
  readonly #agreement: { planCode: string; calendarCode: string; contractFrom: string };
  readonly #ids: { readonly [kind in Kind]: Map<string, Promise<string>> } = {
    team: new Map(),
    technician: new Map(),
    client: new Map(),
  };

  constructor(desk: DeskClient, agreement: { planCode: string; calendarCode: string; contractFrom: string }) {
    this.#desk = desk;
    this.#agreement = agreement;
  }

  /** Learns what an earlier, interrupted run created. */
  async load(): Promise<void> {
    const { teams, technicians } = await this.#desk.request<{ teams: Named[]; technicians: Named[] }>(
      "{ teams { id name } technicians { id name } }",
    );
    for (const { id, name } of teams) this.#ids.team.set(name, Promise.resolve(id));
    for (const { id, name } of technicians) this.#ids.technician.set(name, Promise.resolve(id));
    for (let after: string | null = null; ; ) {
      const { clients }: { clients: Page<Named> } = await this.#desk.request(
        "query($after: String) { clients(first: 100, after: $after) { edges { node { id name } } pageInfo { hasNextPage endCursor } } }",
        { after },
      );
      for (const { node } of clients.edges) this.#ids.client.set(node.name, Promise.resolve(node.id));
      if (!clients.pageInfo.hasNextPage) return;
      after = clients.pageInfo.endCursor;
    }
  }

  team = (name: string) => this.#id("team", name, { name });
  technician = (name: string) => this.#id("technician", name, { name });
  client = (name: string) =>
    this.#id("client", name, {
      name,
      code: name.replace(/[^A-Za-z0-9]+/g, "-").toUpperCase(),
      timeZone: "UTC",
      ...this.#agreement,
    });

  #id(kind: Kind, name: string, input: object): Promise<string> {
    const ids = this.#ids[kind];
    let id = ids.get(name);
    if (!id) ids.set(name, (id = this.#create(kind, name, input)));
    return id;
  }

  async #create(kind: Kind, name: string, input: object): Promise<string> {
    const { made } = await this.#desk.request<{ made: Payload }>(mutations[kind], { input });
    const created = made[kind];
    if (!created)
      throw new Error(`The desk refused the ${kind} ${name}: ${made.userErrors.map((e) => e.message).join(" ")}`);
    return created.id;
  }
}

export type Named = { id: string; name: string };
export type Page<T> = { edges: { node: T }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
