import type { getCase, ListedDeadline } from '../../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { formatDate, formatDateTime } from '../../../format/dates.ts'
import { caseSheet as da } from '../../../texts/da/case-sheet.ts'
import { caseSheet as en } from '../../../texts/en/case-sheet.ts'
import { caseflow as caseflowDa } from '../../../texts/da/caseflow.ts'
import { caseflow as caseflowEn } from '../../../texts/en/caseflow.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'

type Shown = CallOutput<typeof getCase>

/** What is to be done first, in one sentence. */
export function UrgentLine({ shown }: { shown: Shown }) {
  const texts = useTexts({ da, en })
  const { urgent } = shown.sheet
  const late = urgent.kind === 'overdue' || urgent.kind === 'agreement'
  return (
    <p className={late ? 'sheet-urgent late' : 'sheet-urgent'} role="note" aria-label={texts.urgent}>
      <UrgentWords shown={shown} />
    </p>
  )
}

function UrgentWords({ shown }: { shown: Shown }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const titleOf = useRuleTitle(shown)
  const { lateHours, lateDays, leftHours, leftDays } = useTexts({ da: caseflowDa, en: caseflowEn })
  const { urgent } = shown.sheet
  switch (urgent.kind) {
    case 'overdue': {
      const one = deadlineOf(shown, urgent.n)
      const by = one.lateBy ?? 0
      return texts.overdue(titleOf(one), one.dueAt === null ? lateDays(by) : lateHours(by), urgent.others)
    }
    case 'agreement':
      return texts.agreement(urgent.text, formatDate(urgent.dueOn, language), urgent.others)
    case 'due': {
      const one = deadlineOf(shown, urgent.n)
      const left = one.left ?? 0
      const day =
        one.dueAt === null ? formatDate(one.dueOn ?? '', language) : formatDateTime(one.dueAt, language)
      return texts.due(titleOf(one), day, one.dueAt === null ? leftDays(left) : leftHours(left))
    }
    case 'nothing':
      return texts.nothing
    case 'ended':
      return urgent.on === null
        ? texts.endedNever
        : texts.ended(formatDate(urgent.on, language), urgent.never)
  }
  return urgent satisfies never
}

function useRuleTitle({ rules }: Shown): (deadline: ListedDeadline) => string {
  const local = useLocal()
  return ({ rule, rules: set }) => {
    const found = rules.find((each) => each.key === rule && each.rules === set)
    return found === undefined ? rule : local(found.title)
  }
}

/** The server names one of those it sends. */
function deadlineOf({ deadlines }: Shown, n: number): ListedDeadline {
  const found = deadlines.find((each) => each.n === n)
  if (found === undefined) throw new Error(`no deadline ${n}`)
  return found
}
