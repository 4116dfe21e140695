import { runMigrations } from "bullmq";
import type pg from "pg";

/** Database roles, each with no more than its part of the queue. A role can be in both lists. */
export type QueueRoles = { producers: readonly string[]; consumers: readonly string[] };

/**
 * Makes or upgrades BullMQ's schema and gives the roles their rights; run it at every start, before the services.
 *
 * @param adminPool connects as the owner of the schema; a role that may create one and no more will do
 */
export async function prepareQueue(adminPool: pg.Pool, { producers, consumers }: QueueRoles): Promise<void> {
  const client = await adminPool.connect();
  try {
    await runMigrations(client);
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('ownwords queue'))");
    await client.query(KEEP_NO_EVENTS);
    await client.query(CLOSE_FUNCTIONS);
    for (const role of producers) await client.query(producerRights(client.escapeIdentifier(role)));
    for (const role of consumers) await client.query(consumerRights(client.escapeIdentifier(role)));
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

/** BullMQ writes down when what happened to which job, to the millisecond, and keeps it when the job is gone. */
const KEEP_NO_EVENTS = `
  CREATE OR REPLACE FUNCTION bullmq.keep_no_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
  CREATE OR REPLACE TRIGGER keep_no_event BEFORE INSERT ON bullmq.event
    FOR EACH ROW EXECUTE FUNCTION bullmq.keep_no_event();
`;

/**
 * add_job runs with the owner's rights, so that a producer needs none on the tables. That makes it a way to those
 * rights, unless temporary tables come last in the search path, here and in all that it calls: a producer could put a
 * temporary table \`job\`, with a trigger of its own, in the place of the real one.
 */
const CLOSE_FUNCTIONS = `
  DO $$
  DECLARE f regprocedure;
  BEGIN
    FOR f IN SELECT oid FROM pg_proc WHERE pronamespace = 'bullmq'::regnamespace AND proconfig IS NOT NULL LOOP
      EXECUTE format('ALTER FUNCTION %s SET search_path = bullmq, pg_temp', f);
    END LOOP;
    FOR f IN SELECT oid FROM pg_proc WHERE pronamespace = 'bullmq'::regnamespace AND proname = 'add_job' LOOP
      EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER', f);
    END LOOP;
  END $$;
  REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq FROM PUBLIC;
`;

function producerRights(role: string): string {
  return `
    GRANT USAGE ON SCHEMA bullmq TO ${role};
    GRANT SELECT ON bullmq.migration TO ${role};
    GRANT EXECUTE ON FUNCTION bullmq.add_job TO ${role};
  `;
}

/** Its functions run with its own rights, except add_job; so these are the rights on the tables that count. */
function consumerRights(role: string): string {
  return `
    GRANT USAGE ON SCHEMA bullmq TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO ${role};
    GRANT SELECT ON bullmq.migration, bullmq.job_dependency, bullmq.scheduler TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON bullmq.job TO ${role};
    GRANT SELECT, INSERT, UPDATE ON bullmq.meta TO ${role};
    GRANT INSERT, SELECT (id) ON bullmq.event TO ${role};
    GRANT USAGE ON SEQUENCE bullmq.job_seq, bullmq.event_seq TO ${role};
  `;
}
