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
import { WaitingPeriods } from './WaitingPeriods.tsx'

interface Line {
  readonly kind: RetentionKind
  /** What is in force. */
  readonly rule: RetentionRule | undefined
  /** The newest there is, whether it counts or not; a change says which one it replaces. */
  readonly newest: RetentionRule | undefined
}

/** What is in force for each kind, what waits for another person, and all other versions. */
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
          const lines = retentionKinds.map((kind): Line => {
            const versions = rules.filter((rule) => rule.kind === kind)
            return { kind, rule: versions.find(({ approved }) => approved === true), newest: versions[0] }
          })
          const waiting = lines.flatMap(({ newest }) => (newest?.approved === null ? [newest] : []))
          const others = rules
            .filter((rule) => !waiting.includes(rule) && !lines.some((line) => line.rule === rule))
            .map((rule) => ({ kind: rule.kind, rule, newest: undefined }))
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
                rows={lines}
                rowKey={({ kind }) => kind}
                stacked
              />
              {waiting.length > 0 && <WaitingPeriods rules={waiting} onDone={onDone} />}
              {others.length > 0 && (
                <Disclosure summary={texts.earlier}>
                  <DataTable
                    caption={texts.earlier}
                    captionHidden
                    columns={[
                      ...columns,
                      { key: 'version', title: texts.version, render: ({ rule }) => rule?.version },
                      { key: 'reason', title: texts.reason, render: ({ rule }) => rule?.reason },
                    ]}
                    rows={others}
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
          rule={changing.newest}
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
      render: ({ rule }) =>
        rule !== undefined &&
        `${texts.decidedBy(rule.by, formatDateTime(rule.at, language))}; ${judgedIn(texts, rule)}`,
    },
  ]
}

function judgedIn(texts: typeof da, { approved, judgedBy }: RetentionRule): string {
  if (approved === null || judgedBy === null) return texts.superseded
  return approved ? texts.approvedBy(judgedBy) : texts.refusedBy(judgedBy)
}
