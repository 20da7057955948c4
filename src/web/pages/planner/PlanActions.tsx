import type { Plannable } from '../../../contract/planning/planning.ts'
import { foundChange } from '../../../core/planning/plan.ts'
import { formatDecimal } from '../../format/numbers.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { saveFile } from '../report/save-file.ts'
import type { ComputedPlan } from './compute-plan.ts'
import { toCsv } from './plan-csv.ts'

interface PlanActionsProps {
  readonly plannable: Plannable
  readonly plan: ComputedPlan
  readonly rounds: readonly Plannable['rounds'][number][]
}

/** On paper, as a table, or as the address that holds all of it. */
export function PlanActions({ plannable, plan, rounds }: PlanActionsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const save = () => {
    const number = (value: number, digits: number) =>
      formatDecimal(value, language, digits).replaceAll(/\s/g, '')
    const { outcome, lessons } = plan
    const points = (share: number | null) => (share === null ? '' : number(100 * share, 2))
    const rows = [
      texts.csvHead,
      ...plan.levels.map(({ level, reviews, minutes, r2 }) => [
        String(level),
        local(plan.chain.find((one) => one.level === level)?.title ?? { da: '', en: '' }),
        String(reviews),
        String(minutes),
        number((reviews * minutes) / 60, 1),
        number(r2, 3),
        String(lessons.r2.get(level)?.cases ?? ''),
      ]),
      [],
      [texts.csvHours, number(outcome.hours, 1)],
      [texts.csvMargin, plan.overdrawn === null ? points(outcome.margin) : ''],
      [texts.csvChange, plan.overdrawn === null ? points(foundChange(outcome)) : ''],
      [texts.csvRounds, rounds.map(({ key }) => key).join(' ') || texts.csvNone],
    ]
    saveFile({
      name: texts.csvName(plannable.programme.key),
      blob: toCsv(rows, language === 'da' ? ';' : ','),
    })
  }
  return (
    <>
      <span className="plan-address">
        {texts.address} <CopyButton text={window.location.href} what={texts.copyAddress} />
      </span>
      <Button onClick={() => window.print()}>{texts.print}</Button>
      <Button onClick={save}>{texts.csv}</Button>
    </>
  )
}
