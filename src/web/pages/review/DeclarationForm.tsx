import { useEffect, useRef, useState } from 'react'
import { declareIndependence } from '../../../contract/review/independence.ts'
import { getReview, type Review } from '../../../contract/review/review.ts'
import { useSend } from '../../api.ts'
import { independence as da } from '../../texts/da/independence.ts'
import { independence as en } from '../../texts/en/independence.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { CaseFacts } from './CaseFacts.tsx'
import { ConflictForm } from './ConflictForm.tsx'

/** Before the first answer: the reviewer sees whose case it is and says whether they can judge it. */
export function DeclarationForm({ review }: { review: Review }) {
  const texts = useTexts({ da, en })
  const send = useSend(declareIndependence, [getReview])
  const [conflict, setConflict] = useState(false)
  // One key and the review begins.
  const choice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!conflict) choice.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [conflict])
  return (
    <div className="review-layout finished">
      <section aria-labelledby="declaration">
        <h2 id="declaration">{texts.title}</h2>
        <p>{texts.what}</p>
        {conflict ? (
          <ConflictForm review={review.id} onCancel={() => setConflict(false)} />
        ) : (
          <>
            {send.isError && <Problem error={send.error} />}
            <div className="button-row" ref={choice}>
              <Button
                variant="primary"
                busy={send.isPending}
                onClick={() =>
                  send.mutate({ params: { review: review.id }, body: { verdict: 'independent', note: null } })
                }
              >
                {texts.yes}
              </Button>
              <Button onClick={() => setConflict(true)}>{texts.no}</Button>
            </div>
          </>
        )}
      </section>
      <CaseFacts review={review} />
    </div>
  )
}
