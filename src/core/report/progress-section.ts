import type { ChangeClass } from '../analysis/analysis.ts'
import type { LocalText } from '../language/language.ts'
import type { InitiativeSource } from '../learning/action-plan.ts'
import type { InitiativeState } from '../learning/initiative-state.ts'
import { endColumn, figureCell, note, paragraph, plainCell, startColumn, textCell } from './cells.ts'
import { changeWords, compositeChangeWords } from './class-words.ts'
import { printDate, printRound } from './print-date.ts'
import type { ReportContext } from './report-context.ts'
import type { Block, Cell, ReportSection } from './report.ts'

/** What the figures of one aim did between the last round before an initiative's start and the first one after it. */
export interface MovedAim {
  /** The question's number or the composite's name. */
  readonly aim: LocalText
  readonly composite: boolean
  /** The start was written when results were known, so it is reckoned from the announced one. */
  readonly startWrittenLate: boolean
  /** Label of its first version, where that was published once the results of the round after were known: no verdict. */
  readonly addedLate: string | null
  /** Label of the version that took it out. */
  readonly takenOut: string | null
  /** Null: they cannot be compared, and `why` says it. */
  readonly moved: { readonly class: ChangeClass; readonly before: string; readonly after: string } | null
  readonly why: LocalText | null
}

export interface InitiativeProgress {
  readonly title: string
  readonly owner: string
  readonly source: InitiativeSource
  readonly state: InitiativeState
  /** ISO days. */
  readonly startsOn: string
  readonly endsOn: string | null
  readonly endedOn: string | null
  readonly late: boolean
  /** Label of the version of the plan that has it no more. */
  readonly leftOutIn: string | null
  readonly aims: readonly MovedAim[]
}

export interface PlanProgress {
  readonly title: string
  readonly label: string
  readonly publishedOn: string
  /** It was first published after the round's period. */
  readonly isLater: boolean
  /** ISO days: when it was counted, and from when "since last" counts. */
  readonly asOf: string
  readonly since: string
  readonly initiatives: readonly InitiativeProgress[]
  /** All comparisons of the plan together. */
  readonly family: {
    readonly tested: number
    readonly standingOut: number
    readonly expectedByChance: number
  }
}

const sources: Readonly<Record<InitiativeSource, LocalText>> = {
  audit: { da: 'Tilsynet', en: 'The audit' },
  ombudsman: { da: 'Borgerrådgiveren', en: 'The citizens’ ombudsman' },
  'task-force': { da: 'Task Force', en: 'Task Force' },
  ankestyrelsen: { da: 'Ankestyrelsen', en: 'Ankestyrelsen' },
  citizen: { da: 'En borger', en: 'A citizen' },
  own: { da: 'Eget initiativ', en: 'Own initiative' },
}

const states: Readonly<Record<InitiativeState, LocalText>> = {
  planned: { da: 'Planlagt', en: 'Planned' },
  running: { da: 'I gang', en: 'Running' },
  done: { da: 'Færdig', en: 'Done' },
  stopped: { da: 'Stoppet', en: 'Stopped' },
}

/** The half-yearly progress report on the action plan: what was done, what is late, and what the figures did. */
export function writeProgress(
  context: ReportContext,
  plans: readonly PlanProgress[] | undefined,
): ReportSection | null {
  if (plans === undefined) return null
  return {
    key: 'action-plan',
    title: { da: 'Handleplanen: hvad er der sket', en: 'The action plan: what has happened' },
    wide: true,
    blocks:
      plans.length === 0
        ? [noPlan]
        : [...plans.flatMap((plan, at) => planBlocks(context, plan, at)), howCompared],
    sections: [],
  }
}

const noPlan: Block = paragraph('Der er ingen udgivet handleplan.', 'No action plan is published.')

/**
 * A plan that still has something to do, or had within the half year, is told in full. An older one stays in a line, so that a
 * new plan never takes the place of what became of it.
 */
function planBlocks(context: ReportContext, plan: PlanProgress, at: number): readonly Block[] {
  const isAlive = plan.initiatives.some(({ endedOn }) => endedOn === null || endedOn >= plan.since)
  // The first is the newest of its time, also where all of it is done.
  return isAlive || at === 0 ? wholePlan(context, plan, idOf(at)) : [settledPlan(context, plan, idOf(at))]
}

/** Figures of the first plan are `plan/…`, of those after it `plan/2/…` and so on. */
function idOf(at: number): readonly string[] {
  return at === 0 ? ['plan'] : ['plan', String(at + 1)]
}

function settledPlan({ figures }: ReportContext, plan: PlanProgress, id: readonly string[]): Block {
  const { initiatives, since } = plan
  const countOf = (name: string, fits: (each: InitiativeProgress) => boolean): string =>
    figures.count([...id, name], initiatives.filter(fits).length, `initiatives[${name}]`)
  const done = countOf('done', ({ state }) => state === 'done')
  const stopped = countOf('stopped', ({ state }) => state === 'stopped')
  const [da, en] = [headOf(plan, 'da'), headOf(plan, 'en')]
  return paragraph(
    `${da} Alle indsatser var afsluttet før ${printDate(since, 'day', 'da')}. Færdige: {${done}}. Stoppet: {${stopped}}.`,
    `${en} All initiatives had ended before ${printDate(since, 'day', 'en')}. Done: {${done}}. Stopped: {${stopped}}.`,
  )
}

function headOf({ title, label, publishedOn, isLater }: PlanProgress, language: 'da' | 'en'): string {
  const day = printDate(publishedOn, 'day', language)
  const name = `${withoutBraces(title)}, version ${withoutBraces(label)}`
  return language === 'da'
    ? `${name}, udgivet ${day}.${isLater ? ' Planen kom først efter rundens periode.' : ''}`
    : `${name}, published on ${day}.${isLater ? ' The plan came only after the round’s period.' : ''}`
}

function wholePlan(context: ReportContext, plan: PlanProgress, id: readonly string[]): readonly Block[] {
  const { figures, audience } = context
  const { asOf, since, initiatives } = plan
  const inPlan = initiatives.filter(({ leftOutIn }) => leftOutIn === null)
  const countOf = (name: string, fits: (each: InitiativeProgress) => boolean): string =>
    figures.count([...id, name], inPlan.filter(fits).length, `initiatives[${name}]`)
  const all = countOf('all', () => true)
  const running = countOf('running', ({ state }) => state === 'running')
  const done = countOf('done', ({ state }) => state === 'done')
  const lately = countOf(
    'done-lately',
    ({ state, endedOn }) => state === 'done' && endedOn !== null && endedOn >= since,
  )
  const stopped = countOf('stopped', ({ state }) => state === 'stopped')
  const late = countOf('late', (each) => each.late)
  const leftOut = initiatives.length - inPlan.length
  const gone = leftOut === 0 ? null : figures.count([...id, 'left-out'], leftOut, 'initiatives[left-out]')
  return [
    paragraph(
      `${headOf(plan, 'da')} Indsatser: {${all}}. I gang: {${running}}. Færdige: {${done}}, heraf siden ${printDate(since, 'day', 'da')}: {${lately}}. Stoppet: {${stopped}}. Over tiden: {${late}}.${gone === null ? '' : ` Taget ud af planen: {${gone}}.`} Talt op ${printDate(asOf, 'day', 'da')}.`,
      `${headOf(plan, 'en')} Initiatives: {${all}}. Running: {${running}}. Done: {${done}}, of these since ${printDate(since, 'day', 'en')}: {${lately}}. Stopped: {${stopped}}. Late: {${late}}.${gone === null ? '' : ` Taken out of the plan: {${gone}}.`} Counted on ${printDate(asOf, 'day', 'en')}.`,
    ),
    {
      kind: 'table',
      caption: { da: 'Handleplanens indsatser', en: 'The initiatives of the action plan' },
      columns: [
        startColumn('Indsats', 'Initiative', 1.6),
        // Who owns it is the house's own affair; a plan's public account names sources and states.
        ...(audience === 'public' ? [] : [startColumn('Ejer', 'Owner', 0.9)]),
        startColumn('Anledning', 'Source', 0.9),
        startColumn('Tilstand', 'State', 0.8),
        startColumn('Fra – til', 'From – to', 1),
        startColumn('Hvad tallene gjorde', 'What the figures did', 3),
      ],
      rows: initiatives.map((each): readonly Cell[] => [
        plainCell(each.title),
        ...(audience === 'public' ? [] : [plainCell(each.owner)]),
        textCell(sources[each.source]),
        textCell(stateOf(each)),
        textCell({ da: periodOf(each, 'da'), en: periodOf(each, 'en') }),
        textCell({ da: movedOf(each, 'da'), en: movedOf(each, 'en') }),
      ]),
      total: false,
    },
    ...familyTable(context, plan, id),
  ]
}

const howCompared: Block = note(
  'Tallene sammenlignes mellem den sidste runde, hvis sager alle var afsluttet, før indsatsen begyndte, og den første, hvis sager alle er begyndt efter. Der er ingen sammenligningsgruppe: en ændring kan også have andre årsager, og et tal, der blev valgt, fordi det var lavt, stiger ofte af sig selv.',
  'Figures are compared between the last round whose cases had all ended before the initiative began and the first whose cases all began after it. There is no comparison group: a change can have other causes, and a figure that was picked because it was low often rises by itself.',
)

/** In a sentence braces would refer to a figure. */
function withoutBraces(text: string): string {
  return text.replaceAll(/[{}]/g, '')
}

function stateOf({ state, late, leftOutIn }: InitiativeProgress): LocalText {
  const { da, en } = states[state]
  if (leftOutIn !== null)
    return {
      da: `${da}; taget ud af planen i version ${leftOutIn}`,
      en: `${en}; taken out of the plan in version ${leftOutIn}`,
    }
  return late ? { da: `${da}, over tiden`, en: `${en}, late` } : { da, en }
}

function periodOf({ startsOn, endsOn }: InitiativeProgress, language: 'da' | 'en'): string {
  const from = printDate(startsOn, 'day', language)
  return endsOn === null ? `${from} –` : `${from} – ${printDate(endsOn, 'day', language)}`
}

function movedOf({ aims }: InitiativeProgress, language: 'da' | 'en'): string {
  if (aims.length === 0) return language === 'da' ? 'Peger ikke på tal' : 'Aims at no figure'
  return aims
    .map(({ aim, composite, startWrittenLate, addedLate, takenOut, moved, why }) => {
      const did =
        moved === null
          ? (why?.[language] ?? '')
          : `${(composite ? compositeChangeWords : changeWords)[moved.class][language]} (${printRound(moved.before, language)} → ${printRound(moved.after, language)})`
      const added = addedLate === null ? '' : addedWords[language](addedLate)
      const out = takenOut === null ? '' : takenOutWords[language](takenOut)
      return `${aim[language]}: ${did}${startWrittenLate ? writtenLate[language] : ''}${added}${out}`
    })
    .join('; ')
}

const writtenLate: LocalText = {
  da: ', regnet fra den planlagte start, fordi starten først blev skrevet, da resultaterne var kendt',
  en: ', reckoned from the planned start, because the start was written when the results were known',
}

const addedWords = {
  da: (label: string) => `, kom først med i version ${label}, da resultaterne var kendt`,
  en: (label: string) => `, added in version ${label}, when the results were known`,
}

const takenOutWords = {
  da: (label: string) => ` (taget ud i version ${label})`,
  en: (label: string) => ` (taken out in version ${label})`,
}

/** Many comparisons: some stand out though nothing was done. */
function familyTable(
  { figures }: ReportContext,
  { family }: PlanProgress,
  id: readonly string[],
): readonly Block[] {
  if (family.tested === 0) return []
  const tested = figures.count([...id, 'tested'], family.tested, 'initiatives[tested]')
  const standing = figures.count([...id, 'standing-out'], family.standingOut, 'initiatives[standing-out]')
  const chance = figures.add([...id, 'by-chance'], {
    value: family.expectedByChance,
    format: 'decimal',
    query: 'initiatives[expected-by-chance]',
  })
  return [
    {
      kind: 'table',
      caption: { da: 'Sammenligninger under ét', en: 'The comparisons together' },
      columns: [startColumn('Sammenligninger', 'Comparisons', 1), endColumn('Antal', 'Number')],
      rows: [
        [textCell({ da: 'Prøvet', en: 'Tested' }), figureCell(tested)],
        [textCell({ da: 'Skiller sig ud', en: 'Standing out' }), figureCell(standing)],
        [textCell({ da: 'Ville tilfældet alene give', en: 'Chance alone would give' }), figureCell(chance)],
      ],
      total: false,
    },
  ]
}
