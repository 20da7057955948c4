import type { DrawFile } from '../draw/draw-file.ts'
import type { Language } from '../language/language.ts'
import { describeSelection } from '../programme/describe-selection.ts'
import type { Level } from '../programme/programme.ts'
import { endColumn, figureCell, note, paragraph, plainCell, startColumn, textCell } from './cells.ts'
import { quoteText } from './figure-text.ts'
import { listReviewedLevels, type ReportContext } from './report-context.ts'
import type { Block, ReportSection } from './report.ts'
import { unnamedSelection } from './unnamed-selection.ts'

/** What of a draw's record a report prints: enough to check the draw, no case. */
export type DrawDigest = Pick<DrawFile, 'level' | 'phase' | 'algorithm' | 'frameDigest' | 'seedDigest'>

/** Why the audit is held, who reviews at which level, and how the cases were drawn. */
export function writeBackground(context: ReportContext, digests: readonly DrawDigest[]): ReportSection {
  return {
    key: 'background',
    title: { da: 'Baggrund og ramme', en: 'Background and frame' },
    blocks: [...purpose(context, digests), levelTable(context)],
    sections: [
      {
        key: 'draw',
        title:
          digests.length === 0
            ? { da: 'Sådan skal sagerne trækkes', en: 'How cases are to be drawn' }
            : { da: 'Sådan er sagerne trukket', en: 'How the cases were drawn' },
        blocks: [drawIntro(digests), drawList(context), ...digestBlocks(digests)],
        sections: [],
      },
    ],
  }
}

function purpose(context: ReportContext, digests: readonly DrawDigest[]): readonly Block[] {
  const { round, baselineRound, programme } = context
  const title = { da: quoteText(programme.title.da), en: quoteText(programme.title.en) }
  const compared =
    baselineRound === null
      ? {
          da: 'Der er ingen tidligere runde at sammenligne med; tallene kan bruges som udgangspunkt (baseline) for de næste.',
          en: 'There is no earlier round to compare with; the figures can serve as the baseline for those to come.',
        }
      : {
          da: `Resultaterne sammenlignes med ${quoteText(baselineRound.da)}, som er udgangspunktet (baseline).`,
          en: `The results are compared with the ${quoteText(baselineRound.en)}, which is the baseline.`,
        }
  return [
    paragraph(
      `Rapporten gør rede for ledelsestilsynet »${title.da}« i ${quoteText(round.da)}. ${compared.da}`,
      `This report accounts for the management audit ‘${title.en}’ in the ${quoteText(round.en)}. ${compared.en}`,
    ),
    paragraph('Tilsynet har to formål:', 'The audit has two purposes:'),
    {
      kind: 'list',
      items: [
        {
          da: 'at give ledelsen et retvisende billede af, om sagsbehandlingen følger loven, og finde fejl, der går igen,',
          en: 'to give the management a true picture of whether casework follows the law, and to find errors that recur,',
        },
        {
          da: 'at give medarbejdere og enheder noget at lære af, så borgernes retssikkerhed bliver bedre.',
          en: 'to give staff and units something to learn from, so that citizens are better protected by the law.',
        },
      ],
    },
    howItWent(context, digests),
  ]
}

/** Only what the inputs show: that a lot was drawn is known from its record alone. */
function howItWent(context: ReportContext, digests: readonly DrawDigest[]): Block {
  const several = listReviewedLevels(context).length > 1
  const drawn =
    digests.length === 0
      ? { da: 'Sagerne er afsluttede sagstrin.', en: 'The cases are finished case stages.' }
      : {
          da: 'Afsluttede sagstrin er trukket ved lodtrækning.',
          en: 'Finished case stages were drawn by lot.',
        }
  const levels = several
    ? {
        da: ' Flere niveauer har besvaret de samme spørgsmål.',
        en: ' Several levels answered the same questions.',
      }
    : { da: '', en: '' }
  return paragraph(
    `${drawn.da}${levels.da} Et svar »ikke relevant« tæller hverken for eller imod.`,
    `${drawn.en}${levels.en} An answer ‘not applicable’ counts neither for nor against.`,
  )
}

function drawIntro(digests: readonly DrawDigest[]): Block {
  return digests.length === 0
    ? note(
        'Rapporten er lavet uden lodtrækningens filer. Den kan derfor ikke vise, hvordan sagerne blev valgt; her står, hvad programmet foreskriver. Intervaller og prøver forudsætter, at det blev fulgt.',
        'The report was made without the files of the draw. It can therefore not show how the cases were chosen; this is what the programme prescribes. Intervals and tests presuppose that it was followed.',
      )
    : paragraph(
        'Programmet foreskriver denne udvælgelse. Fingeraftrykkene nedenfor viser, for hvilke niveauer der foreligger en lodtrækning.',
        'The programme prescribes this selection. The digests below show for which levels a draw is on record.',
      )
}

function levelTable(context: ReportContext): Block {
  const { analysis, figures, withholding } = context
  return {
    kind: 'table',
    caption: { da: 'Niveauer og antal gennemgange', en: 'Levels and number of reviews' },
    columns: [
      startColumn('Niveau', 'Level', 1),
      startColumn('Trækkes blandt', 'Drawn from'),
      endColumn('Gennemgange', 'Reviews'),
      endColumn('Svar', 'Answers'),
    ],
    rows: listReviewedLevels(context).map((level) => {
      const counts = analysis.levels.find((entry) => entry.level === level.level)
      const query = `levels[level=${level.level}]`
      // The stages of this level are shown one by one, those of the others are not.
      const shown = level.level === analysis.comparisonLevel
      const hidden = withholding.cases(counts?.reviews ?? 0) || (shown && withholding.totalCases)
      return [
        textCell(levelTitle(level, analysis.comparisonLevel)),
        level.from === undefined
          ? textCell({ da: 'afsluttede sagstrin', en: 'finished case stages' })
          : textCell({ da: `niveau ${level.from}`, en: `level ${level.from}` }),
        figureCell(figures.count(['level', level.level, 'reviews'], counts?.reviews ?? null, query, hidden)),
        figureCell(
          figures.count(
            ['level', level.level, 'answers'],
            counts?.answers ?? null,
            query,
            hidden || (shown && withholding.totalAnswers),
          ),
        ),
      ]
    }),
    total: false,
  }
}

function levelTitle(level: Level, comparisonLevel: number): { da: string; en: string } {
  const measured = level.level === comparisonLevel
  return {
    da: `${level.level}. ${level.title.da}${measured ? ' (udviklingen måles her)' : ''}`,
    en: `${level.level}. ${level.title.en}${measured ? ' (change is measured here)' : ''}`,
  }
}

function drawList(context: ReportContext): Block {
  return {
    kind: 'list',
    items: listReviewedLevels(context).map((level) => ({
      da: `Niveau ${level.level}: ${quoteText(describe(context, level, 'da'))}`,
      en: `Level ${level.level}: ${quoteText(describe(context, level, 'en'))}`,
    })),
  }
}

function describe({ programme, audience }: ReportContext, { selection }: Level, language: Language): string {
  const named = audience === 'internal' ? selection : unnamedSelection(selection, language)
  return describeSelection(named, language, programme.stages)
}

function digestBlocks(digests: readonly DrawDigest[]): readonly Block[] {
  if (digests.length === 0) return []
  return [
    paragraph(
      `Fingeraftrykkene er til at efterprøve lodtrækningen med: de gøres op før den, og lodtrækningens tal (seed) lægges frem bagefter. Enhver, der har listen over sager og tallet, kan regne lodtrækningen efter og se, at ingen sag er valgt til eller fra.`,
      'The digests are there to check the draw by: they are made before it, and the seed is laid open afterwards. Anyone who has the list of cases and the seed can compute the draw again and see that no case was chosen or left out by hand.',
    ),
    {
      kind: 'table',
      caption: { da: 'Lodtrækningens fingeraftryk (SHA-256)', en: 'Digests of the draw (SHA-256)' },
      columns: [
        startColumn('Niveau', 'Level'),
        startColumn('Hvad', 'What'),
        startColumn('Fingeraftryk', 'Digest', 1),
      ],
      rows: digests.flatMap(({ level, frameDigest, seedDigest }) => [
        [
          plainCell(String(level)),
          textCell({ da: 'liste over sager', en: 'list of cases' }),
          plainCell(frameDigest),
        ],
        [plainCell(String(level)), textCell({ da: 'lodtrækningens tal', en: 'seed' }), plainCell(seedDigest)],
      ]),
      total: false,
    },
  ]
}
