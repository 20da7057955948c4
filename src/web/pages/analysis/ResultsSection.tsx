import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SectionKey } from './SectionLinks.tsx'

interface ResultsSectionProps {
  readonly id: SectionKey
  readonly heading: string
  /** What it holds, in a line, so that a folded section hides no conclusion. */
  readonly gist?: string | undefined
  /** What one comes for stands open; the rest waits for a click, a link from above, or an address that names it. */
  readonly open?: boolean
  readonly children: ReactNode
}

/** A part of a long page that can be folded. */
export function ResultsSection({ id, heading, gist, open = false, children }: ResultsSectionProps) {
  const [named] = useState(() => window.location.hash === `#${id}`)
  const element = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    // The browser looked for it before the figures had come.
    if (named) element.current?.scrollIntoView()
  }, [named])
  return (
    <details ref={element} id={id} className="results-section" open={open || named}>
      <summary>
        <h2>{heading}</h2>
        {gist !== undefined && <span className="gist">{gist}</span>}
      </summary>
      {children}
    </details>
  )
}
