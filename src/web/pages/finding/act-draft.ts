import type { FindingActInput } from '../../../contract/finding/finding-acts.ts'
import type { FindingActKind } from '../../../core/finding/finding-act.ts'
import type { CitizenResponse, Ground, Measure, Severity } from '../../../core/finding/finding.ts'

/** What is typed in an act's form; only the fields of that act are read. */
export interface ActDraft {
  readonly measures: readonly Measure[]
  readonly responsible: string
  readonly due: string
  readonly on: string
  readonly journalisedOn: string
  readonly response: CitizenResponse | null
  readonly told: boolean
  readonly ground: Ground | null
  readonly severity: Severity | null
  readonly text: string
}
export type DraftField = keyof ActDraft

/** What a form begins with: what stands already. */
export interface ActSeed {
  readonly measures: readonly Measure[]
  readonly responsible: string | null
  readonly due: string | null
  readonly severity: Severity | null
}

export function draftOf(seed: ActSeed, today: string): ActDraft {
  return {
    measures: seed.measures,
    responsible: seed.responsible ?? '',
    due: seed.due ?? '',
    on: today,
    journalisedOn: '',
    response: null,
    told: false,
    ground: null,
    severity: seed.severity === 'unassessed' ? null : seed.severity,
    text: '',
  }
}

/** Correcting the registration touches nothing of the citizen's, so it cannot be planned with anything else. */
export function withMeasure(before: readonly Measure[], measure: Measure, on: boolean): readonly Measure[] {
  const rest = before.filter((one) => one !== measure)
  if (!on) return rest
  if (measure === 'registration-only') return [measure]
  return [...rest.filter((one) => one !== 'registration-only'), measure]
}

type Read = { readonly act: FindingActInput } | { readonly missing: readonly DraftField[] }

/**
 * The act as it is sent, or the fields that are missing. `registrationOnly`: there is no note in the case. `keptDue`: the
 * plan that stands is overdue, so the new one keeps its day.
 */
export function readDraft(
  kind: FindingActKind,
  draft: ActDraft,
  {
    today,
    registrationOnly,
    keptDue = false,
  }: { readonly today: string; readonly registrationOnly: boolean; readonly keptDue?: boolean },
): Read {
  const { measures, responsible, due, on, journalisedOn, response, told, ground, severity } = draft
  const text = draft.text.trim()
  const note = text === '' ? null : text
  const isPast = (day: string) => day !== '' && day <= today
  const missing = (fields: Partial<Record<DraftField, boolean>>) => ({
    // Object.keys loses the literal types of a record's keys.
    missing: (Object.keys(fields) as DraftField[]).filter((field) => fields[field] === true),
  })
  switch (kind) {
    case 'plan': {
      const found = missing({
        measures: measures.length === 0,
        responsible: responsible === '',
        due: due === '' || (due < today && !keptDue),
      })
      if (found.missing.length > 0) return found
      return { act: { act: kind, measures: [...measures], responsible, due, text: note } }
    }
    case 'put-off': {
      const found = missing({ due: due === '' || due < today, text: text === '' })
      return found.missing.length > 0 ? found : { act: { act: kind, due, text } }
    }
    case 'contact':
      if (!isPast(on) || response === null || !told)
        return missing({ on: !isPast(on), response: response === null, told: !told })
      return { act: { act: kind, on, response, told, text: note } }
    case 'carry-out': {
      const noNote = !registrationOnly && !isPast(journalisedOn)
      if (!isPast(on) || noNote) return missing({ on: !isPast(on), journalisedOn: noNote })
      return { act: { act: kind, on, journalisedOn: registrationOnly ? null : journalisedOn, text: note } }
    }
    case 'propose':
      if (ground === null || text === '') return missing({ ground: ground === null, text: text === '' })
      return { act: { act: kind, ground, text } }
    case 'assess':
      return severity === null ? missing({ severity: true }) : { act: { act: kind, severity, text: note } }
    case 'send-back':
    case 'refuse':
    case 'reopen':
      return text === '' ? missing({ text: true }) : { act: { act: kind, text } }
    case 'verify':
    case 'approve':
      return { act: { act: kind, text: note } }
  }
  return kind satisfies never
}

const reasoned: readonly FindingActKind[] = ['put-off', 'propose', 'send-back', 'refuse', 'reopen']

/** Whether the words of an act are its reason, without which it cannot be done. */
export function needsReason(kind: FindingActKind): boolean {
  return reasoned.includes(kind)
}
