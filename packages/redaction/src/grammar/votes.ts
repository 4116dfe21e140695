import nlp from "compromise/two";
import type { Candidate, Recogniser } from "../candidate.ts";
import type { Label } from "../finding.ts";
import { follows, type Passage, type Token } from "../passage.ts";
import { groups } from "../words/groups.ts";
import { kinship, roles } from "../words/kinship.ts";
import { neverNames } from "../words/ordinary.ts";
import { wordKind } from "./lexicon.ts";

/** The grammar is slow and not ours: it gets short pieces, and only those in which something is open. */
const longestPiece = 320;
const longestWord = 30;
/** Pieces go together, since a call costs as much as a sentence; a batch is bounded whatever the text. */
const longestBatch = 1500;

/** People, places and organisations as compromise's tagger sees them: a second vote where a capital is unexplained. */
export const grammarVotes: Recogniser = {
  name: "grammar",
  find(passage) {
    if (passage.loud) return [];
    const found: Candidate[] = [];
    let batch: Piece[] = [];
    let length = 0;
    for (const piece of openPieces(passage)) {
      if (length + longestPiece > longestBatch) {
        found.push(...votesOn(passage, batch));
        batch = [];
        length = 0;
      }
      batch.push(piece);
      length += passage.tokens[piece.last]!.end - passage.tokens[piece.first]!.start;
    }
    found.push(...votesOn(passage, batch));
    return found;
  },
};

type Piece = { first: number; last: number };

/** Sentences that have, in their middle, a capital that nothing else explains. */
function* openPieces({ tokens }: Passage): Generator<Piece> {
  let first = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const next = tokens[i + 1];
    const full = next !== undefined && next.end - tokens[first]!.start > longestPiece;
    if (next !== undefined && next.sentence === tokens[i]!.sentence && !full) continue;
    if (isOpen(tokens, first, i)) yield { first, last: i };
    first = i + 1;
  }
}

/** Runs of letters without end, and capitals in a row, are not prose, and are not handed on. */
function isOpen(tokens: readonly Token[], first: number, last: number): boolean {
  let open = false;
  let capitals = 0;
  for (let i = first; i <= last; i += 1) {
    const token = tokens[i]!;
    if (token.text.length > longestWord || token.gap.length > longestWord) return false;
    if (token.cap) capitals += 1;
    if (token.cap && !token.starts && !isSettled(token)) open = true;
  }
  return open && capitals * 2 <= last - first + 6;
}

/** Nothing is to be learnt about these. */
function isSettled(token: Token): boolean {
  if (token.saying || token.digits || token.base.length < 2 || neverNames.has(token.base) || groups.has(token.base))
    return true;
  const kind = wordKind(token.base);
  return kind === "function" || kind === "first-name" || kind === "place" || kind === "country";
}

type Term = { text: string; tags?: Set<string> };

function votesOn({ text, tokens }: Passage, batch: readonly Piece[]): Candidate[] {
  if (batch.length === 0) return [];
  const found: Candidate[] = [];
  const pieces = batch.map(({ first, last }) => text.slice(tokens[first]!.start, tokens[last]!.end));
  const joined = pieces.join(".\n");
  let at = 0;
  let piece = 0;
  let pieceStart = 0;
  let previous: { token: number; candidate: Candidate } | undefined;
  for (const term of termsOf(joined)) {
    // Terms repeat the text exactly; the second half of a contraction is empty.
    const start = term.text === "" ? -1 : joined.indexOf(term.text, at);
    if (start < 0) continue;
    at = start + term.text.length;
    while (piece < pieces.length - 1 && start >= pieceStart + pieces[piece]!.length)
      pieceStart += pieces[piece++]!.length + 2;
    const label = labelOf(term.tags);
    if (label === undefined || !/^\p{Lu}/u.test(term.text)) continue;
    const { first, last } = batch[piece]!;
    const index = tokenAt(tokens, first, last, tokens[first]!.start + start - pieceStart);
    const token = tokens[index];
    if (token === undefined || token.starts || isSettled(token) || kinship.has(token.base) || roles.has(token.base))
      continue;
    const confidence = wordKind(token.base) === "ordinary" ? 0.25 : 0.45;
    if (previous?.token === index - 1 && previous.candidate.label === label && follows(token)) {
      previous.candidate.end = token.baseEnd;
      previous.candidate.confidence = Math.max(previous.candidate.confidence, confidence);
      previous.token = index;
      continue;
    }
    const candidate: Candidate = {
      start: token.start,
      end: token.baseEnd,
      label,
      tier: "hide",
      confidence,
      source: "grammar",
    };
    found.push(candidate);
    previous = { token: index, candidate };
  }
  return found;
}

/** A library that stumbles over a sentence costs its vote, never the story. */
function termsOf(piece: string): Term[] {
  try {
    return nlp(piece).document.flat() as Term[];
  } catch {
    return [];
  }
}

function labelOf(tags: Set<string> | undefined): Label | undefined {
  if (tags === undefined) return undefined;
  if (tags.has("Person") || tags.has("FirstName") || tags.has("LastName")) return "PERSON";
  if (tags.has("Place")) return "PLACE";
  return tags.has("Organization") ? "ORG" : undefined;
}

/** The index of the token that holds an offset, or -1. */
function tokenAt(tokens: readonly Token[], first: number, last: number, offset: number): number {
  let low = first;
  let high = last;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle]!;
    if (offset < token.start) high = middle - 1;
    else if (offset >= token.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
