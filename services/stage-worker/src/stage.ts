// Brings stories on by itself: holds that end, permissions that expire, erasures on their day. And the sweeper.

import { randomUUID } from "node:crypto";
import { act, createDirectorySource, type Door } from "@ownwords/acts";
import { workDue as dueFor } from "@ownwords/consent";
import type { Handler } from "@ownwords/queue";
import type { Deployment } from "@ownwords/sealing";
import { faultCode, type Log } from "@ownwords/service-kit";
import { enterAsWorker, type Pool, readSerial, readToday, sweepSessions, workDue } from "@ownwords/store";

export type StageNeeds = {
  readonly pool: Pool;
  readonly deployment: Deployment;
  readonly hint: Door["hint"];
  readonly log: Log;
};

/** What is done for one hint: everything that is due for this story, one action after the other. */
export function createStage({ pool, deployment, hint, log }: StageNeeds): Handler {
  const directory = createDirectorySource(pool, deployment);
  return async ({ work }, signal) => {
    const job = randomUUID();
    const door: Door = {
      pool,
      directory,
      enter: (db) => enterAsWorker(db, work),
      actor: () => ({ roles: ["service"] }),
      hint,
    };
    // Each action changes what is due, so it is asked again after each.
    while (!signal.aborted) {
      const { story, today, serial } = await enterAsWorker(pool, work);
      const current = (await directory(serial, today.date))?.directory;
      if (!story || !current) return;
      const due = dueFor(story.state, { today, directory: current, redactorKeys: [] }).find(
        ({ role }) => role === "service",
      );
      if (!due) return;
      const { action, act: asked } = due;
      const done = await act(door, {
        named: {},
        action,
        ...(asked.permission ? { permission: asked.permission } : {}),
      });
      log.event("stage.moved", { job, action, ...(done.ok ? {} : { code: done.code }) });
    }
  };
}

export type Sweeper = { readonly sweep: () => Promise<number>; readonly stop: () => Promise<void> };

/**
 * A plain timer that finds every story whose state asks for work and enqueues it: losing the whole queue loses nothing.
 * @param everyMs how often
 */
export function createSweeper({ pool, deployment, hint, log }: StageNeeds, everyMs: number): Sweeper {
  const directory = createDirectorySource(pool, deployment);
  let turn: Promise<unknown> = Promise.resolve();
  const sweep = async (): Promise<number> => {
    const [today, serial] = [await readToday(pool), await readSerial(pool)];
    const current = (await directory(serial, today.date))?.directory;
    if (!current) return 0;
    const waiting = await workDue(pool, today, current.policy);
    for (const { queue, work, version } of waiting) hint(queue, { work, version });
    await sweepSessions(pool);
    return waiting.length;
  };
  const timer = setInterval(() => {
    turn = turn.then(sweep).catch((error) => log.fault("sweep.failed", { code: faultCode(error) }));
  }, everyMs);
  return {
    sweep,
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}
