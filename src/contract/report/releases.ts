import { z } from 'zod'
import { languages } from '../../core/language/language.ts'
import { changeReasons } from '../../core/report/compare-reports.ts'
import { releaseStates, releaseSteps, releaseTemplates } from '../../core/report/release.ts'
import { count, localText } from '../analysis/figures.ts'
import { download } from '../frame/file-part.ts'
import { plainLine, plainText } from '../frame/plain-text.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { sharedText } from '../frame/shared-text.ts'
import { audiences, reportFormats, reportTypes } from './report.ts'

/** As many saves as the database counts. */
const seen = count.min(0).max(2 ** 31 - 1)
const releaseParams = z.object({ release: z.uuid() })
const fileQuery = z.object({ lang: z.enum(languages), format: z.enum(reportFormats) })
const anyFile = download(reportTypes.pdf, ...Object.values(reportTypes))

const file = z.object({
  language: z.enum(languages),
  format: z.string(),
  /** Bytes. */
  size: count,
  /** SHA-256, hexadecimal. */
  digest: z.string(),
})
export type ReleasedFile = z.output<typeof file>

const summary = z.object({
  id: z.string(),
  round: z.string(),
  title: localText,
  template: z.enum(releaseTemplates),
  edition: z.enum(audiences),
  languages: z.array(z.enum(languages)),
  state: z.enum(releaseStates),
  createdAt: z.iso.datetime(),
  number: z.string().nullable(),
  releasedAt: z.iso.datetime().nullable(),
  /** The number of the release it corrects. */
  corrects: z.string().nullable(),
})
export type ReleaseSummary = z.output<typeof summary>

export const listReleases = defineRoute({
  method: 'GET',
  path: '/api/releases',
  permission: 'release.read',
  summary: 'Reports on their way out and released, the newest first',
  response: z.object({ mayWrite: z.boolean(), releases: z.array(summary) }),
  errors: [],
})

const reason = sharedText({ da: 'Begrundelsen', en: 'The reason' }).min(1).max(2000)

export const addRelease = defineRoute({
  method: 'POST',
  path: '/api/releases',
  permission: 'release.write',
  summary: 'Begin a report of a closed round as a draft, or a correction of a released one',
  body: z.object({
    round: plainLine.min(1).max(100),
    template: z.enum(releaseTemplates),
    edition: z.enum(audiences),
    english: z.boolean(),
    corrects: z.object({ release: z.uuid(), da: reason, en: reason }).nullable(),
  }),
  response: z.object({ id: z.string() }),
  keyed: true,
  errors: ['not-found', 'round-not-closed', 'release-correction-differs'],
})

const passage = z.object({
  section: plainLine.max(100),
  da: sharedText({ da: 'Afsnittet', en: 'The paragraph' }).min(1).max(4000),
  en: sharedText({ da: 'Afsnittet', en: 'The paragraph' }).max(4000),
})
const edits = z.object({
  leftOut: z.array(plainLine.max(100)).max(50),
  passages: z.array(passage).max(100),
  rewordings: z.array(passage.extend({ was: plainText.min(1).max(8000) })).max(200),
})
export type EditsOfRelease = z.output<typeof edits>

const warning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown-figure'), id: z.string() }),
  z.object({ kind: z.literal('typed'), percent: z.string(), figures: z.array(z.string()) }),
  z.object({ kind: z.literal('contradicts'), percent: z.string() }),
])
const problem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('needed-section'), section: z.string() }),
  z.object({ kind: z.literal('unknown-section'), section: z.string() }),
  z.object({ kind: z.literal('statement-gone'), at: count, section: z.string() }),
  z.object({
    kind: z.literal('text'),
    in: z.enum(['passages', 'rewordings']),
    at: count,
    language: z.enum(languages),
    warning,
  }),
])
export type EditProblemOfRelease = z.output<typeof problem>

const draft = z.object({
  edits,
  sections: z.array(z.object({ key: z.string(), title: localText, annex: z.boolean(), needed: z.boolean() })),
  /** What the program says, as it says it and as it is printed. */
  statements: z.array(z.object({ section: z.string(), text: localText, printed: localText })),
  /** Figures by section, as they are printed; withheld ones are left out. */
  figures: z.array(z.object({ section: z.string(), id: z.string(), label: localText, printed: localText })),
  problems: z.array(problem),
})
export type ReleaseDraft = z.output<typeof draft>

const details = summary.extend({
  roundTitle: localText,
  correction: localText.nullable(),
  /** SHA-256 of what was handed over, hexadecimal; null of a draft. */
  digest: z.string().nullable(),
  /** Send it back when saving, so that nobody overwrites what they have not seen. */
  seen: count,
  /** What the caller may do now; what only somebody else may, because the caller has written in it, stands under `others`. */
  steps: z.array(z.enum(releaseSteps)),
  others: z.array(z.enum(releaseSteps)),
  mayWrite: z.boolean(),
  events: z.array(
    z.object({
      step: z.enum([...releaseSteps, 'begin', 'write']),
      word: z.string().nullable(),
      person: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  files: z.array(file),
  formats: z.array(z.enum(reportFormats)),
  /** Null once it is handed over. */
  draft: draft.nullable(),
})
export type ReleaseDetails = z.output<typeof details>

export const getRelease = defineRoute({
  method: 'GET',
  path: '/api/releases/:release',
  permission: 'release.read',
  summary: 'A report on its way: where it stands, who did what, and the draft with what it says now',
  params: releaseParams,
  response: details,
  errors: ['not-found', 'too-busy'],
})

export const saveRelease = defineRoute({
  method: 'PUT',
  path: '/api/releases/:release/text',
  permission: 'release.write',
  summary: 'Save what people make of the draft',
  params: releaseParams,
  body: z.object({ seen, edits }),
  response: z.object({ seen: count }),
  errors: ['not-found', 'release-not-now', 'outdated-version'],
})

export const handOverRelease = defineRoute({
  method: 'POST',
  path: '/api/releases/:release/hand-over',
  permission: 'release.write',
  summary: 'Freeze the draft and hand it over to the legal check',
  params: releaseParams,
  body: z.object({ seen }),
  response: nothing,
  errors: [
    'not-found',
    'release-not-now',
    'outdated-version',
    'release-hindered',
    'release-disclosive',
    'round-without-answers',
    'results-sealed',
    'too-busy',
  ],
})

export const dropRelease = defineRoute({
  method: 'POST',
  path: '/api/releases/:release/drop',
  permission: 'release.write',
  summary: 'Give a draft up',
  params: releaseParams,
  body: z.object({ word: reason }),
  response: nothing,
  keyed: true,
  errors: ['not-found', 'release-not-now'],
})

const judgement = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('passed') }),
  z.object({ outcome: z.literal('sent-back'), word: reason }),
])

export const checkRelease = defineRoute({
  method: 'POST',
  path: '/api/releases/:release/check',
  permission: 'release.check',
  summary: 'The legal check: pass the report or send it back',
  params: releaseParams,
  body: judgement,
  response: nothing,
  keyed: true,
  errors: ['not-found', 'release-not-now', 'release-own-text'],
})

export const approveRelease = defineRoute({
  method: 'POST',
  path: '/api/releases/:release/approval',
  permission: 'release.approve',
  summary: 'Approve the report or send it back',
  params: releaseParams,
  body: judgement,
  response: nothing,
  keyed: true,
  errors: ['not-found', 'release-not-now', 'release-own-text'],
})

export const publishRelease = defineRoute({
  method: 'POST',
  path: '/api/releases/:release/publication',
  permission: 'release.publish',
  summary: 'Release the report with its files, or send it back',
  params: releaseParams,
  body: judgement,
  response: nothing,
  keyed: true,
  errors: ['not-found', 'release-not-now', 'too-busy'],
})

export const downloadRelease = defineRoute({
  method: 'GET',
  path: '/api/releases/:release/file',
  permission: 'release.read',
  summary: 'The report as a file; until its release each page says that it is none',
  params: releaseParams,
  query: fileQuery,
  response: anyFile,
  errors: ['not-found', 'round-without-answers', 'results-sealed', 'too-busy'],
})

const change = z.object({
  id: z.string(),
  /** Where it stands: section, row and column. */
  label: localText,
  why: z.enum(changeReasons),
  /** As printed, with numerator and denominator where there are such; null where only the other has the figure. */
  before: localText.nullable(),
  after: localText.nullable(),
})
export type ReleaseChange = z.output<typeof change>

export const getReleaseChanges = defineRoute({
  method: 'GET',
  path: '/api/releases/:release/changes',
  permission: 'release.read',
  summary: 'The numbers that would be others were the frozen report made today, and why',
  params: releaseParams,
  response: z.object({ figures: count, changes: z.array(change) }),
  errors: ['not-found', 'release-not-now', 'round-without-answers', 'results-sealed', 'too-busy'],
})

const released = z.object({
  number: z.string(),
  title: localText,
  template: z.enum(releaseTemplates),
  edition: z.enum(audiences),
  releasedAt: z.iso.datetime(),
  /** SHA-256 of the report as it was handed over, hexadecimal. */
  digest: z.string(),
  corrects: z.string().nullable(),
  correction: localText.nullable(),
  files: z.array(file),
})
export type ReleasedReport = z.output<typeof released>

export const listReleased = defineRoute({
  method: 'GET',
  path: '/api/released',
  permission: 'released.read',
  summary: 'Released reports that the caller may read, the newest first',
  response: z.object({ municipality: z.string(), releases: z.array(released) }),
  errors: [],
})

export const downloadReleased = defineRoute({
  method: 'GET',
  path: '/api/released/:number/file',
  permission: 'released.read',
  summary: 'A file of a released report',
  params: z.object({ number: plainLine.min(1).max(20) }),
  query: fileQuery,
  response: anyFile,
  errors: ['not-found'],
})

const publicParams = z.object({ municipality: z.uuid() })

export const listPublicReleases = defineRoute({
  method: 'GET',
  path: '/api/public/:municipality/releases',
  // What the municipality has released for everybody.
  permission: 'public',
  summary: 'A municipality’s released public reports, the newest first',
  params: publicParams,
  response: z.object({ municipality: z.string(), demo: z.boolean(), releases: z.array(released) }),
  errors: ['not-found'],
})

export const downloadPublicRelease = defineRoute({
  method: 'GET',
  path: '/api/public/:municipality/releases/:number/file',
  permission: 'public',
  summary: 'A file of a released public report',
  params: publicParams.extend({ number: plainLine.min(1).max(20) }),
  query: fileQuery,
  response: anyFile,
  errors: ['not-found'],
})
