import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Instant } from "../core/time.ts";
import { AccessToken } from "../people/credentials.entity.ts";
import { Technician } from "../people/people.entity.ts";
import { SCOPES } from "../people/permissions.ts";
import { issueToken, type TokenFor } from "../people/sign-in.ts";
import type { Orm } from "../platform/database.ts";
import { uuidv7 } from "../platform/ids.ts";
import type { DemoSignIn } from "./http/demo-sign-ins.ts";

export type Tokens = {
  technician: string;
  manager: string;
  partner: string;
  otherPartner: string;
  requester: string;
  wall: string;
  monitoring: string;
};

/** The people a ready-made desk can be entered as; ids are null where the desk has no such thing yet. */
export type Cast = {
  technician: { id: string; name: string };
  manager: { id: string; name: string };
  partner: { id: string; name: string };
  otherPartner: { id: string; name: string };
  client: { id: string; partnerId: string; name: string };
  requester: { id: string; name: string };
};

/**
 * Ready-made tokens for a demo or a sandbox, made anew at each start (only hashes are kept, so old ones cannot be shown
 * again; they are revoked). Real sign-in does not use these.
 */
export async function makeSignIns(orm: Orm, cast: Cast): Promise<{ tokens: Tokens; signIns: DemoSignIn[] }> {
  return (orm.em.fork() as SqlEntityManager).transactional(async (inner) => {
    const tx = inner as SqlEntityManager;
    const [{ now }] = await tx.execute<[{ now: Instant }]>("select extract(epoch from desk_now())::float8 as now");
    await tx.nativeUpdate(AccessToken, { revokedAt: null, readyMade: true }, { revokedAt: now });
    const { client } = cast;
    const of = { partnerId: client.partnerId, clientId: client.id };
    const people: { [who in keyof Tokens]: TokenFor & { home: string } } = {
      technician: { kind: "TECHNICIAN", name: cast.technician.name, technicianId: cast.technician.id, home: "/board" },
      manager: { kind: "MANAGER", name: cast.manager.name, technicianId: cast.manager.id, home: "/reports" },
      partner: { kind: "PARTNER", name: cast.partner.name, partnerId: cast.partner.id, scopes: SCOPES, home: "/" },
      otherPartner: {
        kind: "PARTNER",
        name: cast.otherPartner.name,
        partnerId: cast.otherPartner.id,
        scopes: SCOPES,
        home: "/",
      },
      requester: { kind: "REQUESTER", name: cast.requester.name, contactId: cast.requester.id, ...of, home: "/portal" },
      wall: { kind: "WALL", name: "Wall screen", home: "/board/wall" },
      monitoring: { kind: "MONITORING", name: `Monitoring of ${client.name}`, ...of, home: "/" },
    };
    const tokens = {} as Tokens;
    const signIns: DemoSignIn[] = [];
    for (const [who, { home, ...person }] of Object.entries(people)) {
      const token = issueToken(tx, { ...person, readyMade: true }, now);
      tokens[who as keyof Tokens] = token;
      signIns.push({ kind: person.kind, name: person.name, token, home });
    }
    await tx.flush();
    return { tokens, signIns };
  });
}

/** Somebody of this name and role, created if need be. */
export async function staffNamed(tx: SqlEntityManager, name: string, role: "TECHNICIAN" | "MANAGER", now: Instant) {
  const known = await tx.findOne(Technician, { name, role });
  return known ?? tx.create(Technician, { id: uuidv7(), name, role, skills: [], email: null, createdAt: now });
}
