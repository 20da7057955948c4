import { plural } from '../language/plural.ts'
import { changeSentences } from './class-words.ts'
import { chosenCasesNote, unprovenDrawNote } from './chosen-cases.ts'
import { compositeChart, compositeTables } from './composite-blocks.ts'
import { addCompositeFigures, fewestForPublicInterval } from './composite-figures.ts'
import { changedQuestionTables } from './changed-questions.ts'
import { correctedChange } from './corrected-change.ts'
import { note, paragraph } from './cells.ts'
import { missingReviewsNotes } from './missing-reviews-note.ts'
import { sentenceOfComposite } from './composite-sentence.ts'
import { quoteText } from './figure-text.ts'
import { findComposite, getStageTitle, listReviewedStages, type ReportContext } from './report-context.ts'
import type { Block, ReportSection } from './report.ts'

/** The conclusion in one sentence, composites per stage now and then, and the questions that moved. */
export function writeTrends(context: ReportContext): ReportSection {
  const rows = listReviewedStages(context).flatMap(({ key }) => {
    const composite = findComposite(context, key)
    return composite === undefined ? [] : [{ label: getStageTitle(context, key), composite }]
  })
  const all = findComposite(context, null)
  const total =
    all === undefined ? [] : [{ label: { da: 'Alle sagstrin', en: 'All stages' }, composite: all }]
  return {
    key: 'trends',
    title: { da: 'Tendenser', en: 'Trends' },
    blocks: [
      ...chosenCasesNote(context),
      ...missingReviewsNotes(context, true),
      ...conclusion(context),
      ...missingReviewsNotes(context, false),
      ...unprovenDrawNote(context),
      ...correctedChange(context),
      compositeChart(context, [...rows, ...total], {
        da: 'Krav i orden i en gennemsnitlig sag, for hvert sagstrin',
        en: 'Requirements met in an average case, per stage',
      }),
      ...compositeTables(context, [...rows, ...total], {
        caption: { da: 'Tallene bag figuren', en: 'The numbers behind the figure' },
        first: { da: 'Sagstrin', en: 'Stage' },
        total: total.length > 0,
      }),
      ...(context.audience === 'public' ? [publicIntervals] : []),
    ],
    sections: context.analysis.baselineRound === null ? [] : [movedQuestions(context)],
  }
}

const publicIntervals = note(
  `Samlede tal på færre end ${fewestForPublicInterval} sager står her uden interval, fordi tal om enkelte sager ellers kunne regnes ud. De er usikre: med så få sager kan det sande tal ligge mange point derfra.`,
  `Composites on fewer than ${fewestForPublicInterval} cases stand here without an interval, because numbers about single cases could otherwise be solved. They are uncertain: with so few cases the true figure may lie many points away.`,
)

function conclusion(context: ReportContext): readonly Block[] {
  const { baselineRound } = context
  const composite = findComposite(context, null)
  if (composite === undefined)
    return [
      paragraph(
        'Runden har ingen gennemgåede sager, som et samlet tal kan bygges på.',
        'The round has no reviewed cases to build an overall figure on.',
      ),
    ]
  if (context.withholding.composite(composite))
    return [
      paragraph(
        'Det samlede tal er udeladt i denne udgave, fordi tal om enkelte sager ellers kunne regnes ud af det.',
        'The overall figure is left out of this edition, because numbers about single cases could otherwise be solved from it.',
      ),
    ]
  const ids = addCompositeFigures(context, composite)
  const now = sentenceOfComposite(context, composite)
  if (
    composite.share === null ||
    composite.baseline === null ||
    composite.change === null ||
    baselineRound === null
  )
    return [paragraph(`${now.da}.`, `${now.en}.`)]
  const verdict = changeSentences[composite.change.class]
  return [
    paragraph(
      `${now.da}, mod {${ids.baseline}} i ${quoteText(baselineRound.da)}. ${verdict.da}.`,
      `${now.en}, against {${ids.baseline}} in the ${quoteText(baselineRound.en)}. ${verdict.en}.`,
    ),
  ]
}

const nothingCompared: ReportSection = {
  key: 'moved',
  title: { da: 'Spørgsmål, der har flyttet sig', en: 'Questions that moved' },
  blocks: [
    paragraph(
      'Ingen spørgsmål kunne sammenlignes med baseline. Teknisk bilag siger hvorfor.',
      'No question could be compared with the baseline. The technical annex says why.',
    ),
  ],
  sections: [],
}

function movedQuestions(context: ReportContext): ReportSection {
  const { analysis, figures } = context
  const { summary } = analysis
  const count = (name: keyof typeof summary.classes) =>
    figures.count(['summary', name], summary.classes[name], `summary.classes[${name}]`)
  const classical = (name: keyof typeof summary.classicalClasses) =>
    figures.count(
      ['summary', 'classical', name],
      summary.classicalClasses[name],
      `summary.classicalClasses[${name}]`,
    )
  const compared = figures.count(['summary', 'compared'], summary.compared, 'summary.compared')
  const tested = figures.count(['summary', 'tested'], summary.tested, 'summary.tested')
  const standing = figures.count(['summary', 'standing-out'], summary.standingOut, 'summary.standingOut')
  const signals = figures.count(
    ['summary', 'signals'],
    summary.classes['signal-up'] + summary.classes['signal-down'],
    'summary.classes[signal-up]+summary.classes[signal-down]',
  )
  if (summary.compared === 0) return nothingCompared
  const expected = figures.add(['summary', 'expected-false-signals'], {
    value: summary.expectedFalseSignals,
    format: 'integer',
    query: 'summary.expectedFalseSignals',
  })
  const chance =
    Math.round(summary.expectedFalseSignals) === 0
      ? { da: 'færre end 1', en: 'fewer than 1' }
      : { da: `omkring {${expected}}`, en: `about {${expected}}` }
  const of =
    summary.tested === 1
      ? { da: 'det ene prøvede spørgsmål', en: 'the one question tested' }
      : { da: `de {${tested}} prøvede spørgsmål`, en: `the {${tested}} questions tested` }
  return {
    key: 'moved',
    title: { da: 'Spørgsmål, der har flyttet sig', en: 'Questions that moved' },
    blocks: [
      paragraph(
        `Af {${compared}} ${plural('da', summary.compared, 'sammenlignet', 'sammenlignede')} spørgsmål er {${count('improved')}} steget klart og {${count('declined')}} faldet klart. Et muligt udsving, der skal følges: {${signals}}. Ingen klar ændring: {${count('no-clear-change')}}. I orden i alle sager begge gange: {${count('all-compliant-both')}}. For få svar til at sige noget: {${count('too-few')}}.`,
        `Of {${compared}} ${plural('en', summary.compared, 'question', 'questions')} compared, {${count('improved')}} rose clearly and {${count('declined')}} fell clearly. A possible movement to watch: {${signals}}. No clear change: {${count('no-clear-change')}}. Compliant in all cases both times: {${count('all-compliant-both')}}. Too few answers to say: {${count('too-few')}}.`,
      ),
      ...(summary.tested === 0
        ? []
        : [
            paragraph(
              `Havde intet ændret sig, ville ${chance.da} af ${of.da} alligevel slå ud (q højst 10 % eller p højst 5 %). Her slog {${standing}} ud, når alle tælles med: dem, der er steget eller faldet klart, og dem, der skal følges.`,
              `Had nothing changed, ${chance.en} of ${of.en} would still stand out (q at most 10% or p at most 5%). Here {${standing}} did, counting all: those that rose or fell clearly and those to watch.`,
            ),
          ]),
      note(
        `Med de tidligere rapporters inddeling, som alene ser på om procenten er højere eller lavere: {${classical('progress')}} fremgang, {${classical('unchanged')}} uændret, {${classical('decline')}} tilbagegang og {${classical('held-at-100')}} fastholdt på 100 %. Med få sager flytter procenten sig meget af sig selv; derfor er konklusionen ovenfor den, der holder.`,
        `By the classes of the earlier reports, which only look at whether the percentage is higher or lower: {${classical('progress')}} progress, {${classical('unchanged')}} unchanged, {${classical('decline')}} decline and {${classical('held-at-100')}} held at 100%. With few cases percentages move a good deal by themselves; the conclusion above is therefore the one that holds.`,
      ),
      ...changedQuestionTables(context),
    ],
    sections: [],
  }
}
