import type { Library } from './library.ts';
import { compile, runChecks } from './pipeline.ts';
import { type JudgeInput, type Verdict, verdictOf } from './verdict.ts';

export { HISTORY } from './checks/pace.ts';
export { DISGUISES, type Disguise } from './disguise.ts';
export { suggestForms } from './inflections/suggest-forms.ts';
export type { Library, Link, LinkPolicy, Listing, Rules, Strictness, Term } from './library.ts';
export { isOrderNumberPattern } from './order-numbers.ts';
export { NO_RULES } from './rules.ts';
export type {
  Effect,
  JudgeInput,
  Reason,
  ReasonKind,
  RecentMessage,
  Role,
  Span,
  Verdict,
  VerdictEffect,
} from './verdict.ts';
export { heldByError } from './verdict.ts';
export {
  differenceOf,
  type StarterTerm,
  type Strength,
  starterTerms,
  type VocabularyDifference,
  type VocabularyInfo,
  type VocabularyLanguage,
  vocabularyInfo,
  vocabularyNames,
} from './vocabularies/index.ts';

export type Moderator = { judge(input: JudgeInput): Verdict; version: number };

/** The filter for one version of a site's library: prepared once, then asked about any number of texts. */
export function createModerator(library: Library): Moderator {
  const compiled = compile(library);
  return {
    version: library.version,
    judge: (input) => verdictOf(runChecks(input, compiled), library.version),
  };
}
