const MESSAGES = {
  "queue-not-ready": "The queue cannot be reached, or has not been prepared.",
  "queue-hint-malformed": "A hint is a random work id of letters, digits, - and _, and a whole version number.",
  "queue-hint-lost": "A hint was not delivered. The sweeper will find the work.",
  "queue-handler-failed": "The work behind a hint failed. The sweeper will find it again.",
  "queue-lock-lost": "Work goes on here that another worker may have been given meanwhile.",
  "queue-interrupted": "The queue was interrupted; it goes on by itself.",
} as const;

export type QueueErrorCode = keyof typeof MESSAGES;

/**
 * A fault of the queue. The message is fixed, so that it may be stored and logged; what lies behind it is in `cause`,
 * which stays in memory: it may quote what the handler worked on.
 */
export class QueueError extends Error {
  override readonly name = "QueueError";
  readonly code: QueueErrorCode;
  readonly retryable: boolean;

  constructor(code: QueueErrorCode, options?: ErrorOptions) {
    super(MESSAGES[code], options);
    this.code = code;
    this.retryable = code !== "queue-hint-malformed";
  }
}

/** Is told of what the queue survives by itself: for a log (its code), never needed for the work to go on. */
export type OnFault = (fault: QueueError) => void;
