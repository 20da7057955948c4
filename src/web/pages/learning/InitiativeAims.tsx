import type { PlanDraft } from '../../../contract/learning/action-plan.ts'
import { aimKey } from '../../../core/learning/goal-figure.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import type { DraftAim } from './action-plan-draft.ts'

interface InitiativeAimsProps {
  readonly draft: PlanDraft
  readonly aims: readonly DraftAim[]
  readonly number: number
  readonly onChange: (aims: readonly DraftAim[]) => void
}

interface Group {
  readonly title: string
  readonly options: readonly { readonly aim: DraftAim; readonly name: string }[]
}

/** As the contract: more would be a net that always catches something. */
const mostAims = 12

/** The figures that an initiative is to move, chosen from the programme's. */
export function InitiativeAims({ draft, aims, number, onChange }: InitiativeAimsProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const groups: readonly Group[] = draft.programmes.flatMap(({ key: programme, title, stages }) => [
    {
      title: local(title),
      options: [
        { aim: { programme, stage: null, question: null }, name: texts.all },
        ...stages.map((stage) => ({
          aim: { programme, stage: stage.key, question: null },
          name: texts.wholeStage(local(stage.title)),
        })),
      ],
    },
    ...stages.map((stage) => ({
      title: local(stage.title),
      options: stage.questions.map((question) => ({
        aim: { programme, stage: stage.key, question: question.key },
        name: `${question.number} ${local(question.text)}`,
      })),
    })),
  ])
  const all = groups.flatMap(({ options }) => options)
  const chosen = new Set(aims.map(aimKey))
  const nameOf = (aim: DraftAim) =>
    all.find((option) => aimKey(option.aim) === aimKey(aim))?.name ?? aim.question ?? aim.stage ?? ''
  return (
    <>
      <Field label={texts.addAimTo(number)} hint={texts.aimsHint} optional>
        {(wired) => (
          <select
            {...wired}
            className="form-select goal-choice"
            value=""
            disabled={aims.length >= mostAims}
            onChange={({ target }) => {
              const option = all.find((each) => aimKey(each.aim) === target.value)
              if (option !== undefined) onChange([...aims, option.aim])
            }}
          >
            <option value="">{texts.choose}</option>
            {groups.map(({ title, options }) => (
              <optgroup key={title} label={title}>
                {options
                  .filter(({ aim }) => !chosen.has(aimKey(aim)))
                  .map(({ aim, name }) => (
                    <option key={aimKey(aim)} value={aimKey(aim)}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {aims.length > 0 && (
        <ul className="plan-aims">
          {aims.map((aim) => (
            <li key={aimKey(aim)}>
              {nameOf(aim)}{' '}
              <Button
                aria-label={texts.removeAim(nameOf(aim))}
                onClick={() => onChange(aims.filter((each) => aimKey(each) !== aimKey(aim)))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
