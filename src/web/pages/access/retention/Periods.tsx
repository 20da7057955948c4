import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readRetention, type RetentionRule } from '../../../../contract/access/retention/retention.ts'
import { kindTexts, retentionKinds, type RetentionKind } from '../../../../core/access/retention/kinds.ts'
import { ask } from '../../../api.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { retention as da } from '../../../texts/da/retention.ts'
import { retention as en } from '../../../texts/en/retention.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { PeriodDialog } from './PeriodDialog.tsx'

type Line = { readonly kind: RetentionKind; readonly rule: RetentionRule | undefined }

/** What is in force for each kind, and the versions before it. */
export function Periods({ onDone }: { onDone: (note: string) => void }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const query = useQuery(ask(readRetention, {}))
  const [changing, setChanging] = useState<Line | null>(null)
  const columns = useRuleColumns()
  return (
    <section aria-labelledby="retention-periods">
      <h2 id="retention-periods">{texts.periods}</h2>
      <Answer query={query}>
        {({ rules }) => {
          const newest = retentionKinds.map((kind) => ({
            kind,
            rule: rules.find((rule) => rule.kind === kind),
          }))
          const earlier = rules
            .filter((rule) => !newest.some((line) => line.rule === rule))
            .map((rule) => ({ kind: rule.kind, rule }))
          return (
            <>
              <DataTable
                caption={texts.periodsCaption}
                captionHidden
                columns={[
                  ...columns,
                  {
                    key: 'act',
                    title: texts.act,
                    render: (line) => (
                      <Button
                        variant="tertiary"
                        aria-label={texts.changeNamed(local(kindTexts[line.kind].name))}
                        onClick={() => setChanging(line)}
                      >
                        {texts.change}
                      </Button>
                    ),
                  },
                ]}
                rows={newest}
                rowKey={({ kind }) => kind}
                stacked
              />
              {earlier.length > 0 && (
                <Disclosure summary={texts.earlier}>
                  <DataTable
                    caption={texts.earlier}
                    captionHidden
                    columns={[
                      ...columns,
                      { key: 'version', title: texts.version, render: ({ rule }) => rule?.version },
                      { key: 'reason', title: texts.reason, render: ({ rule }) => rule?.reason },
                    ]}
                    rows={earlier}
                    rowKey={({ kind, rule }) => `${kind} ${rule.version}`}
                    stacked
                  />
                </Disclosure>
              )}
            </>
          )
        }}
      </Answer>
      {changing !== null && (
        <PeriodDialog
          kind={changing.kind}
          rule={changing.rule}
          onClose={() => setChanging(null)}
          onDone={() => {
            setChanging(null)
            onDone(texts.saved(local(kindTexts[changing.kind].name)))
          }}
        />
      )}
    </section>
  )
}

function useRuleColumns(): readonly DataColumn<Line>[] {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  return [
    { key: 'kind', title: texts.kind, rowHeader: true, render: ({ kind }) => local(kindTexts[kind].name) },
    { key: 'from', title: texts.from, render: ({ kind }) => local(kindTexts[kind].from) },
    {
      key: 'months',
      title: texts.months,
      render: ({ rule }) => {
        if (rule === undefined) return <span className="soft">{texts.undecided}</span>
        return rule.months === null ? texts.kept : texts.period(rule.months)
      },
    },
    {
      key: 'basis',
      title: texts.basis,
      render: ({ rule }) =>
        rule !== undefined &&
        (rule.basis === null ? (
          <span className="soft">{texts.noBasis}</span>
        ) : (
          `${rule.basis} (${rule.confirmed ? texts.confirmed : texts.unconfirmed})`
        )),
    },
    {
      key: 'decided',
      title: texts.decided,
      render: ({ rule }) => rule !== undefined && texts.decidedBy(rule.by, formatDateTime(rule.at, language)),
    },
  ]
}
