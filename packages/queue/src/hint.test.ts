import { describe, expect, it } from "vitest";
import { jobOptions, parseHint } from "./hint.ts";
import { QueueError } from "./queue-error.ts";

const work = "b7Jq0_-w9XbK2mPz";

describe("a hint", () => {
  it("is its work id and its version, and drops whatever came along", () => {
    expect(parseHint({ work, version: 3, words: "synthetic" })).toEqual({ work, version: 3 });
  });

  it.each([
    ["nothing", undefined],
    ["no work id", { version: 1 }],
    ["a work id too short to be random", { work: "7", version: 1 }],
    ["a work id with a colon, which BullMQ keeps for itself", { work: `${work}:1`, version: 1 }],
    ["a work id with words", { work: "once upon a time", version: 1 }],
    ["a work id of more than one line", { work: `${work}\n`, version: 1 }],
    ["no version", { work }],
    ["a broken version", { work, version: 1.5 }],
    ["a negative version", { work, version: -1 }],
    ["a version in words", { work, version: "1" }],
  ])("is refused with %s", (_, value) => {
    expect(() => parseHint(value)).toThrow(expect.objectContaining({ code: "queue-hint-malformed" }));
  });

  it("is another job in each queue and for each version", () => {
    const ids = [jobOptions("redact", { work, version: 1 }), jobOptions("redact", { work, version: 2 })]
      .concat(jobOptions("stage", { work, version: 1 }))
      .map((options) => options.jobId);
    expect(ids).toEqual([`redact-${work}-1`, `redact-${work}-2`, `stage-${work}-1`]);
  });
});

describe("a queue error", () => {
  it("keeps what lies behind it out of its message and out of its JSON", () => {
    const error = new QueueError("queue-handler-failed", { cause: new Error("synthetic words") });
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain("synthetic words");
    expect(error.cause).toBeInstanceOf(Error);
  });
});
