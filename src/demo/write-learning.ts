import { listRecurring } from '../core/analysis/recurring-errors.ts'
import { addDays } from '../core/calendar/days.ts'
import type { AgendaItem } from '../core/learning/agenda.ts'
import { isCompliant } from '../core/programme/compliant.ts'
import type { Question } from '../core/programme/programme.ts'
import type { FourBoxId, StrengthId, VisitId, VisitPointId } from '../storage/ids.ts'
import { insertFourBox } from '../storage/learning/four-box.ts'
import { insertStrength, numberCase } from '../storage/learning/strength.ts'
import { insertPoint, savePointOutcome } from '../storage/learning/visit-point.ts'
import { saveMinutes } from '../storage/learning/visit-minutes.ts'
import { closeVisit, insertVisit, saveAgenda } from '../storage/learning/visit.ts'
import type { Writer } from '../storage/transaction.ts'
import { chance, demoId } from './chance.ts'
import { officeHour } from './days.ts'
import {
  agendaTexts,
  exampleTexts,
  fourBoxTexts,
  minutesTexts,
  pointTexts,
  strengthTexts,
} from './learning-texts.ts'
import type { DemoReview } from './reviews.ts'
import type { DemoRound } from './rounds.ts'
import { demoUnits, type DemoPerson, type DemoUnit } from './staff.ts'

interface Setting {
  /** The finished round that the visits follow up, and the reviews of it. */
  readonly round: DemoRound
  readonly reviews: readonly DemoReview[]
  readonly staff: readonly DemoPerson[]
  readonly today: string
}

/**
 * Every family unit had a visit after the last finished round, of which some points are done and some wait; half of them
 * have a follow-up ahead, and one visit was cancelled. Beside them the units' strengths, examples and proposals.
 */
export async function writeLearning(writer: Writer, setting: Setting): Promise<void> {
  const families = demoUnits.filter(({ kind }) => kind === 'family')
  for (const [at, unit] of families.entries()) {
    const first = await writeHeld(writer, setting, unit, at)
    if (at % 2 === 0) await writeAhead(writer, setting, unit, first, at)
    if (at === 1) await writeCancelled(writer, setting, unit)
    await writeStrengths(writer, setting, unit, at)
    await writeFourBoxes(writer, setting, unit, first, at)
  }
}

function holder(staff: readonly DemoPerson[], role: DemoPerson['role'], unit: DemoUnit | null): DemoPerson {
  const found = staff.find((each) => each.role === role && (unit === null || each.unit?.id === unit.id))
  if (found === undefined) throw new Error(`the demo has no ${role}`)
  return found
}

function participantsOf({ staff }: Setting, unit: DemoUnit) {
  const house = (['area-manager', 'unit-lawyer', 'department-manager', 'professional-coordinator'] as const)
    .map((role) => holder(staff, role, unit))
    .concat(holder(staff, 'staff-lawyer', null))
  return [...house.map(({ id, name }) => ({ person: id, name })), { person: null, name: 'Modtagelsesteamet' }]
}

function visitDay({ round, today }: Setting, at: number): string {
  const wanted = addDays(round.closedOn ?? today, 12 + at * 2)
  return wanted < today ? wanted : addDays(today, -1)
}

async function writeHeld(writer: Writer, setting: Setting, unit: DemoUnit, at: number): Promise<VisitId> {
  const { round, staff, today } = setting
  const id = demoId<VisitId>(`visit ${unit.name}`)
  const day = visitDay(setting, at)
  const lead = holder(staff, 'area-manager', unit)
  await insertVisit(writer, {
    id,
    unit: unit.id,
    round: round.id,
    follows: null,
    day,
    place: `Mødelokalet, ${unit.name}`,
    participants: participantsOf(setting, unit),
    by: lead.id,
    at: officeHour(addDays(day, -10), 9, 20),
  })
  await saveAgenda(writer, id, agendaOf(setting, unit))
  const minutes = minutesTexts[at % minutesTexts.length] ?? ''
  await saveMinutes(writer, id, minutes, { by: lead.id, at: officeHour(day, 13, 40) })
  await closeVisit(writer, id, { closed: 'held', by: lead.id, at: officeHour(day, 14, 5) })
  for (const [number, { text, who, days }] of pointTexts.entries()) {
    const point = demoId<VisitPointId>(`point ${unit.name} ${number}`)
    const written = { by: lead.id, at: officeHour(day, 13, number) }
    await insertPoint(writer, { id: point, visit: id, text, who, dueOn: addDays(day, days), ...written })
    // The first is done everywhere where there was time, the second in every other unit.
    if (day < addDays(today, -8) && (number === 0 || (number === 1 && at % 2 === 1)))
      await savePointOutcome(
        writer,
        point,
        {
          outcome: 'done',
          note: 'Indført i alle teams.',
          visit: null,
          by: lead.id,
          at: officeHour(addDays(day, 7), 10, 30),
        },
        1,
      )
  }
  return id
}

/** What went well, then the questions that the unit failed most often at the comparison level, then the local goals. */
function agendaOf({ round, reviews }: Setting, unit: DemoUnit): readonly AgendaItem[] {
  const counted = new Map<Question, { numerator: number; denominator: number }>()
  const comparison = round.programme.levels.find((level) => level.comparison)?.level
  for (const { work, level, state, answers } of reviews) {
    if (work.unit.id !== unit.id || level !== comparison || state !== 'submitted') continue
    for (const { question, answer } of answers) {
      const compliant = isCompliant(question, answer)
      if (compliant === null) continue
      const { numerator, denominator } = counted.get(question) ?? { numerator: 0, denominator: 0 }
      counted.set(question, { numerator: numerator + (compliant ? 1 : 0), denominator: denominator + 1 })
    }
  }
  const rows = [...counted].map(([asked, counts]) => ({ asked, question: asked.key, ...counts }))
  const most = listRecurring(rows)
    .filter(({ denominator }) => denominator >= 3)
    .slice(0, 3)
  return [
    { kind: 'strengths', question: null, ...agendaTexts.strengths },
    ...most.map(({ asked: { key, number, text } }, index) => ({
      kind: 'failed' as const,
      question: key,
      text: `Spørgsmål ${number}: ${text.da}`,
      note: index === 0 ? agendaTexts.noteOnMostFailed : '',
    })),
    { kind: 'own', question: null, ...agendaTexts.own },
  ]
}

async function writeAhead(
  writer: Writer,
  setting: Setting,
  unit: DemoUnit,
  follows: VisitId,
  at: number,
): Promise<void> {
  const { round, staff, today } = setting
  await insertVisit(writer, {
    id: demoId<VisitId>(`follow-up ${unit.name}`),
    unit: unit.id,
    round: round.id,
    follows,
    day: addDays(today, 9 + at),
    place: null,
    participants: participantsOf(setting, unit),
    by: holder(staff, 'area-manager', unit).id,
    at: officeHour(addDays(today, -5), 9, 0),
  })
}

async function writeCancelled(writer: Writer, setting: Setting, unit: DemoUnit): Promise<void> {
  const id = demoId<VisitId>(`cancelled ${unit.name}`)
  const lead = holder(setting.staff, 'area-manager', unit).id
  const day = addDays(visitDay(setting, 1), -4)
  await insertVisit(writer, {
    id,
    unit: unit.id,
    round: setting.round.id,
    follows: null,
    day,
    place: null,
    participants: participantsOf(setting, unit),
    by: lead,
    at: officeHour(addDays(day, -9), 9, 0),
  })
  const reason = 'Flere i enheden var syge; besøget er flyttet.'
  await closeVisit(writer, id, { closed: 'cancelled', reason, by: lead, at: officeHour(day, 7, 30) })
}

async function writeStrengths(
  writer: Writer,
  { round, reviews, staff, today }: Setting,
  unit: DemoUnit,
  at: number,
): Promise<void> {
  const since = round.closedOn ?? today
  const own = strengthTexts[at % strengthTexts.length]
  const author = holder(staff, 'professional-coordinator', unit)
  if (own !== undefined)
    await insertStrength(writer, {
      id: demoId<StrengthId>(`strength ${unit.name}`),
      unit: unit.id,
      review: null,
      theme: null,
      text: own,
      author: author.id,
      authorRole: author.role,
      at: officeHour(addDays(since, 3), 11, at),
    })
  const stream = chance(`examples ${unit.name}`)
  const candidates = reviews.flatMap((review) =>
    review.work.unit.id === unit.id && review.level === 2 && review.submittedAt !== null
      ? review.answers
          .filter(
            ({ question, answer }) => question.theme !== undefined && isCompliant(question, answer) === true,
          )
          .map(({ question }) => ({ review, question }))
      : [],
  )
  for (const { theme, text } of exampleTexts) {
    const fitting = candidates.filter(({ question }) => question.theme === theme)
    if (fitting.length === 0) continue
    const example = stream.pick(fitting)
    const { review, question } = example
    await insertStrength(writer, {
      id: demoId<StrengthId>(`example ${unit.name} ${text}`),
      unit: unit.id,
      review: {
        id: review.id,
        question: question.key,
        caseNumber: await numberCase(writer, { round: round.id, caseStage: review.work.id }),
      },
      theme: question.theme ?? null,
      text,
      author: review.reviewer.id,
      authorRole: review.reviewer.role,
      at: review.submittedAt ?? officeHour(since, 9, 0),
    })
  }
}

async function writeFourBoxes(
  writer: Writer,
  { staff }: Setting,
  unit: DemoUnit,
  visit: VisitId,
  at: number,
): Promise<void> {
  const proposal = fourBoxTexts[at % fourBoxTexts.length]
  const author = holder(staff, at % 2 === 0 ? 'caseworker' : 'department-manager', unit)
  if (proposal === undefined) return
  const row = await writer.db
    .selectFrom('learning_visit')
    .select('held_on as day')
    .where('id', '=', visit)
    .executeTakeFirstOrThrow()
  await insertFourBox(writer, {
    id: demoId<FourBoxId>(`four box ${unit.name}`),
    unit: unit.id,
    round: null,
    visit,
    ...proposal,
    author: author.id,
    authorRole: author.role,
    at: officeHour(row.day, 12, 30),
    sharedAt: officeHour(row.day, 12, 45),
  })
}
