import type { LocalText } from '../language/language.ts'

/** What an item of a visit's agenda is about. */
export const agendaKinds = [
  'attention',
  'failed',
  'decline',
  'findings',
  'goals',
  'strengths',
  'own',
] as const
export type AgendaKind = (typeof agendaKinds)[number]

/**
 * An item as it is kept. It holds no figure: a question's figures are read from the round each time, so that what the
 * round's seal closes is closed here too.
 */
export interface AgendaItem {
  readonly kind: AgendaKind
  /** Key of the question it is about. */
  readonly question: string | null
  readonly text: string
  readonly note: string
}

/** An item that the material suggests; it becomes one when somebody takes it over. */
export interface SuggestedItem {
  readonly kind: AgendaKind
  readonly question: string | null
  readonly text: LocalText
}

interface AgendaQuestion {
  readonly question: string
  /** Cases in which it applied. */
  readonly denominator: number
  readonly number: string
  readonly text: LocalText
}

export interface AgendaMaterial {
  /** Open attention points of earlier visits. */
  readonly points: number
  readonly failed: readonly AgendaQuestion[]
  readonly declines: readonly AgendaQuestion[]
  /** Null: not known here. */
  readonly findings: { readonly open: number; readonly overdue: number } | null
  readonly goals: number
  readonly strengths: number
}

/** Of fewer cases a meeting would talk about the case, not about how the work is done. */
const fewestAsked = 3

/** More than fits into a meeting helps nobody. */
const mostQuestions = 5

/** An agenda out of the material, in the order of a meeting: what was promised, what went well, what failed, what next. */
export function suggestAgenda(material: AgendaMaterial): readonly SuggestedItem[] {
  const { points, failed, declines, findings, goals, strengths } = material
  const items: SuggestedItem[] = []
  const add = (kind: AgendaKind, da: string, en: string) =>
    items.push({ kind, question: null, text: { da, en } })
  if (points > 0)
    add(
      'attention',
      'Opfølgning på opmærksomhedspunkterne fra sidst',
      'Follow-up on the attention points from last time',
    )
  if (strengths > 0)
    add('strengths', 'Det, der lykkes: eksempler til læring', 'What works: examples to learn from')
  const asked = new Set<string>()
  const ask = (kind: 'failed' | 'decline', { question, number, text }: AgendaQuestion) => {
    if (asked.has(question)) return
    asked.add(question)
    items.push({
      kind,
      question,
      text: { da: `Spørgsmål ${number}: ${text.da}`, en: `Question ${number}: ${text.en}` },
    })
  }
  for (const each of told(failed)) ask('failed', each)
  for (const each of told(declines)) ask('decline', each)
  if (findings !== null && findings.open > 0)
    add('findings', 'Fejl, der endnu ikke er rettet op', 'Errors that are not restored yet')
  if (goals > 0) add('goals', 'Vores lokale mål: hvor langt er vi?', 'Our local goals: how far are we?')
  return items
}

function told(questions: readonly AgendaQuestion[]): readonly AgendaQuestion[] {
  return questions.filter(({ denominator }) => denominator >= fewestAsked).slice(0, mostQuestions)
}
