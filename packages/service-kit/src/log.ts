import { pino } from "pino";

/** All that a log line can hold. No id of a story, no address, no text, no header, no path with a value in it. */
export type LogFields = {
  readonly code?: string;
  readonly route?: string;
  readonly status?: number;
  readonly queue?: string;
  /**
   * A random id for one run of a handler, which stands nowhere else. Never a work id: the database knows of which story that
   * is, and a line of the log has a clock time.
   */
  readonly job?: string;
  readonly action?: string;
  readonly count?: number;
  readonly findings?: number;
  readonly ms?: number;
  readonly port?: number;
  readonly reasons?: readonly string[];
};
const allowed = [
  "code",
  "route",
  "status",
  "queue",
  "job",
  "action",
  "count",
  "findings",
  "ms",
  "port",
  "reasons",
] as const;

export type Log = {
  readonly event: (name: string, fields?: LogFields) => void;
  readonly fault: (name: string, fields?: LogFields) => void;
};

const onlyAllowed = (fields: LogFields): LogFields =>
  Object.fromEntries(allowed.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));

/**
 * Events as JSON lines.
 * @param stream where to; standard output when left out
 */
export function createLog(process: string, stream?: { write(line: string): void }): Log {
  const logger = pino(
    { base: { process }, messageKey: "event", timestamp: pino.stdTimeFunctions.isoTime },
    stream as never,
  );
  return {
    event: (name, fields = {}) => logger.info(onlyAllowed(fields), name),
    fault: (name, fields = {}) => logger.error(onlyAllowed(fields), name),
  };
}

/** The code of anything that was thrown; its message may hold anything, and is never logged. */
export const faultCode = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && /^[\w-]{1,40}$/.test(String(error.code))
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : "unknown";
