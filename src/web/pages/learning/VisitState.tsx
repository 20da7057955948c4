import type { VisitState as State } from '../../../core/learning/visit.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

const kinds = { planned: 'active', held: 'done', cancelled: 'neutral' } as const

/** A visit's state; one whose day is over and that nobody noted as held asks for it. */
export function VisitState({ state, day, today }: { state: State; day: string; today: string }) {
  const texts = useTexts({ da, en })
  if (state === 'planned' && day < today) return <StatusTag kind="attention">{texts.toNote}</StatusTag>
  return <StatusTag kind={kinds[state]}>{texts.states[state]}</StatusTag>
}
