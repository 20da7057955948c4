import { z } from 'zod'
import { hiddenReasons } from '../../core/disclosure/list-hidden.ts'
import { releaseTemplates } from '../../core/report/release.ts'
import { count, interval, localText } from '../analysis/figures.ts'
import { roundParams } from '../draw/rounds.ts'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'
import { audiences } from './report.ts'

/** As it stands in a report: `question/underretning/U-2.1/level-2/all/share`. `…` stands for anything. */
const figureId = plainLine.min(1).max(300)

const place = z.object({
  /** The release's number. */
  number: z.string(),
  title: localText,
  template: z.enum(releaseTemplates),
  edition: z.enum(audiences),
  releasedAt: z.iso.datetime(),
  corrects: z.string().nullable(),
  /** For those who may read reports on their way. */
  release: z.string().nullable(),
  round: z.object({ key: z.string(), title: localText }),
  programme: z.object({ title: localText, version: count }),
  /** What the program's words say that it is a number of; null where `label` tells it better. */
  what: localText.nullable(),
  how: localText,
  /** Ids of the figures that it was calculated from. */
  parts: z.array(z.string()),
  /** Whether the caller may open it to its answers and cases. */
  opens: z.enum(['cases', 'not-permitted', 'no-cases']),
  section: localText,
  in: z.enum(['table', 'chart', 'text']),
  inNumber: count.nullable(),
  /** Its row and column, or the sentence that it stands in. */
  label: localText,
  printed: localText,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  notApplicable: z.number().nullable(),
  interval,
  withheld: z.boolean(),
  /** Which part of the analysis it came from. */
  query: z.string(),
})
export type FigurePlace = z.output<typeof place>

export const findFigure = defineRoute({
  method: 'GET',
  path: '/api/figures',
  permission: 'released.read',
  summary: 'Where a figure stands in the released reports that the caller may read, and how it was computed',
  query: z.object({ id: figureId }),
  response: z.object({
    /** The newest release first; empty where none that the caller may read has it. */
    places: z.array(place),
    /** Of an id with `…`, or a part of one: the figures it may mean. */
    matches: z.array(z.object({ id: z.string(), label: localText, printed: localText, number: z.string() })),
  }),
  errors: [],
})

const side = z.object({
  /** The round that was counted. */
  round: z.object({ key: z.string(), title: localText }),
  numerator: count,
  denominator: count,
  notApplicable: count,
  /** One for each case and stage. */
  cases: z.array(
    z.object({
      caseId: z.string(),
      stage: localText,
      unit: z.string(),
      /** Null of a composite, which is of many answers. */
      answer: z.enum(['yes', 'no', 'na']).nullable(),
      compliant: count,
      applicable: count,
      notApplicable: count,
    }),
  ),
})
export type FigureSide = z.output<typeof side>

export const openFigure = defineRoute({
  method: 'GET',
  path: '/api/rounds/:round/figure-cases',
  permission: 'draw.read',
  least: 'municipality',
  summary: 'The answers and cases that a figure of a closed round is counted from, as they are today',
  params: roundParams,
  query: z.object({ id: figureId }),
  /** Null: the figure was not counted from single answers. */
  response: z.object({ side: side.nullable() }),
  errors: ['not-found', 'round-not-closed', 'draw-closed'],
})

const hiddenRow = z.object({
  /** Id of the figure that the row is about. */
  figure: z.string(),
  label: localText,
  /** As the internal edition prints it now. */
  internal: localText.nullable(),
  /** How many of the row's figures are hidden, by why. */
  why: z.partialRecord(z.enum(hiddenReasons), count),
})
export type HiddenRowAnswer = z.output<typeof hiddenRow>

export const listHiddenFigures = defineRoute({
  method: 'GET',
  path: '/api/releases/:release/hidden',
  permission: 'release.read',
  summary: 'What a public edition hides and why, for those who may read the internal one',
  params: z.object({ release: z.uuid() }),
  response: z.object({
    /** Counts from 1 up to one below this are hidden. */
    smallCell: count,
    figures: count,
    rows: z.array(hiddenRow),
  }),
  errors: ['not-found', 'release-not-now', 'round-without-answers', 'results-sealed', 'too-busy'],
})

const sinceRelease = z.object({
  /** When the report was frozen. */
  since: z.iso.datetime(),
  /** Reviews submitted for the first time. */
  late: count,
  /** Reviews that were sent back and submitted again. */
  corrected: count,
  /** Reviews that were sent back and not submitted again. */
  takenBack: count,
  /** Findings that were worked on. */
  findings: count,
  /** Cases erased in the whole municipality. */
  erased: count,
})
export type SinceReleaseAnswer = z.output<typeof sinceRelease>

export const getSinceRelease = defineRoute({
  method: 'GET',
  path: '/api/releases/:release/since',
  permission: 'release.read',
  summary: 'What has happened to the data since the report was frozen: why its numbers may be others',
  params: z.object({ release: z.uuid() }),
  response: sinceRelease,
  errors: ['not-found', 'release-not-now'],
})
