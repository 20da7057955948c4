import type { QuestionResult } from '../analysis/analysis.ts'
import { showsCompliance } from '../analysis/compliance.ts'
import type { Question, Stage } from '../programme/programme.ts'
import { changeSentences, changeWords, classicalWords } from './class-words.ts'
import {
  emptyCell,
  endColumn,
  figureCell,
  note,
  paragraph,
  plainCell,
  startColumn,
  textCell,
} from './cells.ts'
import { addCompositeFigures } from './composite-figures.ts'
import { sentenceOfComposite } from './composite-sentence.ts'
import { notApplicableWords } from './not-applicable.ts'
import { addQuestionFigures } from './question-figures.ts'
import {
  findComposite,
  findQuestionResult,
  listReviewedStages,
  type ReportContext,
} from './report-context.ts'
import { roundingNotes } from './rounding-note.ts'
import type { Block, Cell, Column, ReportSection } from './report.ts'

/** Every question of every stage, with counts first, then share, interval, baseline, change and both classes. */
export function writeStages(context: ReportContext): ReportSection {
  return {
    key: 'stages',
    title: { da: 'Sagstrin for sagstrin', en: 'Stage by stage' },
    wide: true,
    blocks: [
      paragraph(
        'Tabellerne viser for hvert spørgsmål, i hvor mange sager kravet er i orden, ikke i orden eller ikke relevant. Andelen regnes af de sager, hvor kravet er relevant. Er der færre end ti, står antallet uden procent.',
        'For each question the tables show in how many cases the requirement is compliant, not compliant or not applicable. The share is taken of the cases where the requirement applies. With fewer than ten, the count stands without a percentage.',
      ),
      note(
        'I figuren er den udfyldte prik resultatet nu, stregen 95 %-intervallet, fordi kun en stikprøve er gennemgået, og den åbne prik baseline.',
        'In the picture the filled dot is the result now, the line the 95% interval, because only a sample was reviewed, and the hollow dot the baseline.',
      ),
      ...(context.audience === 'public' ? [withheldNote(context)] : []),
    ],
    sections: listReviewedStages(context).map((stage) => writeStage(context, stage)),
  }
}

function withheldNote({ programme }: ReportContext): Block {
  const most = programme.settings.smallCell - 1
  return note(
    `Tegnet · betyder, at rækkens tal er udeladt, fordi mindst ét af dem er mindre end ${most + 1} og kunne pege på en enkelt sag, eller fordi et udeladt tal kunne regnes ud af det.`,
    `The sign · means that the row’s numbers are left out, because at least one of them is below ${most + 1} and could point to a single case, or because a number left out could be solved from it.`,
  )
}

function writeStage(context: ReportContext, stage: Stage): ReportSection {
  const results = stage.questions.flatMap((question) => {
    const result = findQuestionResult(context, stage.key, question.key)
    return result === undefined ? [] : [{ question, result }]
  })
  const compliance = results.filter(({ question }) => showsCompliance(question))
  const plain = results.filter(({ question }) => !showsCompliance(question))
  return {
    key: `stage-${stage.key}`,
    title: stage.title,
    blocks: [
      ...summary(context, stage),
      questionTable(context, stage, compliance),
      ...roundingNotes(
        context,
        compliance.map(({ result }) => addQuestionFigures(context, result)),
      ),
      ...(plain.length === 0 ? [] : [plainTable(context, plain)]),
    ],
    sections: [],
  }
}

function summary(context: ReportContext, stage: Stage): readonly Block[] {
  const composite = findComposite(context, stage.key)
  if (composite === undefined || context.withholding.composite(composite)) return []
  const ids = addCompositeFigures(context, composite)
  const now = sentenceOfComposite(context, composite)
  if (composite.share === null) return [paragraph(`${now.da}.`, `${now.en}.`)]
  if (composite.change === null) return [paragraph(`${now.da}.`, `${now.en}.`)]
  const verdict = changeSentences[composite.change.class]
  return [
    paragraph(
      `${now.da}, mod {${ids.baseline}} i baseline. ${verdict.da}.`,
      `${now.en}, against {${ids.baseline}} in the baseline. ${verdict.en}.`,
    ),
  ]
}

interface Answered {
  readonly question: Question
  readonly result: QuestionResult
}

function questionTable(context: ReportContext, stage: Stage, answered: readonly Answered[]): Block {
  const compared = context.analysis.baselineRound !== null
  const comparison: readonly Column[] = [
    endColumn('Baseline', 'Baseline'),
    endColumn('Ændring i point', 'Change in points'),
    startColumn('Vurdering', 'Assessment', 0.55),
    startColumn('Tidligere inddeling', 'Earlier class', 0.5),
  ]
  return {
    kind: 'table',
    caption: {
      da: `${stage.title.da}: alle spørgsmål`,
      en: `${stage.title.en}: all questions`,
    },
    columns: [
      startColumn('Nr.', 'No.'),
      startColumn('Spørgsmål', 'Question', 1.6),
      endColumn('I orden', 'Compliant'),
      endColumn('Ikke i orden', 'Not compl.'),
      endColumn('Ikke relevant', 'Not applic.'),
      endColumn('Andel', 'Share'),
      startColumn('0–100 %', '0–100%'),
      endColumn('95 %-interval', '95% interval'),
      ...(compared ? comparison : []),
    ],
    rows: answered.map(({ question, result }) => questionRow(context, question, result, compared)),
    total: false,
  }
}

function questionRow(
  context: ReportContext,
  question: Question,
  result: QuestionResult,
  compared: boolean,
): readonly Cell[] {
  const ids = addQuestionFigures(context, result)
  const shown = result.change === null || ids.withheld ? null : result.change
  const nowhere = ids.withheld ? null : notApplicableWords(result, result.baseline)
  const comparison: readonly Cell[] = [
    figureCell(ids.baseline),
    figureCell(ids.change),
    shown !== null ? textCell(changeWords[shown.class]) : nowhere === null ? emptyCell : textCell(nowhere),
    shown === null ? emptyCell : textCell(classicalWords[shown.classicalClass]),
  ]
  return [
    plainCell(question.number),
    textCell(question.text),
    figureCell(ids.compliant),
    figureCell(ids.notCompliant),
    figureCell(ids.notApplicable),
    figureCell(ids.share),
    { kind: 'interval', figure: ids.share, baseline: result.baseline === null ? null : ids.baseline },
    { kind: 'range', figure: ids.share },
    ...(compared ? comparison : []),
  ]
}

/** Questions that no compliance is read from: among them those that report a critical case. */
function plainTable(context: ReportContext, answered: readonly Answered[]): Block {
  const { figures, withholding } = context
  return {
    kind: 'table',
    caption: {
      da: 'Spørgsmål, der ikke måler, om et krav er i orden',
      en: 'Questions that do not measure compliance',
    },
    columns: [
      startColumn('Nr.', 'No.'),
      startColumn('Spørgsmål', 'Question', 1),
      endColumn('Ja', 'Yes'),
      endColumn('Nej', 'No'),
      endColumn('Ikke relevant', 'Not applic.'),
    ],
    rows: answered.map(({ question, result }) => {
      const hidden =
        withholding.question(result) || [result.yes, result.no, result.notApplicable].some(withholding.cases)
      const query = `questions[stage=${result.stage},question=${result.question},level=${result.level},unit=*]`
      const path = ['question', result.stage, result.question, `level-${result.level}`, null] as const
      const count = (name: string, value: number) => figures.count([...path, name], value, query, hidden)
      return [
        plainCell(question.number),
        textCell(question.text),
        figureCell(count('yes', result.yes)),
        figureCell(count('no', result.no)),
        figureCell(count('na', result.notApplicable)),
      ]
    }),
    total: false,
  }
}
