import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { acceptFeedback, getFeedback, type Feedback } from '../../../contract/review/feedback.ts'
import { ask, useSend } from '../../api.ts'
import { paths } from '../../paths.ts'
import { feedback as da } from '../../texts/da/feedback.ts'
import { feedback as en } from '../../texts/en/feedback.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PointCard } from './PointCard.tsx'
import { Strengths } from './Strengths.tsx'

export function FeedbackPage() {
  return (
    <Permitted action="feedback.own">
      <OneFeedback />
    </Permitted>
  )
}

function OneFeedback() {
  const { review } = useParams({ from: '/feedback/$review' })
  const query = useQuery({ ...ask(getFeedback, { params: { review } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(found) => <FeedbackView found={found} />}</PageAnswer>
}

function FeedbackView({ found }: { found: Feedback }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [said, setSaid] = useState('')
  const { points, strengths, comment, programmeStatus } = found
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.ownFeedback() }]} />
      <PageHeading
        title={texts.caseTitle(found.caseId)}
        question={`${local(found.stage)}, ${found.unit}. ${local(found.round)}.`}
      />
      <output className="done-note">{said}</output>
      {found.correcting ? (
        <EmptyState title={texts.correctingTitle}>{texts.correctingBody}</EmptyState>
      ) : (
        <>
          {strengths.length > 0 && <Strengths strengths={strengths} />}
          {comment !== null && (
            <section>
              <h2>{texts.overall}</h2>
              <blockquote className="reading-width">{comment}</blockquote>
            </section>
          )}
          <section>
            <h2>{texts.pointsHeading}</h2>
            {points.length === 0 ? (
              <p>{texts.noPoints}</p>
            ) : (
              <>
                <p className="reading-width">{texts.pointsWhat}</p>
                {points.map((point) => (
                  <PointCard
                    key={point.question}
                    review={found.review}
                    point={point}
                    onReplied={(kind) => setSaid(texts.said[kind])}
                  />
                ))}
              </>
            )}
          </section>
          <TakeNote found={found} onDone={() => setSaid(texts.noted)} />
          <p className="soft small reading-width">{texts.whoSees}</p>
          {programmeStatus !== null && <p className="soft small reading-width">{local(programmeStatus)}</p>}
        </>
      )}
    </>
  )
}

/** Ends it in one press: read, and in agreement with what is left. */
function TakeNote({ found, onDone }: { found: Feedback; onDone: () => void }) {
  const texts = useTexts({ da, en })
  const send = useSend(acceptFeedback)
  const left = found.points.some(({ reply, nowInOrder }) => reply === null && !nowInOrder)
  if (found.read && !left) return null
  const replied = found.points.some(({ reply }) => reply !== null)
  const accept = () => send.mutate({ params: { review: found.review } }, { onSuccess: onDone })
  return (
    <section>
      {send.isError && <Problem error={send.error} />}
      <Button variant="primary" busy={send.isPending} onClick={accept}>
        {!left ? texts.haveRead : replied ? texts.acceptRest : texts.acceptAll}
      </Button>
    </section>
  )
}
