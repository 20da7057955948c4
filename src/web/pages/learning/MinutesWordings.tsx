import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listMinutesWordings, type VisitView } from '../../../contract/learning/visits.ts'
import { ask } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'

/** How often the minutes were changed, and on request what they said before. */
export function MinutesWordings({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const [shown, setShown] = useState(false)
  if (visit.earlierWordings === 0) return null
  return (
    <div>
      <p>
        {texts.corrected(visit.earlierWordings)}{' '}
        <Button variant="tertiary" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? texts.hideEarlier : texts.showEarlier}
        </Button>
      </p>
      {shown && <Wordings visit={visit.id} />}
    </div>
  )
}

function Wordings({ visit }: { visit: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const query = useQuery({
    ...ask(listMinutesWordings, { params: { visit } }),
    refetchOnMount: 'always' as const,
  })
  return (
    <Answer query={query}>
      {({ wordings, earlier }) => (
        <section aria-label={texts.earlierWordings}>
          {wordings.map(({ version, text, by, at }) => (
            <article key={version} aria-labelledby={`minutes-${version}`}>
              <p className="soft small" id={`minutes-${version}`}>
                {texts.by(by ?? texts.somebody, formatDateTime(at, language))}
              </p>
              <p className="visit-text">{text === '' ? texts.nothing : text}</p>
            </article>
          ))}
          {earlier > wordings.length && <p className="soft">{texts.onlyNewest(wordings.length)}</p>}
        </section>
      )}
    </Answer>
  )
}
