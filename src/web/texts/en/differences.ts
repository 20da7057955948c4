import type { differences as danish } from '../da/differences.ts'

export const differences: typeof danish = {
  title: (caseId) => `Differences in ${caseId}`,
  conclusion: (different, of) =>
    different === 0
      ? `The two levels answered all ${of} questions alike.`
      : `The two levels answered ${different} of ${of} questions differently.`,
  where: (stage, unit) => `${stage}, ${unit}`,
  level: (level, title) => `Level ${level}, ${title}`,
  caption: 'Answers of the two levels, question by question',
  question: 'Question',
  number: 'No.',
  outcome: 'Compared',
  same: 'alike',
  different: 'different',
  notAsked: 'not asked',
  evidence: (reference, day) => (day === null ? `Evidence: ${reference}` : `Evidence: ${reference}, ${day}`),
  evidenceOn: (day) => `Evidence of ${day}`,
  show: 'Show',
  onlyDifferent: 'Differences only',
  allQuestions: 'All questions',
  noneDifferent: 'No differences',
  noneDifferentBody: 'The two levels saw the same in the case.',
  lowest: 'There is no level below',
  lowestBody:
    'You see the case first, so there is nothing to compare with. The level above compares its answers with yours once it has submitted.',
  waiting: 'The level below is not finished',
  waitingBody: 'The answers can be compared when both reviews are submitted.',
  sealedTitle: 'The answers are still closed',
  backToReview: 'To the review',
}
