import type { Review } from '../../../contract/review/review.ts'
import { formatDate } from '../../format/dates.ts'
import { firstUpper } from '../../format/first-letter.ts'
import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { independence as independenceDa } from '../../texts/da/independence.ts'
import { independence as independenceEn } from '../../texts/en/independence.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { ConflictForm } from './ConflictForm.tsx'
import { useWide } from './use-wide.ts'

/** What is known of the case stage, always beside the questions where there is room. */
export function CaseFacts({ review }: { review: Review }) {
  const texts = useTexts({ da, en })
  const { later } = useTexts({ da: independenceDa, en: independenceEn })
  const wide = useWide()
  return (
    <aside className="case-facts" aria-label={texts.caseHeading}>
      {wide ? (
        <>
          <h2>{texts.caseHeading}</h2>
          <Facts review={review} />
        </>
      ) : (
        <Disclosure summary={texts.caseHeading}>
          <Facts review={review} />
        </Disclosure>
      )}
      {review.acts.includes('declare') && !review.declarationNeeded && (
        <Disclosure summary={later}>
          <ConflictForm review={review.id} />
        </Disclosure>
      )}
    </aside>
  )
}

function Facts({ review }: { review: Review }) {
  const { facts, parts, days, me } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { caseFacts: known, reviewers } = review
  const people = known.participants.map(
    ({ caseworker, name, part }) => `${name ?? caseworker} (${parts[part]})`,
  )
  const together = reviewers.map(({ name, me: isMe }) => (isMe ? `${name} (${me})` : name))
  const dates =
    known.started === null || known.completed === null
      ? [{ key: 'dates', name: facts.dates, value: <span className="soft">{facts.datesHidden}</span> }]
      : [
          { key: 'started', name: facts.started, value: formatDate(known.started, language) },
          { key: 'completed', name: facts.completed, value: formatDate(known.completed, language) },
        ]
  return (
    <KeyValues
      items={[
        { key: 'case', name: facts.caseId, value: known.caseId },
        { key: 'stage', name: facts.stage, value: local(review.stage) },
        { key: 'unit', name: facts.unit, value: known.unit },
        ...dates,
        { key: 'days', name: facts.days, value: days(known.days) },
        { key: 'people', name: facts.participants, value: people.join(', ') || known.caseworker },
        ...known.attributes.map(({ name, value }) => ({
          key: `attribute ${name}`,
          name: firstUpper(name),
          value,
        })),
        { key: 'together', name: facts.together, value: together.join(', ') || undefined },
        { key: 'round', name: facts.round, value: local(review.round.title) },
      ]}
    />
  )
}
