import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import {
  listCandidates,
  moveReviews,
  type AssignedReview,
  type Candidate,
} from '../../../contract/review/assignment.ts'
import { ask, useSend } from '../../api.ts'
import { formatHours } from '../../format/durations.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useOutcomeWords } from './outcome-words.ts'

interface MoveDialogProps {
  readonly round: string
  readonly reviews: readonly AssignedReview[]
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

/** Stands where a person's id would: the second place, which nobody holds. */
const emptySecond = 'second'
/** Stands where a person's id would: nobody takes the place over. */
const nobody = 'nobody'

function placeOf(from: string): { readonly place?: 'second'; readonly from?: string } {
  if (from === emptySecond) return { place: 'second' }
  return from === '' ? {} : { from }
}

/** Who takes the chosen reviews over, and why. */
export function MoveDialog(props: MoveDialogProps) {
  const { round, reviews } = props
  const texts = useTexts({ da, en })
  const lacking = reviews.filter(({ lacksSecond }) => lacksSecond)
  // Where every chosen review lacks its second, that is what is missing.
  const [from, setFrom] = useState(lacking.length === reviews.length ? emptySecond : '')
  const query = useQuery({
    ...ask(listCandidates, {
      params: { round },
      // The address carries the ids as one text; the contract reads them back apart.
      query: { reviews: reviews.map(({ id }) => id).join(','), ...placeOf(from) },
    }),
    staleTime: 0,
  })
  const pairs = reviews.filter((review) => review.reviewers.length > 1)
  const seconds = new Map(pairs.flatMap((pair) => pair.reviewers.slice(1)).map(({ id, name }) => [id, name]))
  return (
    <Dialog title={texts.moveTitle(reviews.length)} open onClose={props.onClose}>
      {(seconds.size > 0 || lacking.length > 0) && (
        <Field label={texts.place}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={from}
              onChange={({ target }) => setFrom(target.value)}
            >
              <option value="">{texts.placeAll}</option>
              {lacking.length > 0 && <option value={emptySecond}>{texts.placeEmpty}</option>}
              {[...seconds].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Answer query={query}>
        {({ candidates }) => (
          <Choice
            key={from}
            {...props}
            reviews={from === emptySecond ? lacking : reviews}
            from={from}
            candidates={candidates}
          />
        )}
      </Answer>
    </Dialog>
  )
}

interface ChoiceProps extends MoveDialogProps {
  readonly from: string
  readonly candidates: readonly Candidate[]
}

function Choice({ round, reviews, from, candidates, onClose, onDone }: ChoiceProps) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const language = useLanguage()
  const outcome = useOutcomeWords()
  const send = useSend(moveReviews)
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const fills = from === emptySecond
  const takes = !fills && reviews.some(({ reviewers }) => reviewers.length > 0)
  // Of two the other can go on alone.
  const mayEnd = !fills && reviews.every(({ reviewers }) => reviewers.length > 1)
  const able = candidates.filter(({ can }) => can > 0)
  const unable = candidates.filter(({ cannot }) => cannot.length > 0)
  const reasonMissing = takes && reason.trim() === ''

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (to === '' || reasonMissing || send.isPending) return
    const moves = reviews.map(({ id, reviewers }) => ({
      review: id,
      from: fills ? null : ((reviewers.find((each) => each.id === from) ?? reviewers[0])?.id ?? null),
      ...(fills && { place: 'second' as const }),
      to: to === nobody ? null : to,
    }))
    send.mutate(
      { params: { round }, body: { moves, reason: reason.trim() === '' ? null : reason } },
      { onSuccess: (answer) => onDone(outcome(answer)) },
    )
  }
  return (
    <form noValidate onSubmit={submit}>
      {send.isError && <Problem error={send.error} />}
      {able.length === 0 && !mayEnd ? (
        <p>{texts.nobodyCan}</p>
      ) : (
        <>
          <Field label={texts.colleague} error={tried && to === '' ? texts.colleagueMissing : undefined}>
            {(wired) => (
              <select
                {...wired}
                className="form-select"
                value={to}
                onChange={({ target }) => setTo(target.value)}
              >
                <option value="">{texts.chooseColleague}</option>
                {able.map(({ id, name, open, minutesLeft, can }) => (
                  <option key={id} value={id}>
                    {texts.colleagueChoice(name, open, formatHours(minutesLeft, language))}
                    {can < reviews.length && `, ${texts.canSome(can, reviews.length)}`}
                  </option>
                ))}
                {mayEnd && <option value={nobody}>{texts.goesOnAlone}</option>}
              </select>
            )}
          </Field>
          <Field
            label={takes ? texts.reason : texts.reasonGive}
            hint={texts.reasonHint}
            optional={!takes}
            error={tried && reasonMissing ? texts.reasonMissing : undefined}
          >
            {(wired) => (
              <textarea
                {...wired}
                className="form-input"
                rows={2}
                maxLength={500}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
        </>
      )}
      {unable.length > 0 && (
        <Disclosure summary={texts.cannotHeading} open={able.length === 0}>
          <ul>
            {unable.map(({ id, name, cannot }) => (
              <li key={id}>
                {name}:{' '}
                {cannot
                  .map(({ why, count }) =>
                    reviews.length === 1 ? texts.why[why] : texts.whyCount(texts.why[why], count),
                  )
                  .join(', ')}
              </li>
            ))}
          </ul>
          <p className="soft small">{texts.barredExplained}</p>
        </Disclosure>
      )}
      <div className="button-row">
        {(able.length > 0 || mayEnd) && (
          <Button type="submit" variant="primary" busy={send.isPending}>
            {takes ? texts.move : texts.give}
          </Button>
        )}
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </form>
  )
}
