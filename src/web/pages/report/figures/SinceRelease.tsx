import { useQuery } from '@tanstack/react-query'
import { getSinceRelease } from '../../../../contract/report/figures.ts'
import { ask } from '../../../api.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { reportFigures as da } from '../../../texts/da/report-figures.ts'
import { reportFigures as en } from '../../../texts/en/report-figures.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'

const kinds = ['late', 'corrected', 'takenBack', 'findings', 'erased'] as const

/** What has happened to the data since a report was frozen. */
export function SinceRelease({ release }: { release: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const query = useQuery(ask(getSinceRelease, { params: { release } }))
  return (
    <Answer query={query}>
      {(counts) => {
        const happened = kinds.filter((kind) => counts[kind] > 0)
        return (
          <>
            <p>{texts.since(formatDateTime(counts.since, language))}</p>
            {happened.length === 0 ? (
              <p>{texts.sinceNothing}</p>
            ) : (
              <ul>
                {happened.map((kind) => (
                  <li key={kind}>{texts.sinceKinds[kind](formatInteger(counts[kind], language))}</li>
                ))}
              </ul>
            )}
          </>
        )
      }}
    </Answer>
  )
}
