import type { Candidate, Recogniser } from "../candidate.ts";
import { wordKind } from "../grammar/lexicon.ts";
import type { Passage, Token } from "../passage.ts";
import { groupStops, groups, groupsNeedCapital } from "../words/groups.ts";
import { jobAdjectives, jobEnds, jobStarts, notJobs } from "../words/jobs.ts";
import { roleStarts, roles } from "../words/kinship.ts";
import { functionWords } from "../words/ordinary.ts";

const being = /^(?:am|was|were|is|i'm|im|she's|he's|shes|hes|as|became|become|be|been|mum's|dad's)$/;
const workplaces = new Set(
  "bakery café cafe shop factory warehouse school nursery hospital pub bar restaurant takeaway salon hotel call-centre library supermarket laundry launderette chippy kitchen office bank garage farm prison chemist pharmacy".split(
    " ",
  ),
);
const events = new Set(
  "fire bombing bomb inquiry disaster flood floods riot riots crash shooting stabbing inquest trial murder murders scandal attack siege explosion".split(
    " ",
  ),
);

/** What she is and does: jobs, groups, events that the press told. Mostly questions: they are hers to tell. */
export const circumstances: Recogniser = {
  name: "circumstances",
  find(passage) {
    const found: Candidate[] = [];
    for (let i = 0; i < passage.tokens.length; i += 1) {
      const one = job(passage, i) ?? workplace(passage, i) ?? group(passage, i) ?? pressEvent(passage, i);
      if (one) found.push(one);
    }
    return found;
  },
};

function job({ tokens }: Passage, i: number): Candidate | undefined {
  const noun = tokens[i]!;
  if (!jobEnds.has(noun.base) || notJobs.has(noun.base)) return undefined;
  let first = i;
  if (jobStarts.has(tokens[i - 1]?.fold ?? "") && noun.gap.length === 1) first -= 1;
  const compound = first < i;
  while (first > 0 && i - first < 3 && jobAdjectives.has(tokens[first - 1]!.fold) && tokens[first]!.gap === " ")
    first -= 1;
  const article = /^(?:a|an)$/.test(tokens[first - 1]?.fold ?? "") ? first - 1 : first;
  const cue = tokens[article - 1];
  const said = cue !== undefined && being.test(cue.fold) && article < first;
  const retired = tokens[first]!.fold === "retired" || tokens[first]!.fold === "former";
  if (!said && !retired && !compound) return undefined;
  const third = !said || !isFirstPerson(tokens, article - 1);
  // Everybody has a nurse and a social worker: theirs is a job only where it is hers.
  if (third && !retired && !(said && compound) && (roles.has(noun.base) || roleStarts.has(tokens[first]!.fold)))
    return undefined;
  const confidence = said && !third ? 0.7 : retired ? 0.65 : compound ? (said ? 0.6 : 0.35) : 0.45;
  return { start: tokens[first]!.start, end: noun.baseEnd, label: "JOB", tier: "consider", confidence, source: "job" };
}

function isFirstPerson(tokens: readonly Token[], at: number): boolean {
  if (/^(?:i'm|im|am)$/.test(tokens[at]!.fold)) return true;
  for (let k = at - 1; k >= at - 4 && k >= 0; k -= 1) if (tokens[k]!.fold === "i") return true;
  return false;
}

/** "I work in a bakery". */
function workplace({ tokens }: Passage, i: number): Candidate | undefined {
  const noun = tokens[i]!;
  const article = tokens[i - 1]?.fold;
  if (!workplaces.has(noun.base) || (article !== "a" && article !== "an" && article !== "the")) return undefined;
  if (!/^(?:in|at)$/.test(tokens[i - 2]?.fold ?? "") || !/^work(?:s|ed|ing)?$/.test(tokens[i - 3]?.fold ?? ""))
    return undefined;
  return { start: noun.start, end: noun.baseEnd, label: "JOB", tier: "consider", confidence: 0.6, source: "workplace" };
}

function group({ tokens, loud }: Passage, i: number): Candidate | undefined {
  const token = tokens[i]!;
  if (!groups.has(token.base) || token.saying) return undefined;
  if (groupsNeedCapital.has(token.base) && (!token.cap || token.starts || loud)) return undefined;
  if (groupStops.has(tokens[i + 1]?.base ?? "")) return undefined;
  return {
    start: token.start,
    end: token.baseEnd,
    label: "DEMOGRAPHIC",
    tier: "consider",
    confidence: 0.6,
    source: "group",
  };
}

/** "the Salt Lane fire", "it was in the papers". */
function pressEvent({ tokens, loud }: Passage, i: number): Candidate | undefined {
  const token = tokens[i]!;
  if (
    /^(?:papers|news|newspaper|telly|headlines|paper|gazette)$/.test(token.fold) &&
    tokens[i - 1]?.fold === "the" &&
    /^(?:in|on|made|all)$/.test(tokens[i - 2]?.fold ?? "")
  ) {
    return {
      start: token.start,
      end: token.baseEnd,
      label: "EVENT",
      tier: "consider",
      confidence: 0.35,
      source: "press",
    };
  }
  if (!events.has(token.base) || loud) return undefined;
  let first = i;
  while (
    i - first < 4 &&
    tokens[first - 1]?.cap &&
    !tokens[first - 1]!.starts &&
    tokens[first]!.gap === " " &&
    !functionWords.has(tokens[first - 1]!.fold)
  )
    first -= 1;
  if (first === i || tokens.slice(first, i).every((word) => wordKind(word.base) === "ordinary")) return undefined;
  return {
    start: tokens[first]!.start,
    end: token.baseEnd,
    label: "EVENT",
    tier: "hide",
    confidence: 0.9,
    source: "named-event",
  };
}
