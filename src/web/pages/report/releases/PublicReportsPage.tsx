import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { listPublicReleases } from '../../../../contract/report/releases.ts'
import { ask } from '../../../api.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useTexts } from '../../../texts/language.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ReleasedList } from './ReleasedList.tsx'

/** What a municipality has released for everybody; nobody need be signed in. */
export function PublicReportsPage() {
  const texts = useTexts({ da, en })
  const { municipality } = useParams({ from: '/public/$municipality' })
  const query = useQuery(ask(listPublicReleases, { params: { municipality } }))
  return (
    <PageAnswer query={query}>
      {({ municipality: name, demo, releases }) => (
        <>
          <PageHeading title={texts.publicTitle(name)} question={texts.publicQuestion} />
          {demo && <p className="note">{texts.demo}</p>}
          <p className="reading-width">{texts.publicNote}</p>
          <h2>{texts.released}</h2>
          {releases.length === 0 ? (
            <p>{texts.releasedEmpty}</p>
          ) : (
            <ReleasedList
              releases={releases}
              addressOf={(number, { language, format }) =>
                `/api/public/${municipality}/releases/${encodeURIComponent(number)}/file?lang=${language}&format=${format}`
              }
            />
          )}
        </>
      )}
    </PageAnswer>
  )
}
