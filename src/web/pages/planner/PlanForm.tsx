import { useRef } from 'react'
import { plannedHours } from '../../../core/planning/planned-width.ts'
import { formatHours } from '../../format/durations.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import type { ComputedPlan } from './compute-plan.ts'
import { LevelFields } from './LevelFields.tsx'
import {
  formatByLevel,
  nothingChosen,
  parseByLevel,
  type ChangePlan,
  type PlanAddress,
} from './plan-choices.ts'

interface PlanFormProps {
  readonly plan: ComputedPlan
  readonly address: PlanAddress
  readonly change: ChangePlan
  /** No round is learned from. */
  readonly assumed: boolean
}

/** Reviews and minutes per level, and the hours they come to. */
export function PlanForm({ plan, address, change, assumed }: PlanFormProps) {
  const texts = useTexts({ da, en })
  const { levels, chain, overdrawn, start } = plan
  const reviews = new Map(levels.map((one) => [one.level, one.reviews]))
  const setReviews = (level: number, count: number) =>
    change({ n: formatByLevel(new Map([...reviews, [level, count]])) })
  const minutes = parseByLevel(address.min)
  const setMinutes = (level: number, count: number | undefined) => {
    const next = new Map(minutes)
    if (count === undefined) next.delete(level)
    else next.set(level, count)
    change({ min: formatByLevel(next) })
  }
  const dated = chain.find(({ selection }) => selection.kind === 'newest-first')
  return (
    <section className="planner-form" aria-label={texts.planHeading}>
      <h2>{texts.planHeading}</h2>
      <p className="soft small">{assumed ? texts.startAssumed : texts.startNote}</p>
      {levels.map((planned, at) => (
        <LevelFields
          key={planned.level}
          level={chain[at]}
          planned={planned}
          measured={plan.lessons.minutes.get(planned.level)}
          minutesChosen={minutes.has(planned.level)}
          most={mostFor(start.get(planned.level) ?? 0, planned.reviews, plan.population)}
          onReviews={(count) => setReviews(planned.level, count)}
          onMinutes={(count) => setMinutes(planned.level, count)}
        />
      ))}
      {overdrawn !== null && (
        <p className="field-error" role="alert">
          {texts.overdrawn(overdrawn.level, overdrawn.below, overdrawn.most)}
        </p>
      )}
      {dated !== undefined && <p className="note">{texts.datesDecide(dated.level)}</p>}
      <HoursSlider plan={plan} onChange={(next) => change({ n: formatByLevel(next) })} />
      <div className="button-row">
        <Button variant="tertiary" onClick={() => change(nothingChosen)}>
          {texts.reset}
        </Button>
      </div>
    </section>
  )
}

interface HoursSliderProps {
  readonly plan: ComputedPlan
  readonly onChange: (reviews: ReadonlyMap<number, number>) => void
}

/** All levels in the same proportion. The proportion is kept from where a move begins, or roundings would eat it. */
function HoursSlider({ plan, onChange }: HoursSliderProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const base = useRef(plan.levels)
  const hours = plannedHours(plan.levels)
  const most = Math.max(20, Math.ceil((2 * plannedHours(startLevels(plan))) / 10) * 10, Math.ceil(hours))
  const begin = () => {
    base.current = plan.levels
  }
  return (
    <div className="level-fields total">
      <label htmlFor="plan-hours">{texts.hours}</label>
      <input
        id="plan-hours"
        type="range"
        min={1}
        max={most}
        step={1}
        value={Math.round(hours)}
        aria-valuetext={texts.valueHours(formatHours(hours * 60, language))}
        aria-describedby="plan-hours-hint"
        onPointerDown={begin}
        onFocus={begin}
        onChange={(event) => {
          const from = plannedHours(base.current)
          if (from === 0) return
          const factor = Number(event.target.value) / from
          onChange(new Map(base.current.map(({ level, reviews }) => [level, Math.round(reviews * factor)])))
        }}
      />
      <output htmlFor="plan-hours">{formatHours(hours * 60, language)}</output>
      <p className="hint" id="plan-hours-hint">
        {texts.hoursHint}
      </p>
    </div>
  )
}

function startLevels({ levels, start }: ComputedPlan) {
  return levels.map((one) => ({ ...one, reviews: start.get(one.level) ?? 0 }))
}

/** A slider reaches twice what the last round had, and always what is planned. */
function mostFor(start: number, planned: number, population: number | null): number {
  const reach = Math.max(120, Math.ceil((2 * start) / 10) * 10)
  return Math.max(population === null ? reach : Math.min(reach, population), planned)
}
