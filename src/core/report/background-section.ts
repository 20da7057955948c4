import type { DrawFile } from '../draw/draw-file.ts'
import type { Language } from '../language/language.ts'
import { describeSelection } from '../programme/describe-selection.ts'
import type { Level } from '../programme/programme.ts'
import { endColumn, figureCell, paragraph, plainCell, startColumn, textCell } from './cells.ts'
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
    blocks: [...purpose(context), levelTable(context)],
    sections: [
      {
        key: 'draw',
        title: { da: 'Sådan er sagerne udtrukket', en: 'How the cases were drawn' },
        blocks: [drawList(context), ...digestBlocks(digests)],
        sections: [],
      },
    ],
  }
}

function purpose({ round, baselineRound, programme }: ReportContext): readonly Block[] {
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
    paragraph(
      'Afsluttede sagstrin er trukket ved lodtrækning. Flere niveauer har besvaret de samme spørgsmål om de samme sager uden at kende hinandens svar. Et svar »ikke relevant« tæller hverken for eller imod.',
      'Finished case stages were drawn by lot. Several levels answered the same questions about the same cases without knowing each other’s answers. An answer ‘not applicable’ counts neither for nor against.',
    ),
  ]
}

function levelTable(context: ReportContext): Block {
  const { analysis, figures, withholding } = context
  return {
    kind: 'table',
    caption: { da: 'Niveauer og antal gennemgange', en: 'Levels and number of reviews' },
    columns: [
      startColumn('Niveau', 'Level', 1),
      startColumn('Udtrukket fra', 'Drawn from'),
      endColumn('Gennemgange', 'Reviews'),
      endColumn('Svar', 'Answers'),
    ],
    rows: listReviewedLevels(context).map((level) => {
      const counts = analysis.levels.find((entry) => entry.level === level.level)
      const query = `levels[level=${level.level}]`
      const hidden = withholding.cases(counts?.reviews ?? 0)
      return [
        textCell(levelTitle(level, analysis.comparisonLevel)),
        level.from === undefined
          ? textCell({ da: 'afsluttede sagstrin', en: 'finished case stages' })
          : textCell({ da: `niveau ${level.from}`, en: `level ${level.from}` }),
        figureCell(figures.count(['level', level.level, 'reviews'], counts?.reviews ?? null, query, hidden)),
        figureCell(figures.count(['level', level.level, 'answers'], counts?.answers ?? null, query, hidden)),
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
