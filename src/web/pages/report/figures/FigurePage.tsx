import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { findFigure } from '../../../../contract/report/figures.ts'
import { ask } from '../../../api.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { paths } from '../../../paths.ts'
import { releases as releasesDa } from '../../../texts/da/releases.ts'
import { reportFigures as da } from '../../../texts/da/report-figures.ts'
import { releases as releasesEn } from '../../../texts/en/releases.ts'
import { reportFigures as en } from '../../../texts/en/report-figures.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { FigurePlaceView } from './FigurePlaceView.tsx'
import { FigureSearch } from './FigureSearch.tsx'

/** A number that somebody found in a report: every released edition that prints it, and what it was made of. */
export function FigurePage() {
  return (
    <Permitted action="released.read">
      <Loaded />
    </Permitted>
  )
}

function Loaded() {
  const texts = useTexts({ da, en })
  const { title } = useTexts({ da: releasesDa, en: releasesEn })
  const { _splat: id = '' } = useParams({ from: '/figures/$' })
  const language = useLanguage()
  const local = useLocal()
  const query = useQuery(ask(findFigure, { query: { id } }))
  return (
    <>
      <Breadcrumb above={[{ title, to: paths.reports() }]} />
      <PageHeading title={texts.title} question={texts.question} />
      <FigureSearch key={id} id={id} />
      <PageAnswer query={query}>
        {({ places, matches }) => (
          <>
            {places.length === 0 && matches.length === 0 && <output>{texts.none}</output>}
            {places.map((place) => (
              <FigurePlaceView key={place.number} id={id} place={place} />
            ))}
            {matches.length > 0 && (
              <DataTable
                caption={texts.matches(formatInteger(matches.length, language))}
                stacked
                columns={[
                  {
                    key: 'label',
                    title: texts.match,
                    rowHeader: true,
                    render: (match) => (
                      <>
                        <Link to={paths.figure(match.id)}>{local(match.label)}</Link>
                        <br />
                        <code className="digest small">{match.id}</code>
                      </>
                    ),
                  },
                  { key: 'printed', title: texts.printed, render: ({ printed }) => local(printed) },
                  { key: 'report', title: texts.report, render: ({ number }) => number },
                ]}
                rows={matches}
                rowKey={(match) => match.id}
              />
            )}
          </>
        )}
      </PageAnswer>
    </>
  )
}
