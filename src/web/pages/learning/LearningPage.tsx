import { useQuery } from '@tanstack/react-query'
import { listLearningUnits, type VisitRow } from '../../../contract/learning/visits.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask } from '../../api.ts'
import { formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { VisitState } from './VisitState.tsx'

type UnitRow = CallOutput<typeof listLearningUnits>['units'][number]

/** Where a unit's learning is found. */
export function LearningPage() {
  const query = useQuery({ ...ask(listLearningUnits, {}), refetchOnMount: 'always' as const })
  return (
    <Permitted action="learning.read">
      <PageAnswer query={query}>{({ units, today }) => <View units={units} today={today} />}</PageAnswer>
    </Permitted>
  )
}

function View({ units, today }: { units: readonly UnitRow[]; today: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const day = (visit: VisitRow | null, otherwise: string) =>
    visit === null ? (
      <span className="soft">{otherwise}</span>
    ) : (
      <Link to={paths.visit(visit.id)}>{formatShortDate(visit.day, language)}</Link>
    )
  const columns: readonly DataColumn<UnitRow>[] = [
    {
      key: 'unit',
      title: texts.unit,
      rowHeader: true,
      render: ({ id, name }) => <Link to={paths.unit(id)}>{name}</Link>,
    },
    {
      key: 'next',
      title: texts.next,
      sortBy: ({ next }) => next?.day ?? null,
      render: ({ next }) => (
        <>
          {day(next, texts.notPlanned)}{' '}
          {next !== null && next.day < today && (
            <VisitState state={next.state} day={next.day} today={today} />
          )}
        </>
      ),
    },
    {
      key: 'last',
      title: texts.last,
      sortBy: ({ last }) => last?.day ?? null,
      render: ({ last }) => day(last, texts.never),
    },
    { key: 'points', title: texts.openPoints, align: 'end', render: ({ openPoints }) => openPoints },
    {
      key: 'links',
      title: texts.learning,
      render: ({ id, name }) => (
        <span className="visit-links">
          {(
            [
              ['visits', paths.visits(id)],
              ['strengths', paths.strengths(id)],
              ['fourBox', paths.fourBox(id)],
              ['goals', paths.goals({ unit: id })],
            ] as const
          ).map(([key, to]) => (
            <Link key={key} to={to}>
              {texts.links[key]}
              <span className="visually-hidden">, {name}</span>
            </Link>
          ))}
        </span>
      ),
    },
  ]
  return (
    <>
      <PageHeading title={texts.learning} question={texts.learningQuestion(units.length)} />
      {units.length === 0 ? (
        <EmptyState title={texts.learningNone}>{texts.learningNoneBody}</EmptyState>
      ) : (
        <DataTable
          caption={texts.unitsCaption}
          captionHidden
          stacked
          columns={columns}
          rows={units}
          rowKey={({ id }) => id}
        />
      )}
    </>
  )
}
