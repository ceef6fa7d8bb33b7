import type pg from "pg";

/** Letters begin with what happens from here on: nobody is written about a past that was told in a minute. */
export const leaveThePast = (client: Pick<pg.Client, "query">) =>
  client.query(
    `update log_reader set position = (select last from event_counter where partner_id = '00000000-0000-0000-0000-000000000000')
      where name = 'letters'`,
  );
