import type { getCase as getRoute } from '../../../contract/caseflow/deadlines.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { isoDay } from '../../../core/calendar/day-number.ts'
import type { CaseEvent } from '../../../core/caseflow/case-event.ts'
import { mostUrgent, type UrgentDeadline } from '../../../core/caseflow/sheet/most-urgent.ts'
import { peopleOfCase } from '../../../core/caseflow/sheet/people-of-case.ts'
import { isRunning, phaseSpans, type PhaseSpan } from '../../../core/caseflow/sheet/phase-spans.ts'
import { agreementState, isAgreementLate } from '../../../core/caseflow/walk-through/walk-through.ts'
import { listNamesByInitials, listRegisteredSteps } from '../../../storage/caseflow/sheet.ts'
import { listAgreements, listWalkThroughsOf } from '../../../storage/caseflow/walk-through.ts'
import { listNewestProgrammes } from '../../../storage/programme/programme-version.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { findWalkedCase } from '../walk-through/walked-case.ts'

type Sheet = Immutable<RouteOutput<typeof getRoute>>['sheet']

interface Told {
  readonly caseId: string
  readonly events: readonly CaseEvent[]
  readonly deadlines: readonly UrgentDeadline[]
}

/** What the overview sheet tells beside deadlines and events. */
export async function readSheet(
  context: Context,
  reader: PersonalReader,
  { caseId, events, deadlines }: Told,
): Promise<Sheet> {
  const spans = phaseSpans(events)
  const running = isRunning(spans)
  const walked = await findWalkedCase(context, reader, caseId)
  const newest = events.at(-1)
  const children = childrenOf(events)
  return {
    today: context.today,
    running,
    urgent: mostUrgent({
      running,
      newest: newest === undefined ? null : isoDay(newest.day),
      deadlines,
      agreements: walked === undefined ? [] : await readAgreements(context, reader, caseId),
    }),
    phases: spans.map((span) => toPhase(span, children)),
    children: children.length,
    ...(await readPeople(reader, caseId, events)),
    walksThrough: walked !== undefined,
  }
}

/** Children are told apart by number; who they are is the case system's to say. */
export function childrenOf(events: readonly CaseEvent[]): readonly string[] {
  return [...new Set(events.flatMap(({ child }) => (child === '' ? [] : [child])))]
}

/** From 1; null: the case has one child, or the source does not say. */
export function childNumber(child: string, children: readonly string[]): number | null {
  return children.length < 2 || child === '' ? null : children.indexOf(child) + 1
}

function toPhase({ phase, child, measure, from, to }: PhaseSpan, children: readonly string[]) {
  const { key, name, isMeasure } = phase
  return {
    key,
    name,
    isMeasure,
    measure,
    child: childNumber(child, children),
    from: isoDay(from),
    to: to === null ? null : isoDay(to),
  }
}

async function readAgreements({ today }: Context, reader: PersonalReader, caseId: string) {
  const walks = await listWalkThroughsOf(reader, caseId)
  const agreements = await listAgreements(
    reader,
    walks.map(({ id }) => id),
  )
  return agreements
    .map(({ text, dueOn, outcomes }) => ({ text, dueOn, outcome: outcomes.at(-1)?.outcome ?? null }))
    .filter((agreement) => agreementState(agreement) === 'open')
    .map((agreement) => ({ ...agreement, late: isAgreementLate(agreement, today) }))
}

async function readPeople(reader: PersonalReader, caseId: string, events: readonly CaseEvent[]) {
  const people = peopleOfCase(events)
  const steps = await listRegisteredSteps(reader, caseId)
  const names = await listNamesByInitials(reader, [
    ...new Set([
      ...people.map(({ caseworker }) => caseworker),
      ...steps.flatMap(({ caseworker, participants }) => [caseworker, ...participants]),
    ]),
  ])
  const nameOf = (code: string) => names.get(code) ?? null
  const programmes = steps.length === 0 ? [] : await listNewestProgrammes(reader)
  const titleOf = (stage: string) =>
    programmes.flatMap(({ programme }) => programme.stages).find(({ key }) => key === stage)?.title
  return {
    people: people.map(({ unit, caseworker, from, to }) => ({
      unit,
      caseworker,
      caseworkerName: nameOf(caseworker),
      from: isoDay(from),
      to: isoDay(to),
    })),
    registered: steps.map(({ stage, caseworker, participants, ...rest }) => ({
      ...rest,
      stage: titleOf(stage) ?? { da: stage, en: stage },
      caseworker,
      caseworkerName: nameOf(caseworker),
      participants: participants.map((code) => nameOf(code) ?? code),
    })),
  }
}
