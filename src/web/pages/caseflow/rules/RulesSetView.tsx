import type { PublishedRule, RulesSet } from '../../../../contract/caseflow/rules.ts'
import { listedDeadlineStates } from '../../../../contract/caseflow/deadlines.ts'
import { formatDate } from '../../../format/dates.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { rules as da } from '../../../texts/da/rules.ts'
import { rules as en } from '../../../texts/en/rules.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { RulesVersions } from './RulesVersions.tsx'

interface RulesSetViewProps {
  readonly set: RulesSet
  /** Given where the person may publish. */
  readonly onBringBack: ((version: number) => void) | undefined
}

/** The rules of one law or of one's own: what each asks, what it rests on, and how many deadlines it judged. */
export function RulesSetView({ set, onBringBack }: RulesSetViewProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const title = local(set.title)
  const day = (iso: string | null) => iso && formatDate(iso, language)
  const states = listedDeadlineStates.map((state): DataColumn<PublishedRule> => ({
    key: state,
    title: texts.columns[state],
    align: 'end',
    sortBy: (rule) => rule.states[state] ?? 0,
    render: (rule) => formatInteger(rule.states[state] ?? 0, language),
  }))
  return (
    <section aria-labelledby={`rules-${set.key}`}>
      <h2 id={`rules-${set.key}`}>{title}</h2>
      <p>
        {texts.version(set.version)}. {texts.period(day(set.from), day(set.to))}{' '}
        {set.saturdayCounts ? texts.saturday.counts : texts.saturday.closed}
        {set.alsoClosed.length > 0 &&
          ` ${texts.alsoClosed} ${set.alsoClosed.map((each) => texts.officeDays[each]).join(', ')}.`}
      </p>
      {set.status !== null && <p className="note">{local(set.status)}</p>}
      <DataTable
        caption={texts.caption(title)}
        captionHidden
        stacked
        columns={[
          {
            key: 'rule',
            title: texts.columns.rule,
            rowHeader: true,
            className: 'wide',
            sortBy: ({ id }) => id,
            render: (rule: PublishedRule) => (
              <>
                {rule.id} {local(rule.text)}
                {rule.note !== null && <span className="cell-note">{local(rule.note)}</span>}
              </>
            ),
          },
          { key: 'limit', title: texts.columns.limit, render: ({ limit }) => local(limit) },
          { key: 'basis', title: texts.columns.basis, render: ({ basis }) => basis },
          {
            key: 'confidence',
            title: texts.columns.confidence,
            sortBy: ({ confidence }) => texts.confidences[confidence],
            render: ({ confidence }) => texts.confidences[confidence],
          },
          ...states,
        ]}
        rows={set.rules}
        rowKey={({ id }) => id}
      />
      <RulesVersions set={set} title={title} onBringBack={onBringBack} />
    </section>
  )
}
