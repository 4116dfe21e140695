export { openQueuePool, type QueueBackend } from "./backend.ts";
export { type Consumer, type ConsumerOptions, createConsumer, type Handler } from "./consumer.ts";
export { type Hint, QUEUE_NAMES, type QueueName } from "./hint.ts";
export { prepareQueue, type QueueRoles } from "./prepare.ts";
export { createProducer, type Producer } from "./producer.ts";
export { type OnFault, QueueError, type QueueErrorCode } from "./queue-error.ts";
