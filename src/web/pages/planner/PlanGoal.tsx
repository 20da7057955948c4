import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'
import type { ComputedPlan } from './compute-plan.ts'
import { NumberInput } from './LevelFields.tsx'
import {
  formatByLevel,
  parseByLevel,
  parseNumber,
  type ChangePlan,
  type PlanAddress,
} from './plan-choices.ts'

interface PlanGoalProps {
  readonly plan: ComputedPlan
  readonly address: PlanAddress
  readonly change: ChangePlan
}

/** What a cheaper plan must still reach, and what it must leave alone. */
export function PlanGoal({ plan, address, change }: PlanGoalProps) {
  const texts = useTexts({ da, en })
  const goal = address.goal === 'margin' || address.goal === 'change' ? address.goal : 'same'
  const { points = '' } = address
  const wrong = goal !== 'same' && points !== '' && parseNumber(points, 0.1, 99) === undefined
  return (
    <div className="planner-goal">
      <div>
        <Field label={texts.goal}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={goal}
              onChange={({ target }) => change({ goal: target.value === 'same' ? undefined : target.value })}
            >
              {(['same', 'margin', 'change'] as const).map((key) => (
                <option key={key} value={key}>
                  {texts.goals[key]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {goal !== 'same' && (
          <Field label={texts.goalPoints} error={wrong ? texts.goalPointsWrong : undefined}>
            {(wired) => (
              <input
                {...wired}
                className="form-input number-input"
                inputMode="decimal"
                value={points}
                onChange={({ target }) => change({ points: target.value.slice(0, 5) })}
              />
            )}
          </Field>
        )}
      </div>
      <fieldset aria-describedby="plan-keep-hint">
        <legend>{texts.keepHeading}</legend>
        <p className="hint" id="plan-keep-hint">
          {texts.keepHint(plan.comparisonLevel)}
        </p>
        <div className="level-numbers">
          {plan.chain.map(({ level }) => (
            <span key={level}>
              <label htmlFor={`plan-keep-${level}`}>{texts.keepAt(level)}</label>
              <NumberInput
                id={`plan-keep-${level}`}
                describedBy="plan-keep-hint"
                value={plan.keep.get(level) ?? 0}
                least={0}
                most={20_000}
                onValue={(count) =>
                  change({
                    keep: formatByLevel(new Map([...parseByLevel(address.keep), [level, count ?? 0]])),
                  })
                }
              />
            </span>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
