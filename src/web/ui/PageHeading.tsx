import { useMatch } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useCommonTexts } from '../texts/common.ts'

interface PageHeadingProps {
  readonly title: string
  /** The question the page answers, or its answer, in one line. */
  readonly question?: ReactNode
  /** One main action, and at most a few lesser ones. */
  readonly actions?: ReactNode
  /** Where several addresses are one page to the reader, as the weeks of a report: the focus stays on what stepped. */
  readonly page?: string
}

// The page last brought into focus. Its heading may be drawn again while data arrive; focus must not jump back then.
let focusedPage: string | undefined

/** Names the page (also in the browser's tab) and takes the focus when one arrives from another page. */
export function PageHeading({ title, question, actions, page: named }: PageHeadingProps) {
  const { product } = useCommonTexts()
  // The match and not the address: that one changes while the page before is still on screen.
  const matched = useMatch({ strict: false, select: (match) => match.id })
  const page = named ?? matched
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])

  useEffect(() => {
    // On the very first page the browser's own start of reading is right.
    if (focusedPage !== undefined && focusedPage !== page) heading.current?.focus({ preventScroll: true })
    focusedPage = page
  }, [page])

  return (
    <div className="page-heading">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {question !== undefined && <p className="question">{question}</p>}
      </div>
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  )
}
