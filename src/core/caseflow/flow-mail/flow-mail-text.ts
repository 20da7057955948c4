import type { Language } from '../../language/language.ts'
import type { MailText } from '../../notification/mail-text.ts'
import { dayRange, monthWords, weekWords } from '../flow/compose-period.ts'
import type { FlowRhythm } from './report-due.ts'

export const flowScopes = ['own-units', 'municipality'] as const
/** What a person is told of: the report of each of their units, or the whole municipality's. */
export type FlowScope = (typeof flowScopes)[number]

/** Which report is there. No figure, no case and no name of a person: the mail leaves the house. */
export interface FlowMail {
  /** 2026-W47 or 2026-11. */
  readonly period: string
  /** First and last day, ISO. */
  readonly from: string
  readonly to: string
  /** Null: the whole municipality. */
  readonly units: readonly { readonly id: string; readonly name: string }[] | null
}

/** In a page's address, where who leads one unit would else meet that unit's figures. */
const wholeMunicipality = 'all'

const words = {
  da: {
    week: 'ugerapporten for',
    month: 'månedsrapporten for',
    ready: 'er klar:',
    municipality: 'Hele kommunen',
    signInYourself: 'Log ind, hvor du plejer, og vælg Frister og derefter Uge eller Måned.',
    why: 'Mailen nævner af hensyn til børnene hverken sager eller tal. Du får den, fordi du har bedt om den; det kan du ændre på rapportens side.',
  },
  en: {
    week: 'the weekly report for',
    month: 'the monthly report for',
    ready: 'is ready:',
    municipality: 'The whole municipality',
    signInYourself: 'Sign in where you usually do and choose Deadlines, then Week or Month.',
    why: 'For the sake of the children this mail names no cases and no figures. You get it because you asked for it; you can change that on the report’s page.',
  },
} as const satisfies Record<Language, unknown>

/** The mail that tells that a report is there, with a link to it. `address`: where the program is reached; undefined where nobody has told it. */
export function flowMailText(
  rhythm: FlowRhythm,
  { period, from, to, units }: FlowMail,
  language: Language,
  address: string | undefined,
): MailText {
  const text = words[language]
  const name = (rhythm === 'week' ? weekWords(period) : monthWords(period))[language]
  const days = rhythm === 'week' ? ` (${dayRange(from, to, language)})` : ''
  const shown = units ?? [{ id: wholeMunicipality, name: text.municipality }]
  const lines =
    address === undefined
      ? [...shown.map((unit) => `- ${unit.name}`), '', text.signInYourself]
      : shown.map(
          (unit) =>
            `- ${unit.name}: ${address}/caseflow/${rhythm}/${period}?unit=${encodeURIComponent(unit.id)}`,
        )
  return {
    subject: `Tilsyn: ${text[rhythm]} ${name}`,
    body: [`${upperFirst(text[rhythm])} ${name}${days} ${text.ready}`, '', ...lines, '', text.why, ''].join(
      '\n',
    ),
  }
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
