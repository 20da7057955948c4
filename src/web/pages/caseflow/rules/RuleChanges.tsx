import type { checkRules } from '../../../../contract/caseflow/rules.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { rules as da } from '../../../texts/da/rules.ts'
import { rules as en } from '../../../texts/en/rules.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'

type Difference = CallOutput<typeof checkRules>['difference']
type Change = Difference['rules'][number]

/** Rule by rule what another version changes: wording, limit and basis before and after. */
export function RuleChanges({ difference: { common, rules } }: { difference: Difference }) {
  const texts = useTexts({ da, en })
  const titles = texts.changeColumns
  return (
    <>
      {common.length > 0 && (
        <p>
          {texts.commonChanged} {common.map((part) => texts.commonParts[part]).join(', ')}.
        </p>
      )}
      {rules.length === 0 ? (
        <p>{texts.noDifference}</p>
      ) : (
        <DataTable
          caption={texts.changesCaption}
          stacked
          columns={[
            { key: 'rule', title: titles.rule, rowHeader: true, render: ({ id }: Change) => id },
            {
              key: 'change',
              title: titles.change,
              render: ({ before, after, parts }) =>
                before === null
                  ? texts.added
                  : after === null
                    ? texts.removed
                    : parts.map((part) => texts.parts[part]).join(', '),
            },
            {
              key: 'before',
              title: titles.before,
              className: 'wide',
              render: ({ before }) => <Face of={before} />,
            },
            {
              key: 'after',
              title: titles.after,
              className: 'wide',
              render: ({ after }) => <Face of={after} />,
            },
          ]}
          rows={rules}
          rowKey={({ id }) => id}
        />
      )}
    </>
  )
}

function Face({ of }: { of: Change['before'] }) {
  const local = useLocal()
  if (of === null) return '–'
  return (
    <>
      {local(of.text)}: {local(of.limit)}
      <span className="cell-note">{of.basis}</span>
    </>
  )
}
