import { afterFindingAct, type FindingAct } from '../core/finding/finding-act.ts'
import type { Finding, Severity } from '../core/finding/finding.ts'
import type { PersonId } from '../storage/ids.ts'
import type { DemoAct } from './finding-history.ts'

/** Where the acts lead, by the same rules as in use. */
export function courseOf(acts: readonly DemoAct[]) {
  let course: Finding<PersonId> = { state: 'open' }
  let severity: { severity: Severity; severity_by: PersonId | null } = {
    severity: 'unassessed',
    severity_by: null,
  }
  for (const act of acts) {
    const { by } = act
    const done = toAct(act)
    if (done === null || by === null) continue
    const next: Finding<PersonId> | null = afterFindingAct(course, done, by)
    if (next === null) throw new Error(`the demo's ${act.kind} does not follow ${course.state}`)
    course = next
    if (done.act === 'assess') severity = { severity: done.severity, severity_by: by }
  }
  return { course, severity }
}

function toAct({
  kind,
  measures,
  responsible,
  due,
  done,
  journalised,
  response,
  ground,
  severity,
}: DemoAct): FindingAct<PersonId> | null {
  if (kind === 'plan' && measures !== undefined && responsible !== undefined && due !== undefined)
    return { act: kind, measures, responsible, due }
  if (kind === 'put-off' && due !== undefined) return { act: kind, due }
  if (kind === 'contact' && done !== undefined && response !== undefined)
    return { act: kind, on: done, response }
  if (kind === 'carry-out' && done !== undefined)
    return { act: kind, on: done, journalisedOn: journalised ?? null }
  if (kind === 'propose' && ground !== undefined) return { act: kind, ground }
  if (kind === 'assess' && severity !== undefined) return { act: kind, severity }
  if (kind === 'verify' || kind === 'send-back' || kind === 'approve' || kind === 'refuse')
    return { act: kind }
  return null
}
