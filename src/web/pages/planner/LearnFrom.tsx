import { useId } from 'react'
import type { Plannable, RoundEvidenceAnswer } from '../../../contract/planning/planning.ts'
import { formatInteger } from '../../format/numbers.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'
import type { ComputedPlan } from './compute-plan.ts'
import { formatRounds, nothingChosen, type ProgrammeChoice } from './plan-choices.ts'

export interface RoundToLearnFrom {
  readonly round: Plannable['rounds'][number]
  readonly state: 'loading' | 'failed' | RoundEvidenceAnswer['state']
  readonly answer: RoundEvidenceAnswer | undefined
}

/** Rounds offered; older ones say little about the next. */
const offered = 8

interface LearnFromProps {
  readonly plannable: Plannable
  readonly choices: ProgrammeChoice
  readonly rounds: readonly RoundToLearnFrom[]
  readonly plan: ComputedPlan
}

/** Which programme, which of the municipality's own rounds, and how many cases the plan speaks about. */
export function LearnFrom({ plannable, choices, rounds, plan }: LearnFromProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const hint = useId()
  const { programmes, address, change } = choices
  const chosen = rounds.map(({ round }) => round.key)
  const stateWords = {
    loading: texts.roundLoading,
    failed: texts.roundFailed,
    sealed: texts.roundSealed,
    empty: texts.roundEmpty,
    ready: '',
  }
  const listed = plannable.rounds.filter(({ key }, at) => at < offered || chosen.includes(key))
  return (
    <section className="planner-grounds" aria-label={texts.groundsHeading}>
      <div>
        <Field label={texts.programme}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={plannable.programme.key}
              // Numbers and rounds of one programme mean nothing in another.
              onChange={(event) => change({ ...nothingChosen, programme: event.target.value })}
            >
              {programmes.map(({ key, title }) => (
                <option key={key} value={key}>
                  {local(title)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={texts.population} hint={texts.populationHint}>
          {(wired) => (
            <input
              {...wired}
              className="form-input number-input"
              inputMode="numeric"
              value={address.cases ?? ''}
              placeholder={
                plan.lessons.population === null
                  ? ''
                  : formatInteger(Math.round(plan.lessons.population), language)
              }
              onChange={(event) => change({ cases: event.target.value.replace(/\D/g, '').slice(0, 7) })}
            />
          )}
        </Field>
      </div>
      <fieldset aria-describedby={hint}>
        <legend>{texts.learnFrom}</legend>
        <p className="hint" id={hint}>
          {texts.learnFromHint}
        </p>
        {plannable.rounds.length === 0 && <p>{texts.noRounds}</p>}
        {listed.map(({ key, title }) => {
          const state = rounds.find(({ round }) => round.key === key)?.state
          return (
            <div key={key}>
              <input
                type="checkbox"
                id={`plan-round-${key}`}
                className="form-checkbox"
                checked={chosen.includes(key)}
                onChange={(event) =>
                  change({
                    rounds: formatRounds(
                      event.target.checked ? [...chosen, key] : chosen.filter((one) => one !== key),
                    ),
                  })
                }
              />
              <label htmlFor={`plan-round-${key}`}>
                {local(title)}
                {state !== undefined && state !== 'ready' && (
                  <span className="soft"> ({stateWords[state]})</span>
                )}
              </label>
            </div>
          )
        })}
      </fieldset>
    </section>
  )
}
