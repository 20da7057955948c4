import type { ReactNode } from 'react'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'

interface ConflictProps {
  readonly onTheirs: () => void
  readonly onMine: () => void
  /** What the colleague saved. */
  readonly children: ReactNode
}

/** Two wrote at once: both versions are there, and the person says which one counts. */
export function Conflict({ onTheirs, onMine, children }: ConflictProps) {
  const texts = useTexts({ da, en })
  return (
    <section className="visit-conflict" role="alert" aria-label={texts.conflictTitle}>
      <h3>{texts.conflictTitle}</h3>
      <p>{texts.conflictBody}</p>
      <h4>{texts.theirs}</h4>
      <div className="visit-text">{children}</div>
      <div className="button-row">
        <Button onClick={onTheirs}>{texts.takeTheirs}</Button>
        <Button onClick={onMine}>{texts.keepMine}</Button>
      </div>
    </section>
  )
}
