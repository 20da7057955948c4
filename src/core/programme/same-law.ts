import { legalReference } from './legal-reference.ts'
import type { Programme, Stage } from './programme.ts'

/** Whether a stage's questions rest on the same provisions on two days (ISO). */
export function haveSameLaw(programme: Programme, stage: Stage, one: string, other: string): boolean {
  return stage.questions.every((question) => {
    const [a, b] = [one, other].map((day) => legalReference(question, day, programme))
    return a?.law.key === b?.law.key && a?.reference === b?.reference
  })
}
