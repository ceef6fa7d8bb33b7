/** Whether a row `t` of access_token is good at this instant of the desk: not revoked, not expired, not idle for too long. */
export const IS_GOOD = `t.revoked_at is null and (t.expires_at is null or t.expires_at > (select desk_now()))
  and (t.idle_seconds is null or coalesce(t.last_used_at, t.created_at) + t.idle_seconds * interval '1 second' > (select desk_now()))`;

/** Told in the transaction that changes a credential, so that the news is as certain as the change: everybody looks again. */
export const CHANGED = "credential";
