import { momentsOf } from '../core/calendar/danish-time.ts'
import { addDays } from '../core/calendar/days.ts'
import { chance, type Chance } from './chance.ts'
import type { DemoCaseStage } from './casework.ts'

/** What the demo's case system registered. */
export interface DemoEvent {
  /** The case system's id of the event. */
  readonly id: string
  readonly caseId: string
  readonly kind: string
  readonly day: string
  readonly moment: Date | null
  readonly unit: string
  readonly caseworker: string
  readonly childId: string | null
  readonly attributes: Readonly<Record<string, string>>
  readonly registered: Date | null
  /** What an earlier registration said. */
  readonly before?: { readonly day: string; readonly moment: Date | null; readonly registered: Date }
}

/** Cases that ended longer ago have no events: the monthly report looks at thirteen months. */
const lookBack = 400
/** Of support, from its start to its end, in days. */
const supportLength = [170, 400] as const
const supportStages: readonly string[] = [
  'boernefaglig_undersoegelse',
  'handleplan_anbringelse',
  'handleplan_forebyggelse',
  'opfoelgning_anbringelse',
  'opfoelgning_forebyggelse',
]
const msInDay = 86_400_000

/** A step taken so many days after another; now and then too late, and very seldom not at all. */
interface Step {
  readonly kind: string
  /** In time: between so many days. */
  readonly days: readonly [number, number]
  /** Too late: between so many days. */
  readonly late: readonly [number, number]
  readonly attributes?: Readonly<Record<string, string>>
}

const shareLate = 0.035
/** Of cases whose stage is open or ended lately. */
const shareForgotten = 0.006
/** In days. */
export const lately = 190
/** Of measures and placements. */
const shareKnownAgain = 0.3
/** Of assessments whose case goes on. */
const shareSupported = 0.4
/** Of professionals who notified, when support starts. */
const shareTold = 0.9
/** Of placements under follow-up: the plan was not made before them. */
const shareUnplanned = 0.04

const acknowledged: Step = { kind: 'notification-acknowledged', days: [0, 5], late: [9, 16] }
const conversation: Step = { kind: 'child-conversation', days: [-20, -1], late: [2, 12] }
const consent: Step = { kind: 'consent-given', days: [-12, 0], late: [1, 9] }
const plan: Step = { kind: 'plan-made', days: [-8, 0], late: [95, 120] }
const planSent: Step = { kind: 'plan-sent', days: [4, 20], late: [30, 60] }
const supportPerson: Step = { kind: 'support-person-offered', days: [3, 20], late: [30, 60] }
const rhythm: Step = {
  kind: 'follow-up-rhythm-set',
  days: [0, 0],
  late: [0, 0],
  attributes: { follow_up_months: '6' },
}

/** What the monthly report counts by. */
const types = {
  measure: ['Fast kontaktperson', 'Familiebehandling', 'Aflastning', 'Praktisk pædagogisk støtte'],
  placement: ['Plejefamilie', 'Netværkspleje', 'Opholdssted', 'Døgninstitution'],
} as const

/**
 * Events of the case stages that are open or ended within `lookBack`, and of support that ran within it, so that nothing
 * seems to fill up from nothing; up to the day before `today`.
 */
export function listEvents(work: readonly DemoCaseStage[], today: string): readonly DemoEvent[] {
  const since = addDays(today, -lookBack)
  const supportSince = addDays(since, -supportLength[1])
  return work.flatMap((stage) => {
    const isRecent = stage.completed === null || stage.completed >= since
    if (!isRecent && !(supportStages.includes(stage.stage) && stage.started >= supportSince)) return []
    const events = new CaseEvents(stage, today).list()
    return isRecent || events.some(({ day }) => day >= since) ? events : []
  })
}

/** The moment of a time of day in Denmark; an hour later where clocks skipped it, the earlier where they showed it twice. */
export function danishMoment(on: string, minute: number): Date {
  const day = Date.parse(on) / msInDay
  const moment = momentsOf(day, minute)[0] ?? momentsOf(day, minute + 60)[0]
  if (moment === undefined) throw new Error('a day has no such time')
  return new Date(moment)
}

class CaseEvents {
  readonly #stage: DemoCaseStage
  readonly #today: string
  readonly #stream: Chance
  readonly #events: DemoEvent[] = []
  /** What was forgotten in an earlier case was found before it was closed. */
  readonly #forgotten: number

  constructor(stage: DemoCaseStage, today: string) {
    this.#stage = stage
    this.#today = today
    this.#stream = chance(`events ${stage.caseId}`)
    const isEarlier = stage.completed !== null && stage.completed < addDays(today, -lately)
    this.#forgotten = isEarlier ? 0 : shareForgotten
  }

  list(): readonly DemoEvent[] {
    const { stage, started, completed } = this.#stage
    switch (stage) {
      case 'underretning':
        this.#notification()
        if (completed !== null) {
          this.#add('notification-closed', completed)
          this.#close(completed, 0.85)
        }
        break
      case 'boernefaglig_undersoegelse':
        this.#assessment()
        break
      case 'handleplan_anbringelse':
        this.#placement()
        break
      case 'opfoelgning_anbringelse':
        this.#planned(started)
        this.#measure('placement', started)
        break
      default:
        this.#measure('measure', started)
    }
    return this.#events
  }

  /** Assessed within the day as a rule, and acknowledged within the week. */
  #notification(): void {
    const { started } = this.#stage
    const received = this.#stream.between(7 * 60, 21 * 60)
    const notifier = this.#stream.next() < 0.6 ? 'fagperson' : 'borger'
    this.#add('notification-received', started, received, { notifier })
    if (notifier === 'fagperson' && this.#stage.stage === 'boernefaglig_undersoegelse')
      this.#add('professional-informed', addDays(started, this.#stream.between(15, 30)))
    const drawn = this.#stream.next()
    if (drawn >= this.#forgotten) {
      const minutes =
        drawn < this.#forgotten + shareLate
          ? this.#stream.between(1500, 4000)
          : this.#stream.between(20, 1380)
      const after = received + minutes
      this.#add('notification-assessed', addDays(started, Math.floor(after / 1440)), after % 1440)
    }
    this.#step(acknowledged, started)
  }

  #assessment(): void {
    const { started, completed } = this.#stage
    this.#notification()
    this.#add('assessment-opened', addDays(started, this.#stream.between(3, 20)))
    const length = completed === null ? 200 : days(started, completed)
    this.#add('child-conversation', addDays(started, this.#stream.between(20, 38)))
    // Where it takes longer than four months, a preliminary assessment is made, mostly in time.
    if (length > 118 && this.#stream.next() < 0.85)
      this.#add('preliminary-assessment', addDays(started, this.#stream.between(100, 117)))
    if (completed !== null) {
      this.#add('assessment-completed', completed)
      if (!this.#close(completed, 0.4)) this.#supportAfter(completed)
    }
  }

  /** Now and then an assessment leads to support in the same case; the professional who notified is told of it, or still waits. */
  #supportAfter(completed: string): void {
    const stream = chance(`support after ${this.#stage.caseId}`)
    if (stream.next() >= shareSupported) return
    const started = addDays(completed, stream.between(0, 2))
    if (
      stream.next() < shareTold &&
      this.#events.some(({ attributes }) => attributes['notifier'] === 'fagperson')
    )
      this.#add('professional-informed', addDays(started, stream.between(1, 14)))
    this.#measure('measure', started)
  }

  #placement(): void {
    const decided = addDays(this.#stage.started, 12)
    this.#before(decided)
    this.#add('placement-decided', decided, undefined, { consent: 'ja' })
    this.#add('placement-site-decided', decided)
    this.#measure('placement', addDays(decided, this.#stream.between(1, 4)))
  }

  /** A placement whose follow-up is looked at was decided before it, as a rule with a plan. */
  #planned(started: string): void {
    const stream = chance(`planned ${this.#stage.caseId}`)
    const decided = addDays(started, -stream.between(1, 4))
    this.#add('child-conversation', addDays(decided, -stream.between(2, 20)))
    this.#add('consent-given', addDays(decided, -stream.between(0, 12)))
    const day = stream.next() < shareUnplanned ? stream.between(20, 110) : -stream.between(0, 8)
    this.#add('plan-made', addDays(decided, day))
    this.#add('placement-decided', decided, undefined, { consent: 'ja' })
    this.#add('placement-site-decided', decided)
  }

  /** A talk, a consent and a plan before a decision. */
  #before(decided: string): void {
    for (const step of [conversation, consent, plan]) this.#step(step, decided)
  }

  /** Support from its start: the first follow-up within three months, later ones by the rhythm, and visits of a placement. */
  #measure(kind: 'measure' | 'placement', started: string): void {
    if (this.#stage.stage === 'handleplan_forebyggelse') {
      this.#before(started)
      this.#add('measure-decided', started, undefined, { consent: 'ja' })
    }
    const type = { measure: chance(`type ${this.#stage.caseId}`).pick(types[kind]) }
    this.#add(`${kind}-started`, started, undefined, type)
    this.#step(rhythm, started)
    const end = addDays(started, this.#stream.between(...supportLength))
    let held = addDays(started, this.#stream.between(45, 88))
    while (held < end && this.#stream.next() >= this.#forgotten) {
      this.#add('follow-up-held', this.#stream.next() < shareLate ? addDays(held, 25) : held)
      held = addDays(held, this.#stream.between(130, 178))
    }
    if (kind === 'placement') {
      this.#step(planSent, started)
      this.#step(supportPerson, started)
      for (
        let visit = addDays(started, 60);
        visit < end;
        visit = addDays(visit, this.#stream.between(90, 170))
      ) {
        this.#add('supervision-visit', visit)
        this.#add('child-talk-without-staff', visit)
      }
    }
    this.#add(`${kind}-ended`, end, undefined, type)
    this.#knownAgain(started, end)
    this.#close(end, 0.7)
  }

  /** Most cases are closed soon after their last step; the others go on with something that the demo does not have. */
  #close(after: string, share: number): boolean {
    const stream = chance(`closing ${this.#stage.caseId}`)
    const closes = stream.next() < share
    if (closes) this.#add('case-closed', addDays(after, stream.between(0, 12)))
    return closes
  }

  /** Now and then there is a new notification on a child that has support; it leads to no assessment of its own. */
  #knownAgain(started: string, end: string): void {
    const stream = chance(`known again ${this.#stage.caseId}`)
    if (stream.next() >= shareKnownAgain) return
    const day = addDays(started, stream.between(10, 160))
    if (day >= end) return
    const minute = stream.between(8 * 60, 15 * 60)
    this.#add('notification-received', day, minute, { notifier: 'borger' })
    this.#add('notification-assessed', day, minute + stream.between(20, 400))
    this.#add('notification-reassessed', addDays(day, stream.between(1, 8)))
    this.#add('notification-acknowledged', addDays(day, stream.between(0, 4)))
    this.#add('notification-closed', addDays(day, stream.between(2, 21)))
  }

  #step({ kind, days: inTime, late, attributes }: Step, from: string): void {
    const drawn = this.#stream.next()
    const [low, high] = drawn < shareLate ? late : inTime
    const day = addDays(from, this.#stream.between(low, high))
    if (drawn <= 1 - this.#forgotten) this.#add(kind, day, undefined, attributes)
  }

  /** What has not happened by the day before the demo was made is not known. */
  #add(kind: string, day: string, minute?: number, attributes: Readonly<Record<string, string>> = {}): void {
    if (day >= this.#today) return
    const { caseId, unit, caseworker, childId } = this.#stage
    const id = `${caseId}-${this.#events.length + 1}`
    this.#events.push({
      id,
      caseId,
      kind,
      day,
      moment: minute === undefined ? null : danishMoment(day, minute),
      unit: unit.name,
      caseworker: caseworker.initials,
      childId,
      attributes: { event_id: id, ...attributes },
      registered: null,
    })
  }
}

function days(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msInDay)
}
