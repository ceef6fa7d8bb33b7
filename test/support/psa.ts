import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type PsaTicket = { id: string; subject: string; description: string; status: string; externalId: string | null };
type PsaComment = { ticketId: string; body: string; by: string; externalId: string | null };
type PsaChange = { seq: number; by: string; kind: string; ticket: PsaTicket; status?: string; comment?: PsaComment };

const INTEGRATION = "watchdesk";

/**
 * Somebody's ticket system, as small as one can be and as forgetful of repetition: what is posted twice stands twice.
 * It numbers its changes, and says who made each.
 */
export class Psa {
  readonly tickets = new Map<string, PsaTicket>();
  readonly comments: PsaComment[] = [];
  readonly changes: PsaChange[] = [];
  /** How often the changes were asked for. */
  polls = 0;
  /** Called when something that was asked for is done and not answered yet: here a test kills whoever asked. */
  beforeAnswer: (route: string) => void = () => {};
  readonly key = "psa-key";
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async listen(): Promise<this> {
    await new Promise<void>((up) => this.#server.listen(0, "127.0.0.1", up));
    return this;
  }
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  open(subject: string, by: string, more: Partial<PsaTicket> = {}): PsaTicket {
    const id = String(this.tickets.size + 1);
    const ticket = { id, subject, description: "", status: "Open", externalId: null, ...more };
    this.tickets.set(id, ticket);
    this.#log(by, "created", ticket);
    return ticket;
  }
  comment(id: string, body: string, by: string, externalId: string | null = null): PsaComment {
    const comment = { ticketId: id, body, by, externalId };
    this.comments.push(comment);
    this.#log(by, "commented", this.#ticket(id), { comment });
    return comment;
  }
  update(id: string, by: string, { status, externalId }: Partial<PsaTicket>): PsaTicket {
    const ticket = this.#ticket(id);
    if (externalId) ticket.externalId = externalId;
    if (status && status !== ticket.status) {
      ticket.status = status;
      this.#log(by, "status", ticket, { status });
    }
    return ticket;
  }

  #ticket(id: string): PsaTicket {
    const ticket = this.tickets.get(id);
    if (!ticket) throw new Error(`there is no ticket ${id}`);
    return ticket;
  }
  #log(by: string, kind: string, ticket: PsaTicket, more: object = {}): void {
    this.changes.push({ seq: this.changes.length + 1, by, kind, ticket: { ...ticket }, ...more });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request) text += chunk;
    const { pathname, searchParams } = new URL(request.url ?? "", "http://psa");
    const [, collection, id = "", part] = pathname.split("/");
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${this.key}`) return void answer(401, {});
    const route = `${request.method} /${collection}${id && "/:id"}${part ? `/${part}` : ""}`;
    const body = text ? JSON.parse(text) : {};
    const ways: { [route: string]: () => unknown } = {
      "GET /tickets": () => [...this.tickets.values()].filter((t) => t.externalId === searchParams.get("externalId")),
      "POST /tickets": () => this.open(body.subject, INTEGRATION, body),
      "PATCH /tickets/:id": () => this.update(id, INTEGRATION, body),
      "GET /tickets/:id/comments": () => this.comments.filter(({ ticketId }) => ticketId === id),
      "POST /tickets/:id/comments": () => this.comment(id, body.body, INTEGRATION, body.externalId),
      "GET /changes": () => {
        this.polls += 1;
        return this.changes.slice(Number(searchParams.get("after")));
      },
    };
    const made = id === "" || this.tickets.has(id) ? ways[route]?.() : undefined;
    this.beforeAnswer(route);
    answer(made ? 200 : 404, made ?? {});
  }
}
