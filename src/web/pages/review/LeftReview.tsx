import { useState } from 'react'
import { paths } from '../../paths.ts'
import { drafts as da } from '../../texts/da/drafts.ts'
import { drafts as en } from '../../texts/en/drafts.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Link } from '../../ui/Link.tsx'
import { findNoted } from './note-name.ts'
import { wholeReview } from './send-answers.ts'
import type { LeftEntry } from './send-left.ts'

interface LeftReviewProps {
  readonly entry: LeftEntry
  /** Stands on the review's own page. */
  readonly here: boolean
  readonly onDiscard: () => void
}

/** One review's answers that were on this computer only: what became of them, and what can be done. */
export function LeftReview({ entry, here, onDiscard }: LeftReviewProps) {
  const texts = useTexts({ da, en })
  const [asking, setAsking] = useState(false)
  const { left, outcome } = entry
  const { caseId, review, drafts, asked = {} } = left
  const local = useLocal()
  const named = (name: string) => {
    const noted = findNoted(name)
    const question = asked[noted ?? name]
    if (question === undefined) return name === wholeReview ? texts.whole : texts.question(noted ?? name)
    const which = `${texts.question(question.number)} (${local(question.text)})`
    return noted === undefined ? which : texts.noteTo(which)
  }
  const stays = outcome?.kind === 'refused' || outcome?.kind === 'conflict'
  return (
    <div>
      <p>
        <output>{wordsOf(entry, texts)}</output>
      </p>
      {outcome?.kind === 'refused' && (
        <>
          <p>{texts.kept}</p>
          <Disclosure summary={texts.show}>
            <ul>
              {drafts.map(({ question, content }) => {
                const { answer, value, comment, evidenceReference } = content
                const said = answer === null ? (value ?? texts.noAnswer) : texts.answers[answer]
                const textAlone = question === wholeReview || findNoted(question) !== undefined
                const parts = textAlone ? [comment] : [said, comment, evidenceReference]
                return (
                  <li key={question}>
                    <strong>{named(question)}:</strong> {parts.filter((part) => part !== null).join('. ')}
                  </li>
                )
              })}
            </ul>
          </Disclosure>
        </>
      )}
      {stays && (
        <div className="button-row">
          {!here && <Link to={paths.review(review)}>{texts.open}</Link>}
          <Button onClick={() => setAsking(true)}>{texts.discard}</Button>
        </div>
      )}
      <ConfirmDialog
        title={texts.discardTitle}
        open={asking}
        onClose={() => setAsking(false)}
        action={texts.discard}
        onConfirm={onDiscard}
        busy={false}
        error={null}
      >
        <p>{texts.discardBody(caseId)}</p>
      </ConfirmDialog>
    </div>
  )
}

function wordsOf({ left, outcome }: LeftEntry, texts: typeof da): string {
  const { caseId, drafts } = left
  if (outcome === undefined) return texts.sending(caseId)
  switch (outcome.kind) {
    case 'sent':
      return texts.sent(caseId, drafts.length)
    case 'refused':
      return texts.refused(caseId, outcome.reason)
    case 'conflict':
      return texts.conflict(caseId)
    case 'offline':
      return texts.offline(caseId)
  }
  return outcome satisfies never
}
