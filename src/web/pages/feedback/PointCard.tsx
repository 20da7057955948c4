import { useState } from 'react'
import { replyToPoint, type FeedbackPoint } from '../../../contract/review/feedback.ts'
import type { ReplyKind } from '../../../core/review/feedback.ts'
import { useSend } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { feedback as da } from '../../texts/da/feedback.ts'
import { feedback as en } from '../../texts/en/feedback.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WordsForm } from './WordsForm.tsx'

interface PointCardProps {
  readonly review: string
  readonly point: FeedbackPoint
  readonly onReplied: (kind: ReplyKind) => void
}

/** A point that was not in order: what was found, what the law says, and what the caseworker thinks of it. */
export function PointCard({ review, point, onReplied }: PointCardProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { number, text, section, comment, law, guidance, reply, nowInOrder } = point
  return (
    <article className="feedback-point">
      <p className="soft small">{local(section)}</p>
      <h3>
        <span className="numeric soft">{number}</span> {local(text)}
      </h3>
      {nowInOrder && <StatusTag kind="done">{texts.nowInOrder}</StatusTag>}
      {comment === null ? (
        <p className="soft">{texts.noComment}</p>
      ) : (
        <blockquote className="reading-width">{comment}</blockquote>
      )}
      {(law !== null || guidance !== null) && (
        <Disclosure summary={law === null ? texts.guidance : texts.law(law.reference)}>
          {law !== null && (
            <p>
              <strong>{law.reference}</strong>
              <br />
              <span className="soft small">{local(law.title)}</span>
            </p>
          )}
          {guidance !== null && <p>{local(guidance)}</p>}
        </Disclosure>
      )}
      {reply !== null && <Replied reply={reply} />}
      {reply === null && !nowInOrder && <ReplyForm review={review} point={point} onReplied={onReplied} />}
    </article>
  )
}

function Replied({ reply }: { reply: NonNullable<FeedbackPoint['reply']> }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { kind, words, at, outcome } = reply
  return (
    <div className="feedback-reply">
      <p>
        <StatusTag kind={kind === 'accepted' ? 'done' : 'attention'}>{texts.replies[kind]}</StatusTag>{' '}
        <span className="soft small">{formatDate(at, language)}</span>
      </p>
      {words !== null && <blockquote className="reading-width">{words}</blockquote>}
      {kind === 'disputed' && outcome === null && <p className="soft">{texts.waitsForLeader}</p>}
      {outcome !== null && (
        <>
          <p>
            <strong>{texts.outcomes[outcome.outcome]}</strong>{' '}
            <span className="soft small">{formatDate(outcome.at, language)}</span>
          </p>
          <blockquote className="reading-width">{outcome.words}</blockquote>
        </>
      )}
    </div>
  )
}

function ReplyForm({ review, point, onReplied }: PointCardProps) {
  const texts = useTexts({ da, en })
  const send = useSend(replyToPoint)
  const [disputing, setDisputing] = useState(false)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const params = { review, question: point.question }
  const reply = (
    body:
      | { readonly kind: 'accepted'; readonly words: null }
      | { readonly kind: 'disputed'; readonly words: string },
  ) => send.mutate({ params, body }, { onSuccess: () => onReplied(body.kind) })
  const dispute = () => {
    const text = words.trim()
    setMissing(text === '')
    if (text !== '' && !send.isPending) reply({ kind: 'disputed', words: text })
  }
  if (!disputing)
    return (
      <>
        {send.isError && <Problem error={send.error} />}
        <div className="button-row">
          <Button
            busy={send.isPending}
            aria-label={texts.acceptNamed(point.number)}
            onClick={() => reply({ kind: 'accepted', words: null })}
          >
            {texts.accept}
          </Button>
          <Button
            variant="tertiary"
            aria-label={texts.disputeNamed(point.number)}
            onClick={() => setDisputing(true)}
          >
            {texts.dispute}
          </Button>
        </div>
      </>
    )
  return (
    <WordsForm
      texts={{ label: texts.why, hint: texts.whyHint, send: texts.sendDispute, cancel: texts.cancel }}
      words={words}
      error={missing ? texts.whyMissing : undefined}
      sending={send}
      onWords={setWords}
      onSend={dispute}
      onCancel={() => setDisputing(false)}
      focused
    />
  )
}
