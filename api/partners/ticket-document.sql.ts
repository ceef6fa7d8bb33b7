/** An instant as the API writes it. */
const at = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const id = (prefix: string, column: string) => `'${prefix}_' || replace(${column}::text, '-', '')`;

/**
 * A ticket of a partner as one document, for webhooks and exports: what is stored of it, the clocks that were promised
 * to the client, its names elsewhere, its files without their bytes. Nothing in it moves by time alone, so that two that were made at the same version
 * of everything are equal. For an alias `t` of ticket; uses the keys of contact, sla_clock, attachment and external_ref that lead with the partner.
 */
export const ticketDocument = (withContact: boolean): string => `json_build_object(
  'id', ${id("tkt", "t.id")}, 'number', t.number, 'version', t.version, 'subject', t.subject, 'description', t.description,
  'channel', t.channel, 'affected', t.affected, 'workaround', t.workaround, 'status', t.status, 'waitingOn', t.waiting_on,
  'waitingUntil', ${at("t.waiting_until")},
  'priority', json_build_object('code', t.priority, 'name', t.priority_name, 'rank', t.priority_rank, 'reason', t.priority_reason),
  'coverage', json_build_object('outcome', t.coverage_outcome, 'clause', t.coverage_clause),
  'clientId', ${id("cli", "t.client_id")},
  'requester', ${
    withContact
      ? `(select json_build_object('id', ${id("con", "c.id")}, 'name', c.name, 'email', c.email, 'phone', c.phone)
            from contact c where c.partner_id = t.partner_id and c.id = t.requester_id)`
      : `case when t.requester_id is not null then json_build_object('id', ${id("con", "t.requester_id")}) end`
  },
  'deviceId', ${id("dev", "t.device_id")}, 'teamId', ${id("tea", "t.team_id")},
  'assignee', case when t.assignee_id is not null then json_build_object('id', ${id("tec", "t.assignee_id")}, 'name', t.assignee_name) end,
  'steps', (select coalesce(json_agg(json_build_object('step', s->>'step', 'note', s->>'note', 'by', s->>'by',
                     'at', ${at("to_timestamp((s->>'at')::float8)")}, 'cycle', (s->>'cycle')::int) order by n), '[]')
              from jsonb_array_elements(t.steps) with ordinality as x(s, n)),
  'mergedIntoId', ${id("tkt", "t.merged_into_id")}, 'closeReason', t.close_reason,
  'createdAt', ${at("t.created_at")}, 'updatedAt', ${at("t.updated_at")}, 'resolvedAt', ${at("t.resolved_at")}, 'closedAt', ${at("t.closed_at")},
  'externalRefs', (select coalesce(json_agg(json_build_object('system', x.system, 'id', x.external_id) order by x.system, x.external_id), '[]')
                     from external_ref x where x.partner_id = t.partner_id and x.ticket_id = t.id),
  'attachments', (select coalesce(json_agg(json_build_object('id', ${id("att", "a.id")}, 'name', a.name, 'size', a.size,
                     'contentType', a.content_type, 'createdAt', ${at("a.created_at")}) order by a.entry_id, a.place), '[]')
                    from attachment a where a.partner_id = t.partner_id and a.ticket_id = t.id),
  'clocks', (select coalesce(json_agg(json_build_object('id', ${id("clk", "k.id")}, 'metric', k.metric, 'cycle', k.cycle,
                'priority', k.priority, 'startedAt', ${at("k.started_at")}, 'dueAt', ${at("k.due_at")}, 'atRiskAt', ${at("k.at_risk_at")},
                'pausedAt', ${at("k.paused_at")}, 'pausedReason', k.paused_reason, 'resumesAt', ${at("k.resumes_at")},
                'noDueReason', k.no_due_reason, 'satisfiedAt', ${at("k.satisfied_at")}, 'breachedAt', ${at("k.breached_at")},
                'endedAt', ${at("k.ended_at")}, 'verdict', k.verdict, 'sealedAt', ${at("k.sealed_at")}) order by k.started_at, k.metric, k.cycle), '[]')
              from sla_clock k where k.partner_id = t.partner_id and k.ticket_id = t.id and k.commitment = 'CONTRACTUAL'))`;

/** Documents of tickets by id, within what the reader's scope sees. */
export const ticketDocuments = (ids: readonly string[], withContact: boolean) => ({
  name: withContact ? "ticket-documents-contact" : "ticket-documents",
  text: `select t.id, ${ticketDocument(withContact)} as document from ticket t where t.id = any($1)`,
  values: [ids],
});
