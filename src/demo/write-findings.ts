import { sql } from 'kysely'
import { failingAnswers } from '../core/finding/failing-answers.ts'
import { findQuestion } from '../core/programme/lookup.ts'
import { addDays } from '../core/calendar/days.ts'
import { courseColumns } from '../storage/finding/finding-course.ts'
import { standFindings } from '../storage/finding/finding-sources.ts'
import type { FindingId, PersonId, UnitId } from '../storage/ids.ts'
import type { PersonalReader, Writer } from '../storage/transaction.ts'
import type { Role } from '../core/access/role.ts'
import { chance } from './chance.ts'
import { officeHour } from './days.ts'
import { courseOf } from './finding-course.ts'
import { asFarAs, demoHistory, type DemoAct } from './finding-history.ts'
import { measuresOf, severityOf } from './finding-measures.ts'
import { listShownCaseworkers, ownRestoration } from './own-restorations.ts'
import type { DemoReview } from './reviews.ts'
import type { DemoRound } from './rounds.ts'
import type { DemoPerson } from './staff.ts'

interface Setting {
  /** The oldest first; the last is under way. */
  readonly rounds: readonly DemoRound[]
  readonly reviewsOf: readonly (readonly DemoReview[])[]
  readonly staff: readonly DemoPerson[]
  readonly today: string
}

/** Old rounds are worked off; of the last finished one and the one under way most has a plan. */
const progressOf = [0.89, 0.89, 0.998] as const

/** The errors that the reviews found, and what was done about each: in every state, from every unit. */
export async function writeFindings(
  reader: PersonalReader,
  writer: Writer,
  { rounds, reviewsOf, staff, today }: Setting,
): Promise<void> {
  const shown = new Set(listShownCaseworkers(staff).map(({ id }) => id))
  for (const [at, round] of rounds.entries()) {
    const reviews = (reviewsOf[at] ?? []).filter(({ state }) => state === 'submitted')
    const known = officeHour(round.closedOn ?? round.openedOn, 15, 30)
    await standFindings(
      writer,
      reviews.map(({ id }) => id),
      failingAnswers(round.programme),
      known,
    )
    const progress = progressOf[Math.min(rounds.length - 1 - at, progressOf.length - 1)] ?? 1
    const found = await listFound(reader, round)
    const owned = new Map<PersonId, number>()
    const histories = found.map((finding) => {
      const task = taskOf(finding, round, { staff, today, progress, shown })
      const nth = owned.get(task.responsible) ?? 0
      const isShown = at === rounds.length - 2 && shown.has(task.responsible)
      if (isShown) owned.set(task.responsible, nth + 1)
      const own = isShown ? ownRestoration(nth, task) : undefined
      const acts = own === undefined ? demoHistory(task) : asFarAs(today, own)
      return { finding, acts: round.closedOn === null ? untilJudged(acts) : acts }
    })
    for (let from = 0; from < histories.length; from += 1000)
      await save(writer, histories.slice(from, from + 1000))
  }
}

/** Those who verify and approve have mostly still to review the cases of an open round, and may not see its errors. */
function untilJudged(acts: readonly DemoAct[]): readonly DemoAct[] {
  const judged = acts.findIndex(({ kind }) =>
    ['verify', 'send-back', 'approve', 'refuse', 'put-off'].includes(kind),
  )
  return judged === -1 ? acts : acts.slice(0, judged)
}

interface Found {
  readonly id: FindingId
  readonly unit: UnitId
  readonly question: string | null
  readonly foundOn: string
  readonly caseworker: PersonId | null
  /** The lowest level has submitted it, so that those who plan may see it. */
  readonly seen: boolean
}

async function listFound(reader: PersonalReader, round: DemoRound): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select f.id, f.unit_id as unit, f.question_key as question, to_char(f.found_at, 'YYYY-MM-DD') as "foundOn",
      (select p.person_id from case_stage_participant as p where p.case_stage_id = f.case_stage_id
        and p.part = 'responsible' order by p.person_id limit 1) as caseworker,
      exists (select from review as r where r.round_id = f.round_id and r.case_stage_id = f.case_stage_id
        and r.level = 1 and r.state = 'submitted') as seen
    from finding as f where f.round_id = ${round.id} and f.sources > 0 order by f.id limit 50000`.execute(
    reader.db,
  )
  return rows
}

function taskOf(
  { id, unit, question: key, foundOn, caseworker, seen }: Found,
  { closedOn, programme }: DemoRound,
  {
    staff,
    today,
    progress,
    shown,
  }: {
    readonly staff: readonly DemoPerson[]
    readonly today: string
    readonly progress: number
    readonly shown: ReadonlySet<PersonId>
  },
) {
  const stream = chance(`finding ${id}`)
  const here = (role: Role) => staff.filter((person) => person.role === role && person.unit?.id === unit)
  const central = staff.filter(({ role }) => role === 'staff-lawyer')
  const planner = stream.pick(here('department-manager')).id
  const manager = stream.pick(here('area-manager')).id
  const [lawyer] = here('unit-lawyer')
  const question = key === null ? undefined : findQuestion(programme, key)
  // In an open round those who did the work are not told yet.
  const isShown = caseworker !== null && shown.has(caseworker)
  const worker = closedOn !== null && (stream.next() < 0.95 || isShown) ? caseworker : null
  return {
    chance: stream,
    from: closedOn ?? addDays(foundOn, 1),
    today,
    progress: seen || closedOn !== null ? progress : 0,
    isDeadline: question?.deadlineRule !== undefined,
    measures: measuresOf(question, stream),
    severity: severityOf(question, stream.next()),
    planner,
    responsible: worker ?? stream.pick(here('professional-coordinator')).id,
    verifier: stream.next() < 0.5 ? manager : (lawyer ?? stream.pick(central)).id,
    approver: manager,
  }
}

interface History {
  readonly finding: Found
  readonly acts: readonly DemoAct[]
}

/** As the use case does it: on record first, then the row, closed in a step of its own. */
async function save(writer: Writer, histories: readonly History[]): Promise<void> {
  const acts = histories.flatMap(({ finding, acts: done }) =>
    done.map((act) => ({
      ...act,
      finding: finding.id,
      // Later acts of a day come later in it.
      at: officeHour(act.on, 9 + (done.indexOf(act) % 7), 15).toISOString(),
    })),
  )
  await sql`
    insert into finding_act (municipality_id, finding_id, run, at, kind, person_id, text, measures, responsible_id, due_on,
      done_on, journalised_on, response, ground, severity)
    select (select sealed.current_municipality()), finding, 1, at, kind, by, text, measures, responsible, due, done,
      journalised, response, ground, severity
    from jsonb_to_recordset(${JSON.stringify(acts)}::jsonb) as x (finding uuid, at timestamptz, kind text, by uuid, text text,
      measures text[], responsible uuid, due date, done date, journalised date, response text, ground text, severity text)`.execute(
    writer.db,
  )
  const rows = histories.map(({ finding, acts: done }) => {
    const { course, severity } = courseOf(done)
    return { id: finding.id, version: done.length + 1, ...severity, ...courseColumns(course) }
  })
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, version int, severity text,
    severity_by uuid, measures text[], responsible_id uuid, due_on date, contacted_on date, response text,
    carried_out_on date, journalised_on date, carried_out_by uuid, verified_by uuid, ground text, proposed_by uuid,
    approved_by uuid)`
  await sql`
    update finding as f set version = x.version, severity = x.severity, severity_by = x.severity_by,
      measures = x.measures, responsible_id = x.responsible_id, due_on = x.due_on, contacted_on = x.contacted_on,
      response = x.response, carried_out_on = x.carried_out_on, journalised_on = x.journalised_on,
      carried_out_by = x.carried_out_by, ground = x.ground, proposed_by = x.proposed_by
    from ${given} where f.id = x.id`.execute(writer.db)
  await sql`
    update finding as f set verified_by = x.verified_by, approved_by = x.approved_by
    from ${given} where f.id = x.id and coalesce(x.verified_by, x.approved_by) is not null`.execute(writer.db)
}
