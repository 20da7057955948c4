import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listReleased, listReleases, type ReleaseSummary } from '../../../../contract/report/releases.ts'
import { ask } from '../../../api.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { paths } from '../../../paths.ts'
import { useMay } from '../../../session.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { reportFigures as figuresDa } from '../../../texts/da/report-figures.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { reportFigures as figuresEn } from '../../../texts/en/report-figures.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { FigureSearch } from '../figures/FigureSearch.tsx'
import { NewRelease } from './NewRelease.tsx'
import { ReleasedList } from './ReleasedList.tsx'
import { ReleaseState } from './ReleaseState.tsx'

/** What is released, and for those who make reports what is on its way. */
export function ReleasesPage() {
  return (
    <Permitted action="released.read">
      <View />
    </Permitted>
  )
}

function View() {
  const texts = useTexts({ da, en })
  const figureTexts = useTexts({ da: figuresDa, en: figuresEn })
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const released = useQuery({ ...ask(listReleased, {}), refetchOnMount: 'always' as const })
  return (
    <>
      <PageHeading
        title={texts.title}
        question={texts.question}
        actions={may('release.write') && <Button onClick={() => setAsking(true)}>{texts.begin}</Button>}
      />
      {may('release.read') && <OnTheWay />}
      <h2>{texts.released}</h2>
      <PageAnswer query={released}>
        {({ releases }) =>
          releases.length === 0 ? (
            <p>{texts.releasedEmpty}</p>
          ) : (
            <ReleasedList
              releases={releases}
              addressOf={(number, { language, format }) =>
                `/api/released/${encodeURIComponent(number)}/file?lang=${language}&format=${format}`
              }
            />
          )
        }
      </PageAnswer>
      <h2>{figureTexts.searchTitle}</h2>
      <FigureSearch />
      {asking && <NewRelease corrects={null} onClose={() => setAsking(false)} />}
    </>
  )
}

function OnTheWay() {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const query = useQuery({ ...ask(listReleases, {}), refetchOnMount: 'always' as const })
  const columns: readonly DataColumn<ReleaseSummary>[] = [
    {
      key: 'report',
      title: texts.report,
      rowHeader: true,
      render: ({ id, title }) => <Link to={paths.release(id)}>{local(title)}</Link>,
    },
    { key: 'edition', title: texts.edition, render: ({ edition }) => texts.editions[edition] },
    { key: 'state', title: texts.state, render: ({ state }) => <ReleaseState state={state} /> },
    {
      key: 'begun',
      title: texts.begunOn,
      render: ({ createdAt }) => formatShortDate(createdAt.slice(0, 10), language),
    },
  ]
  return (
    <>
      <h2>{texts.onTheWay}</h2>
      <PageAnswer query={query}>
        {({ releases }) =>
          releases.length === 0 ? (
            <p>{texts.onTheWayEmpty}</p>
          ) : (
            <DataTable
              caption={texts.onTheWay}
              captionHidden
              stacked
              columns={columns}
              rows={releases}
              rowKey={({ id }) => id}
            />
          )
        }
      </PageAnswer>
    </>
  )
}
