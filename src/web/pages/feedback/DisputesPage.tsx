import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listCorrectionRequests, listDisputes } from '../../../contract/review/disputes.ts'
import { ask } from '../../api.ts'
import { useMay } from '../../session.ts'
import { disputes as da } from '../../texts/da/disputes.ts'
import { disputes as en } from '../../texts/en/disputes.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { NotPermittedPage } from '../NotPermittedPage.tsx'
import { DisputeCard } from './DisputeCard.tsx'

/** For leaders: what their people dispute. For those who lead the audit: what they are asked to have corrected. */
export function DisputesPage() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const [follows, corrects] = [may('feedback.follow-up'), may('feedback.correction')]
  if (!follows && !corrects) return <NotPermittedPage />
  return (
    <>
      <PageHeading title={follows ? texts.title : texts.correctionsTitle} question={texts.question} />
      {follows && <Disputes />}
      {corrects && (
        <section>
          <h2 className={follows ? undefined : 'visually-hidden'}>{texts.correctionsTitle}</h2>
          <Corrections />
        </section>
      )}
    </>
  )
}

function Disputes() {
  const texts = useTexts({ da, en })
  const query = useQuery({ ...ask(listDisputes, {}), refetchOnMount: 'always' as const })
  const [said, setSaid] = useState('')
  return (
    <>
      <output className="done-note">{said}</output>
      <Answer query={query}>
        {({ disputes }) => {
          const open = disputes.filter(({ outcome }) => outcome === null)
          const ended = disputes.filter(({ outcome }) => outcome !== null)
          return (
            <>
              {open.length === 0 && <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>}
              {open.length > 0 && <h2>{texts.openHeading}</h2>}
              {open.map((dispute) => (
                <DisputeCard
                  key={dispute.id}
                  dispute={dispute}
                  onAnswered={(outcome) => setSaid(texts.answered[outcome])}
                />
              ))}
              {ended.length > 0 && (
                <section>
                  <h2>{texts.endedHeading}</h2>
                  {ended.map((dispute) => (
                    <DisputeCard key={dispute.id} dispute={dispute} />
                  ))}
                </section>
              )}
            </>
          )
        }}
      </Answer>
    </>
  )
}

function Corrections() {
  const texts = useTexts({ da, en })
  const query = useQuery({ ...ask(listCorrectionRequests, {}), refetchOnMount: 'always' as const })
  return (
    <Answer query={query}>
      {({ disputes }) =>
        disputes.length === 0 ? (
          <EmptyState title={texts.noCorrections}>{texts.noCorrectionsBody}</EmptyState>
        ) : (
          disputes.map((dispute) => <DisputeCard key={dispute.id} dispute={dispute} />)
        )
      }
    </Answer>
  )
}
