import type { QuestionResult } from '../analysis/analysis.ts'
import { showsCompliance } from '../analysis/compliance.ts'
import type { LocalText } from '../language/language.ts'
import { addQuestionFigures } from './question-figures.ts'
import { endColumn, figureCell, paragraph, plainCell, startColumn, textCell } from './cells.ts'
import { fewestForPercent } from './print-figure.ts'
import { findQuestion, getStageTitle, type ReportContext } from './report-context.ts'
import type { Block, ReportSection } from './report.ts'

/** Rows of each list: what a unit can hold in mind at a learning visit. */
const mostRows = 10

/** One proposal in the four boxes that learning visits end with. */
export interface LearningProposal {
  readonly title: LocalText
  readonly want: LocalText
  readonly hard: LocalText
  readonly how: LocalText
  readonly already: LocalText
}

/** Strengths first, then what to look at, then what the organisation proposes itself. */
export function writeLearning(context: ReportContext, proposals: readonly LearningProposal[]): ReportSection {
  const results = context.analysis.questions.filter((result) => isTelling(context, result))
  const strong = results
    .filter(({ share }) => share === 1)
    .toSorted((left, right) => gain(right) - gain(left) || right.denominator - left.denominator)
  const improved = results
    .filter(
      ({ share, change }) => share !== 1 && (change?.class === 'improved' || change?.class === 'signal-up'),
    )
    .toSorted((left, right) => gain(right) - gain(left))
  const weak = results
    .filter(({ share }) => share !== null && share < 1)
    .toSorted((left, right) => (left.share ?? 0) - (right.share ?? 0))
  return {
    key: 'learning',
    title: { da: 'Læring', en: 'Learning' },
    blocks: [
      paragraph(
        'Tilsynet er til for at lære af. Derfor står det først, der lykkes, og som andre kan tage ved lære af; derefter det, der er værd at se på sammen.',
        'The audit is there to learn from. So what succeeds comes first, for others to learn from; then what is worth looking at together.',
      ),
      ...questionList(context, strong, { da: 'I orden i alle sager', en: 'Compliant in every case' }),
      ...questionList(context, improved, { da: 'Steget mest', en: 'Risen most' }),
      ...questionList(context, weak, { da: 'Værd at se på', en: 'Worth looking at' }),
    ],
    sections: proposals.map((proposal, index) => ({
      key: `proposal-${index + 1}`,
      title: proposal.title,
      blocks: fourBoxes(proposal),
      sections: [],
    })),
  }
}

/** Enough answers to say something, and shown in this edition. */
function isTelling(context: ReportContext, result: QuestionResult): boolean {
  const question = findQuestion(context, result.stage, result.question)
  return (
    result.unit === null &&
    result.level === context.analysis.comparisonLevel &&
    result.denominator >= fewestForPercent &&
    question !== undefined &&
    showsCompliance(question) &&
    !context.withholding.question(result)
  )
}

function gain({ change }: QuestionResult): number {
  return change?.difference ?? 0
}

export function questionList(
  context: ReportContext,
  results: readonly QuestionResult[],
  caption: LocalText,
): readonly Block[] {
  if (results.length === 0) return []
  return [
    {
      kind: 'table',
      caption,
      columns: [
        startColumn('Sagstrin', 'Stage', 1.35),
        startColumn('Nr.', 'No.'),
        startColumn('Spørgsmål', 'Question', 2.4),
        endColumn('I orden', 'Compliant'),
        endColumn('Sager', 'Cases'),
        endColumn('Andel', 'Share'),
        endColumn('Baseline', 'Baseline'),
      ],
      rows: results.slice(0, mostRows).map((result) => {
        const question = findQuestion(context, result.stage, result.question)
        const ids = addQuestionFigures(context, result)
        return [
          textCell(getStageTitle(context, result.stage)),
          plainCell(question?.number ?? result.question),
          textCell(question?.text ?? { da: result.question, en: result.question }),
          figureCell(ids.compliant),
          figureCell(ids.applicable),
          figureCell(ids.share),
          figureCell(ids.baseline),
        ]
      }),
      total: false,
    },
  ]
}

function fourBoxes(proposal: LearningProposal): readonly Block[] {
  const boxes: readonly (readonly [da: string, en: string, text: LocalText])[] = [
    ['Hvad vil vi?', 'What do we want?', proposal.want],
    ['Hvad er svært?', 'What is hard?', proposal.hard],
    ['Hvordan gør vi det?', 'How do we do it?', proposal.how],
    ['Hvad gør vi allerede?', 'What do we do already?', proposal.already],
  ]
  return [
    {
      kind: 'authored',
      paragraphs: boxes.map(([da, en, text]) => ({ da: `${da} ${text.da}`, en: `${en} ${text.en}` })),
    },
  ]
}
