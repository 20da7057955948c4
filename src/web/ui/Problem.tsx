import { useEffect, useRef } from 'react'
import { mayPass } from '../api.ts'
import { useCommonTexts } from '../texts/common.ts'
import { wordsOf } from '../problem-words.ts'
import { Button } from './Button.tsx'

/** Enough to see the pattern; a file with ten thousand faults has one cause. */
const shownItems = 50

interface ProblemProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** A failed call, said plainly; takes the focus, so that nobody waits for something that will not come. */
export function Problem({ error, onRetry }: ProblemProps) {
  const texts = useCommonTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error !== null) box.current?.focus()
  }, [error])
  const { heading, message, items, reference } = wordsOf(error, texts.problem)
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <h2>{heading}</h2>
      <p>
        {message}
        {items.length > 1 && ` (${texts.problem.count(items.length)})`}
      </p>
      {items.length > 0 && (
        <ul>
          {items.slice(0, shownItems).map((item, index) => (
            // Two rows may have the same fault at the same place.
            <li key={`${index} ${item}`}>{item}</li>
          ))}
          {items.length > shownItems && <li>{texts.problem.more(items.length - shownItems)}</li>}
        </ul>
      )}
      {reference !== null && <p className="soft small">{reference}</p>}
      {/* A refusal stays one however often it is asked. */}
      {onRetry !== undefined && !(error instanceof Error && !mayPass(error)) && (
        <Button onClick={onRetry}>{texts.tryAgain}</Button>
      )}
    </div>
  )
}
