// The public half: everything that can be checked by somebody who holds no secret. In reading order.

export { fromBase64url, toBase64url } from "./bytes.ts";
export { canonical } from "./canonical.ts";
export {
  type Chain,
  type ChainFault,
  type ChainFor,
  chainFaults,
  type VerifiedChain,
  verifyChain,
} from "./chain.ts";
export type { ChainParent, VerifiedParent } from "./chain-parent.ts";
export {
  type Deployment,
  type DirectoryFault,
  directoryFaults,
  type SignedDirectory,
  type StewardSignature,
  type VerifiedDirectory,
  verifyDirectory,
} from "./directory.ts";
export { SealingError, type SealingErrorCode } from "./errors.ts";
export { hash, hashBytes } from "./hash.ts";
export { cutIdOf, directoryHash, type GrantFor, grantHash, statementDigest, storyIdOf } from "./identities.ts";
export {
  type ChainedEntry,
  firstHead,
  type LedgerEntry,
  type LedgerFault,
  ledgerFaults,
  ledgerHead,
  verifyLedger,
} from "./ledger.ts";
export { type RedactorKey, usableOn, verifyRedactorKey } from "./redactor-key.ts";
export {
  type CutTextHeader,
  type CutTextKind,
  matchesSealed,
  readSealedText,
  type SealedText,
  type SealedTextFault,
  type StoryTextHeader,
  sealedTextFaults,
  type TextHeader,
  type TextProducer,
  textDigest,
  textProducers,
} from "./sealed-text.ts";
export { sessionMessage, verifySession } from "./session.ts";
export { type Signed, verifyStatement } from "./signed-statement.ts";
export { ready } from "./sodium.ts";
