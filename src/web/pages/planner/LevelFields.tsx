import { useState } from 'react'
import type { Learned } from '../../../core/planning/learn-from-rounds.ts'
import type { PlannedLevel } from '../../../core/planning/planned-width.ts'
import { formatHours } from '../../format/durations.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import type { PlanLevel } from './compute-plan.ts'

interface LevelFieldsProps {
  readonly level: PlanLevel | undefined
  readonly planned: PlannedLevel
  readonly measured: Learned | undefined
  readonly minutesChosen: boolean
  /** Where the slider ends. */
  readonly most: number
  readonly onReviews: (count: number) => void
  readonly onMinutes: (count: number | undefined) => void
}

/** One level: reviews by slider or number, minutes a review and where they come from, hours in all. */
export function LevelFields(props: LevelFieldsProps) {
  const { level, planned, most, onReviews, onMinutes } = props
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  if (level === undefined) return null
  const id = `plan-${level.level}`
  return (
    <fieldset className="level-fields">
      <legend>{texts.levelTitle(level.level, local(level.title))}</legend>
      <input
        type="range"
        aria-label={texts.reviewsOn(level.level)}
        min={0}
        max={most}
        step={1}
        value={planned.reviews}
        aria-valuetext={texts.valueReviews(planned.reviews)}
        onChange={(event) => onReviews(Number(event.target.value))}
      />
      <div className="level-numbers">
        <span>
          <label htmlFor={`${id}-n`}>
            <span aria-hidden="true">{texts.reviews}</span>
            <span className="visually-hidden">{texts.reviewsAt(level.level)}</span>
          </label>
          <NumberInput
            id={`${id}-n`}
            value={planned.reviews}
            least={0}
            most={20_000}
            onValue={(count) => onReviews(count ?? 0)}
          />
        </span>
        <span>
          <label htmlFor={`${id}-min`}>
            <span aria-hidden="true">{texts.minutes}</span>
            <span className="visually-hidden">{texts.minutesAt(level.level)}</span>
          </label>
          <NumberInput
            id={`${id}-min`}
            describedBy={`${id}-source`}
            value={planned.minutes}
            least={1}
            most={1440}
            onValue={onMinutes}
          />
        </span>
        <span className="soft">
          {texts.hoursOfLevel(formatHours(planned.reviews * planned.minutes, language))}
        </span>
      </div>
      <p className="hint" id={`${id}-source`}>
        {sourceWords(props, level.minutes, texts, (minutes) => formatHours(minutes, language))}
      </p>
    </fieldset>
  )
}

function sourceWords(
  { measured, minutesChosen }: LevelFieldsProps,
  planned: number,
  texts: typeof da,
  time: (minutes: number) => string,
): string {
  const { minutesSource } = texts
  const usual = Math.round(measured?.value ?? planned)
  if (minutesChosen) return minutesSource.chosen(time(usual))
  return measured === undefined || measured.cases === 0
    ? minutesSource.planned
    : minutesSource.measured(measured.cases, time(planned))
}

interface NumberInputProps {
  readonly id: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly describedBy?: string
  /** Undefined: the field was emptied. */
  readonly onValue: (value: number | undefined) => void
}

/** A number field that lets one empty it while typing; it shows the plan's number again when it is left. */
export function NumberInput({ id, value, least, most, describedBy, onValue }: NumberInputProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <input
      id={id}
      className="form-input number-input"
      type="number"
      min={least}
      max={most}
      step={1}
      aria-describedby={describedBy}
      value={typed ?? value}
      onChange={({ target }) => {
        setTyped(target.value)
        const count = Number(target.value)
        if (target.value === '') onValue(undefined)
        else if (Number.isInteger(count) && count >= least && count <= most) onValue(count)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
