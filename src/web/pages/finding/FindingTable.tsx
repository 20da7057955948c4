import type { FindingSummary } from '../../../contract/finding/finding.ts'
import { formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { CriticalMark } from './CriticalMark.tsx'
import { FindingState } from './FindingState.tsx'
import { PutOff } from './PutOff.tsx'
import { shortName, useErrorWords } from './finding-words.ts'

interface FindingTableProps {
  readonly findings: readonly FindingSummary[]
  readonly marked: ReadonlySet<string>
  readonly onMark: (id: string, on: boolean) => void
}

export function FindingTable({ findings, marked, onMark }: FindingTableProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const errorWords = useErrorWords()
  const { columns: titles } = texts
  const columns: readonly DataColumn<FindingSummary>[] = [
    {
      key: 'choose',
      title: titles.choose,
      className: 'choice-cell',
      render: (one) => (
        <Checkbox checked={marked.has(one.id)} onChange={(on) => onMark(one.id, on)} labelHidden>
          {texts.chooseOne(shortName(one))}
        </Checkbox>
      ),
    },
    {
      key: 'finding',
      title: titles.finding,
      rowHeader: true,
      className: 'wide',
      render: (one) => (
        <>
          <Link to={paths.finding(one.id)}>{errorWords(one)}</Link>
          <span className="cell-note">{texts.caseAndStage(one.caseId, local(one.stage.title))}</span>
          <PutOff of={one} />
          <CriticalMark critical={one.critical} />
        </>
      ),
    },
    { key: 'unit', title: titles.unit, render: ({ unit }) => unit.name },
    {
      key: 'severity',
      title: titles.severity,
      render: ({ severity }) => texts.severities[severity],
    },
    { key: 'responsible', title: titles.responsible, render: ({ responsible }) => responsible?.name ?? '–' },
    {
      key: 'due',
      title: titles.due,
      align: 'end',
      render: ({ due, planBy }) =>
        due !== null
          ? formatShortDate(due, language)
          : planBy === null
            ? '–'
            : texts.planBy(formatShortDate(planBy, language)),
    },
    { key: 'state', title: titles.state, render: (one) => <FindingState of={one} /> },
  ]
  return (
    <DataTable
      caption={texts.caption}
      captionHidden
      columns={columns}
      rows={findings}
      rowKey={({ id }) => id}
      stacked
    />
  )
}
