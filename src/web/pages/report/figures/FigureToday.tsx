import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getReleaseChanges } from '../../../../contract/report/releases.ts'
import { ask } from '../../../api.ts'
import { releases as releasesDa } from '../../../texts/da/releases.ts'
import { reportFigures as da } from '../../../texts/da/report-figures.ts'
import { releases as releasesEn } from '../../../texts/en/releases.ts'
import { reportFigures as en } from '../../../texts/en/report-figures.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SinceRelease } from './SinceRelease.tsx'

/** Works the report out again, on demand, and says whether this number is another today, and why. */
export function FigureToday({ id, release }: { id: string; release: string }) {
  const texts = useTexts({ da, en })
  const { reasons } = useTexts({ da: releasesDa, en: releasesEn })
  const local = useLocal()
  const [asked, setAsked] = useState(false)
  const query = useQuery({ ...ask(getReleaseChanges, { params: { release } }), enabled: asked })
  return (
    <>
      <h3>{texts.today}</h3>
      {asked ? (
        <Answer query={query}>
          {({ changes }) => {
            const change = changes.find((each) => each.id === id)
            const said = (text: { da: string; en: string } | null) => (text === null ? '–' : local(text))
            return (
              <>
                <output>
                  {change === undefined
                    ? texts.same
                    : `${texts.differs(said(change.before), said(change.after))} (${reasons[change.why]})`}
                </output>
                {change !== undefined && <SinceRelease release={release} />}
              </>
            )
          }}
        </Answer>
      ) : (
        <Button onClick={() => setAsked(true)}>{texts.compare}</Button>
      )}
    </>
  )
}
