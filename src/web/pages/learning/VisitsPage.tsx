import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { listVisits, type VisitRow } from '../../../contract/learning/visits.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { UnitLinks } from './UnitLinks.tsx'
import { VisitState } from './VisitState.tsx'

export function VisitsPage() {
  const { unit } = useParams({ from: '/units/$unit/visits' })
  const query = useQuery({ ...ask(listVisits, { params: { unit } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(list) => <View list={list} />}</PageAnswer>
}

function View({ list }: { list: CallOutput<typeof listVisits> }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { unit, mayLead, visits, today } = list
  const next = visits.findLast(({ state, day }) => state === 'planned' && day >= today)
  const planLink = (
    <Link className={buttonClass('primary')} to={paths.newVisit(unit.id)}>
      {texts.plan}
    </Link>
  )
  const columns: readonly DataColumn<VisitRow>[] = [
    {
      key: 'day',
      title: texts.day,
      rowHeader: true,
      sortBy: ({ day }) => day,
      render: ({ id, day, followUp }) => (
        <>
          <Link to={paths.visit(id)}>{formatDate(day, language)}</Link>
          {followUp && <span className="soft"> ({texts.followUp})</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: texts.state,
      render: ({ state, day }) => <VisitState state={state} day={day} today={today} />,
    },
    {
      key: 'round',
      title: texts.round,
      render: ({ round }) => (round === null ? <span className="soft">{texts.noRound}</span> : local(round)),
    },
    {
      key: 'points',
      title: texts.points,
      render: ({ openPoints, points }) => texts.pointsOpen(openPoints, points),
    },
  ]
  return (
    <>
      <Breadcrumb above={[{ title: texts.learning, to: paths.learning() }]} />
      <PageHeading
        title={`${texts.title}, ${unit.name}`}
        question={next === undefined ? texts.noneAhead : texts.nextIs(formatDate(next.day, language))}
        actions={mayLead && visits.length > 0 && planLink}
      />
      <UnitLinks unit={unit} here="visits" />
      {visits.length === 0 ? (
        <EmptyState title={texts.noneTitle} action={mayLead && planLink}>
          {mayLead ? texts.noneLead : texts.noneRead}
        </EmptyState>
      ) : (
        <DataTable
          caption={texts.caption}
          captionHidden
          stacked
          columns={columns}
          rows={visits}
          rowKey={({ id }) => id}
        />
      )}
    </>
  )
}
