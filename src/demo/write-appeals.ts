import { addDays } from '../core/calendar/days.ts'
import type { AppealAge, AppealOutcome } from '../core/learning/appeal.ts'
import type { AppealCountId, AppealId } from '../storage/ids.ts'
import { insertAppeal, insertAppealCount } from '../storage/learning/appeal.ts'
import type { Writer } from '../storage/transaction.ts'
import { demoId } from './chance.ts'
import { officeHour } from './days.ts'
import type { DemoPerson } from './staff.ts'

const provision = 'servicelovens § 41'
const statement =
  'Socialforvaltningens udtalelse til Borgerrådgiveren om Borgercenter Handicap (servicelovens § 41)'
const yearbook = `Ankestyrelsens Årsstatistik 2015, gengivet i ${statement}`

/** What is published of 2015, as it is printed. */
const printed = [
  { scope: 'unit', body: 'Borgercenter Handicap', basis: 'sent', sent: 375, source: statement },
  {
    scope: 'unit',
    body: 'Borgercenter Handicap',
    provision,
    age_group: '0-14',
    basis: 'sent',
    sent: 51,
    decided: 40,
    upheld_percent: 68,
    source: statement,
  },
  {
    scope: 'municipality',
    body: 'Københavns Kommune',
    provision,
    basis: 'decided',
    decided: 95,
    upheld: 66,
    upheld_percent: 69,
    source: yearbook,
  },
  {
    scope: 'national',
    body: 'Hele landet',
    provision,
    basis: 'decided',
    decided: 1447,
    upheld: 848,
    upheld_percent: 59,
    source: yearbook,
  },
] as const

interface DemoAppeal {
  /** Days before today that it was sent, and how many after that it was decided. */
  readonly sent: number
  readonly after?: number
  readonly outcome?: AppealOutcome
  readonly age: AppealAge
  readonly lesson?: 'open' | 'late' | 'learnt'
}

/** Made up; in every state. */
const madeUp: readonly DemoAppeal[] = [
  { sent: 20, age: '0-14' },
  { sent: 75, age: '15-17' },
  { sent: 160, after: 120, outcome: 'upheld', age: '0-14' },
  { sent: 200, after: 130, outcome: 'changed', age: '0-14' },
  { sent: 240, after: 150, outcome: 'remitted', age: '15-17', lesson: 'open' },
  { sent: 330, after: 140, outcome: 'changed', age: '0-14', lesson: 'late' },
  { sent: 390, after: 110, outcome: 'remitted', age: '0-14', lesson: 'learnt' },
  { sent: 420, after: 170, outcome: 'upheld', age: '18-plus' },
  { sent: 480, after: 40, outcome: 'dismissed', age: '0-14' },
  { sent: 520, after: 160, outcome: 'upheld', age: '0-14' },
]

/** Made-up complaints, marked so, beside what is published of 2015. */
export async function writeAppeals(
  writer: Writer,
  { staff, today }: { readonly staff: readonly DemoPerson[]; readonly today: string },
): Promise<void> {
  const author = staff.find(({ role }) => role === 'staff-lawyer')
  const leader = staff.find(({ role }) => role === 'area-manager')
  if (author === undefined || leader === undefined) throw new Error('the demo has no lawyer or area manager')
  for (const [at, count] of printed.entries())
    await insertAppealCount(writer, {
      year: 2015,
      provision: null,
      age_group: null,
      sent: null,
      decided: null,
      upheld: null,
      upheld_percent: null,
      ...count,
      id: demoId<AppealCountId>(`appeal count ${at}`),
      entered_by: author.id,
      entered_at: officeHour(addDays(today, -100), 9, at),
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
    })
  for (const [at, { sent, after, outcome, age, lesson }] of madeUp.entries()) {
    const sentOn = addDays(today, -sent)
    const decidedOn = after === undefined ? null : addDays(sentOn, after)
    const planned = lesson !== undefined && decidedOn !== null
    const learnt = lesson === 'learnt' && decidedOn !== null
    await insertAppeal(writer, {
      id: demoId<AppealId>(`appeal ${at}`),
      reference: `DEMO-K-${String(at + 1).padStart(3, '0')}`,
      unit_id: null,
      provision: at % 3 === 1 ? 'servicelovens § 52' : provision,
      provision_certain: at % 4 !== 3,
      age_group: age,
      about: 'Opdigtet klage til demoen',
      reassessed_on: addDays(sentOn, -7),
      sent_on: sentOn,
      entered_by: author.id,
      entered_at: officeHour(sentOn, 10, at),
      decided_on: decidedOn,
      outcome: outcome ?? null,
      ground:
        outcome === undefined || outcome === 'upheld'
          ? null
          : 'Opdigtet begrundelse: sagen var ikke oplyst godt nok.',
      decision_by: decidedOn === null ? null : author.id,
      lesson: planned ? 'Afgørelsen gennemgås på et fagligt møde, og tjeklisten følges.' : null,
      lesson_person_id: planned ? leader.id : null,
      lesson_due_on: planned ? addDays(lesson === 'open' ? today : decidedOn, 30) : null,
      lesson_by: planned ? author.id : null,
      learnt_on: learnt ? addDays(decidedOn, 28) : null,
      learnt_how: learnt ? 'De næste ti sager var oplyst, som tjeklisten kræver.' : null,
      learnt_by: learnt ? leader.id : null,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
    })
  }
}
