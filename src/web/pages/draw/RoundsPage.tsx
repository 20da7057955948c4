import { useQuery } from '@tanstack/react-query'
import { listRounds, type RoundSummary } from '../../../contract/draw/rounds.ts'
import { ask } from '../../api.ts'
import { formatPeriod } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { reviewWords } from './position-words.ts'

export function RoundsPage() {
  return (
    <Permitted action="round.read">
      <Rounds />
    </Permitted>
  )
}

function Rounds() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const query = useQuery(ask(listRounds, {}))
  const mayOpen = may('round.open')
  const action = (
    <>
      {may('results.read') && (
        <Link to={paths.comparison()} className={buttonClass('secondary')}>
          {texts.compare}
        </Link>
      )}
      {mayOpen && (
        <Link to={paths.newRound()} className={buttonClass('primary')}>
          {texts.open}
        </Link>
      )}
    </>
  )
  return (
    <>
      <PageHeading title={texts.listTitle} question={texts.listQuestion} actions={action} />
      <Answer query={query}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <EmptyState title={texts.none}>
              {texts.noneBody} {!mayOpen && texts.noneWait}
            </EmptyState>
          ) : (
            <RoundTable rounds={rounds} />
          )
        }
      </Answer>
    </>
  )
}

const stateKinds = { planned: 'neutral', open: 'active', closed: 'done' } as const

function RoundTable({ rounds }: { rounds: readonly RoundSummary[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const columns: readonly DataColumn<RoundSummary>[] = [
    {
      key: 'round',
      title: texts.round,
      rowHeader: true,
      render: (row) => <Link to={paths.round(row.key)}>{local(row.title)}</Link>,
    },
    {
      key: 'state',
      title: texts.state,
      render: (row) => <StatusTag kind={stateKinds[row.state]}>{texts.states[row.state]}</StatusTag>,
    },
    {
      key: 'period',
      title: texts.period,
      render: (row) => formatPeriod(row.periodFrom, row.periodTo, language),
    },
    {
      key: 'progress',
      title: texts.progress,
      render: (row) =>
        row.drawn + row.writtenOff === 0 ? (
          <span className="soft">{texts.notDrawn}</span>
        ) : (
          reviewWords(row, texts)
        ),
    },
  ]
  return (
    <DataTable
      caption={texts.listCaption}
      captionHidden
      columns={columns}
      rows={rounds}
      rowKey={(row) => row.key}
      stacked
    />
  )
}
