import { faultCode } from "./log.ts";

/** `ports`: where it listens, by what is served there. */
export type Running = { readonly stop: () => Promise<void>; readonly ports?: Readonly<Record<string, number>> };

const mostStopMs = 20_000;

/**
 * Runs a process: starts it, says when it is ready, and stops it once, whoever asks (a signal, or the parent that goes
 * away). What was begun is finished or given back.
 */
export async function run(start: () => Promise<Running>): Promise<void> {
  let stopping: Promise<void> | undefined;
  let running: Running | undefined;
  const stop = () => {
    stopping ??= (async () => {
      setTimeout(() => process.exit(1), mostStopMs).unref();
      await running?.stop();
      process.exit(0);
    })().catch((error) => {
      process.stderr.write(`did not stop cleanly: ${faultCode(error)}\n`);
      process.exit(1);
    });
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);
  try {
    running = await start();
    if (stopping) await running.stop();
    process.send?.({ ready: true, ports: running.ports ?? {} });
  } catch (error) {
    // A settings fault says what to do, and holds no value. Anything else is told by its code alone.
    const coded =
      error instanceof Error && "code" in error && error.code === "config"
        ? error.message
        : `did not start: ${faultCode(error)}`;
    process.stderr.write(`${coded}\n`);
    process.exit(1);
  }
}
