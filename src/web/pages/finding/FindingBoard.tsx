import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '../../../contract/client.ts'
import { listFindings, type FindingSummary } from '../../../contract/finding/finding.ts'
import { closedStates, findingStates, isClosed } from '../../../core/finding/finding.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Link } from '../../ui/Link.tsx'
import { ActDialog } from './ActDialog.tsx'
import { BoardCard } from './BoardCard.tsx'
import { DoneNote } from './DoneNote.tsx'
import { queryOf, useFindingFilters } from './finding-filters.ts'
import { shortName } from './finding-words.ts'

type Listed = CallOutput<typeof listFindings>
/** Cards of a column: what can be taken in at a glance; the list has them all. */
const mostCards = 12
const columns = findingStates.filter((state) => !isClosed({ state }))

/** What is not closed, in a column for each state. A card moves only by the act that moves it. */
export function FindingBoard({ counts }: { counts: Listed['counts'] }) {
  const texts = useTexts({ da, en })
  const [filters] = useFindingFilters()
  const [moving, setMoving] = useState<FindingSummary | null>(null)
  const [said, setSaid] = useState<{ readonly words: string } | null>(null)
  const asked = queryOf({ ...filters, state: undefined })
  const answers = useQueries({
    queries: columns.map((state) => ({
      ...ask(listFindings, { query: { ...asked, state } }),
      placeholderData: (before: Listed | undefined) => before,
      refetchOnMount: 'always' as const,
    })),
  })
  const countOf = (state: (typeof findingStates)[number]) =>
    counts.find((one) => one.state === state)?.count ?? 0
  const inList = (state: string) => paths.findings({ ...filters, view: undefined, state })
  const closed = closedStates.filter((state) => countOf(state) > 0)
  return (
    <>
      <DoneNote said={said} />
      <nav className="board-jump" aria-label={texts.boardJump}>
        <ul>
          {columns.map((state) => (
            <li key={state}>
              <a href={`#column-${state}`}>{texts.column(texts.states[state], countOf(state))}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="finding-board">
        {columns.map((state, at) => {
          const query = answers[at]
          return (
            <section key={state} aria-labelledby={`column-${state}`}>
              <h2 id={`column-${state}`} tabIndex={-1}>
                {texts.column(texts.states[state], countOf(state))}
              </h2>
              {query !== undefined && (
                <Answer query={query}>
                  {({ findings, total }) => (
                    <>
                      {findings.length === 0 && <p className="soft">{texts.emptyColumn}</p>}
                      <ul>
                        {findings.slice(0, mostCards).map((one) => (
                          <BoardCard key={one.id} of={one} onMove={() => setMoving(one)} />
                        ))}
                      </ul>
                      {total > mostCards && (
                        <p className="soft small">
                          {texts.firstOf(mostCards, total)} <Link to={inList(state)}>{texts.seeAllIn}</Link>
                        </p>
                      )}
                    </>
                  )}
                </Answer>
              )}
            </section>
          )
        })}
      </div>
      {closed.length > 0 && (
        <section>
          <h2>{texts.closedHeading}</h2>
          <ul className="links">
            {closed.map((state) => (
              <li key={state}>
                <Link to={inList(state)}>{texts.column(texts.states[state], countOf(state))}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {moving !== null && (
        <ActDialog
          of={moving}
          onClose={() => setMoving(null)}
          onDone={(act) => {
            setSaid({ words: texts.didIt(shortName(moving), texts.kinds[act]) })
            setMoving(null)
          }}
        />
      )}
    </>
  )
}
