import { createHash } from 'node:crypto'
import type { Language, LocalText } from '../language/language.ts'
import { describeCriterion, describeSelection } from '../programme/describe-selection.ts'
import type { Stage } from '../programme/programme.ts'
import { csvText } from '../tabular/csv-text.ts'
import type { DrawFile } from './draw-file.ts'
import { exclusionWords, sumExclusions } from './exclusion-in-words.ts'
import { stratumWords } from './stratum-in-words.ts'
import { labelOfParts, wholeFrame } from './stratum-label.ts'
import { stratumParts } from './stratum-parts.ts'

export interface HandedCase {
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  /** `YYYY-MM-DD` */
  readonly completed: string
}

/** A level's draw and what its record does not tell. */
export interface HandOver {
  readonly municipality: string
  readonly programme: LocalText
  readonly round: LocalText
  readonly stages: readonly Stage[]
  readonly draw: DrawFile
  /** Of every case that stands in the draw, in any order. */
  readonly cases: readonly HandedCase[]
  /** When the cases were drawn. */
  readonly drawnAt: Date
}

export interface HandOverFile {
  readonly name: string
  readonly text: string
}

/**
 * What somebody outside gets who is to look at the drawn cases: the list of those that stand, what it was made by, and the
 * check-sums of both in the form that `sha256sum --check` reads. Without caseworkers, for nobody needs them to find a file.
 */
export function handOverFiles(handOver: HandOver, language: Language): readonly HandOverFile[] {
  const list = { name: `${names[language].list}.csv`, text: listText(handOver, language) }
  const about = { name: `${names[language].about}.txt`, text: aboutText(handOver, list, language) }
  const sums = [list, about].map(({ name, text }) => `${sha256(text)}  ${name}\n`).join('')
  return [list, about, { name: 'SHA256SUMS', text: sums }]
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const names = {
  da: { list: 'sager', about: 'laes-mig' },
  en: { list: 'cases', about: 'read-me' },
} as const

const heads = {
  da: ['nr.', 'sagsnummer', 'sagstrin', 'enhed', 'afsluttet', 'gruppe'],
  en: ['no.', 'case number', 'stage', 'unit', 'completed', 'stratum'],
} as const

function listText({ draw, cases, stages }: HandOver, language: Language): string {
  const byStage = new Map(cases.map((each) => [`${each.caseId}\t${each.stage}`, each]))
  const titles = new Map(stages.map(({ key, title }) => [key, title[language]]))
  const standing = draw.cases.filter(({ status }) => status === 'drawn')
  return csvText([
    heads[language],
    ...standing.map(({ caseId, stage, stratum }, index) => {
      const found = byStage.get(`${caseId}\t${stage}`)
      if (found === undefined) throw new Error('a drawn case is not in its frame')
      const { unit, completed } = found
      const group = groupWords(stratum)[language]
      return [index + 1, caseId, titles.get(stage) ?? stage, unit, completed, group]
    }),
  ])
}

/** Strata of one caseworker each are told of together. */
function groupWords(stratum: string): LocalText {
  const parts = stratumParts(stratum)
  const told = parts.filter(({ name }) => name !== 'caseworker')
  if (told.length === parts.length) return stratumWords(stratum)
  return stratumWords(told.length === 0 ? wholeFrame : labelOfParts(told))
}

function aboutText(handOver: HandOver, list: HandOverFile, language: Language): string {
  const { municipality, programme, round, stages, draw, drawnAt } = handOver
  const { level, selection, eligibility, strata, cases, frameDigest, seedDigest } = draw
  const drawn = cases.filter(({ status }) => status === 'drawn').length
  const replaced = cases.length - drawn
  const eligible = strata.reduce((sum, stratum) => sum + stratum.eligible, 0)
  const day = new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen',
  }).format(drawnAt)
  const rule = describeSelection(selection, language, stages)
  const criteria = eligibility.map((criterion) => `  ${describeCriterion(criterion, language)}`)
  const excluded = sumExclusions(strata).map(
    ({ why, count }) => `  ${count}: ${exclusionWords(why, selection, eligibility)[language]}`,
  )
  const groups = [...Map.groupBy(strata, ({ stratum }) => groupWords(stratum)[language])].map(
    ([name, all]) => {
      const sum = (of: 'eligible' | 'wanted' | 'drawn') => all.reduce((total, each) => total + each[of], 0)
      return `  ${name}: ${words[language].group({ of: sum('eligible'), wanted: sum('wanted'), got: sum('drawn') })}`
    },
  )
  const text = words[language]
  const lines = [
    text.title,
    '',
    `${text.municipality}: ${municipality}`,
    `${text.programme}: ${programme[language]} (${draw.programme}, ${text.version} ${draw.programmeVersion})`,
    `${text.round}: ${round[language]}, ${text.level} ${level}`,
    `${text.drawn}: ${day}`,
    '',
    text.howMany(drawn, eligible),
    ...(replaced > 0 ? [text.replaced(replaced)] : []),
    '',
    `${text.how}: ${rule}`,
    ...(criteria.length > 0 ? [`${text.criteria}:`, ...criteria] : []),
    ...(excluded.length > 0 ? [`${text.excluded}:`, ...excluded] : []),
    '',
    `${text.groups}:`,
    ...groups,
    '',
    `${text.listSum} ${list.name}: ${sha256(list.text)}`,
    `${text.frameSum}: ${frameDigest}`,
    `${text.seedSum}: ${seedDigest}`,
    '',
    text.check,
    text.secret,
  ]
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

interface Group {
  readonly of: number
  readonly wanted: number
  readonly got: number
}

const words = {
  da: {
    title: 'Overdragelse af udtrukne sager',
    municipality: 'Kommune',
    programme: 'Tilsynsprogram',
    version: 'version',
    round: 'Runde',
    level: 'niveau',
    drawn: 'Udtrukket',
    howMany: (drawn: number, of: number) =>
      drawn === 1
        ? `Listen har 1 sag. Der kunne trækkes blandt ${of}.`
        : `Listen har ${drawn} sager. Der kunne trækkes blandt ${of}.`,
    replaced: (count: number) =>
      count === 1
        ? '1 udtrukket sag var uegnet og er erstattet af den næste i rækken; den er ikke på listen.'
        : `${count} udtrukne sager var uegnede og er erstattet af de næste i rækken; de er ikke på listen.`,
    how: 'Sådan er sagerne valgt',
    criteria: 'Krav til sagerne',
    excluded: 'Sager, der faldt fra',
    groups: 'Pr. gruppe',
    group: ({ of, wanted, got }: Group) => `${got} af ${of}${got < wanted ? ` (ønsket: ${wanted})` : ''}`,
    listSum: 'Kontrolsum (SHA-256) af',
    frameSum: 'Grundlagets fingeraftryk (SHA-256)',
    seedSum: 'Nøglens fingeraftryk (SHA-256)',
    check: 'Kontrollér filerne med: sha256sum --check SHA256SUMS',
    secret: 'Listen har numre på sager om børn. Behandl den fortroligt.',
  },
  en: {
    title: 'Hand-over of drawn cases',
    municipality: 'Municipality',
    programme: 'Programme',
    version: 'version',
    round: 'Round',
    level: 'level',
    drawn: 'Drawn',
    howMany: (drawn: number, of: number) =>
      drawn === 1
        ? `The list has 1 case. It was drawn among ${of}.`
        : `The list has ${drawn} cases. They were drawn among ${of}.`,
    replaced: (count: number) =>
      count === 1
        ? '1 drawn case was ineligible and the next in order took its place; it is not on the list.'
        : `${count} drawn cases were ineligible and the next in order took their places; they are not on the list.`,
    how: 'How the cases were chosen',
    criteria: 'What the cases had to meet',
    excluded: 'Cases that fell out',
    groups: 'By stratum',
    group: ({ of, wanted, got }: Group) => `${got} of ${of}${got < wanted ? ` (wanted: ${wanted})` : ''}`,
    listSum: 'Check-sum (SHA-256) of',
    frameSum: 'Digest of the frame (SHA-256)',
    seedSum: 'Digest of the seed (SHA-256)',
    check: 'Check the files with: sha256sum --check SHA256SUMS',
    secret: 'The list has numbers of cases about children. Keep it confidential.',
  },
} as const satisfies Record<Language, unknown>
