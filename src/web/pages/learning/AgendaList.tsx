import { useQuery } from '@tanstack/react-query'
import { getVisitMaterial, type MaterialQuestion } from '../../../contract/learning/visit-material.ts'
import type { VisitView } from '../../../contract/learning/visits.ts'
import { ask } from '../../api.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { useFailed } from './use-failed.ts'

/** The agenda as it is read; a question's figures stand with it while they are open. */
export function AgendaList({ visit }: { visit: Pick<VisitView, 'id' | 'agenda'> }) {
  const texts = useTexts({ da, en })
  const failed = useFailed()
  const { data } = useQuery(ask(getVisitMaterial, { params: { visit: visit.id } }))
  const figures: readonly MaterialQuestion[] = data?.results.state === 'ready' ? data.results.onAgenda : []
  return (
    <ol className="visit-agenda no-max-width" aria-label={texts.agenda}>
      {visit.agenda.map(({ question, text, note }, index) => {
        const row = question === null ? undefined : figures.find((each) => each.question === question)
        return (
          <li key={`${index} ${text}`}>
            <strong>{text}</strong>
            {row !== undefined && <p className="soft">{`${texts.errors}: ${failed(row)}`}</p>}
            {note !== '' && <p className="visit-text">{note}</p>}
          </li>
        )
      })}
    </ol>
  )
}
