import type { ReactNode } from 'react'
import type { ProgrammeCheck } from '../../../contract/programme/publish.ts'
import { publish as da } from '../../texts/da/publish.ts'
import { publish as en } from '../../texts/en/publish.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'

/** What a chosen file holds and how it stands to what is published; the act, where there is one, below. */
export function CheckedProgramme({ found, children }: { found: ProgrammeCheck; children: ReactNode }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { programme, standing, newest } = found
  const difference = newest?.difference
  return (
    <div className="next-act">
      <p>
        <strong>{texts.titled(local(programme.title), programme.version)}</strong>{' '}
        <span className="soft">({texts.counts(programme.questions, programme.stages)})</span>
      </p>
      {newest !== null && difference !== undefined && standing !== 'same' && (
        <p>{texts.difference(newest.version, difference.added, difference.removed, difference.changed)}</p>
      )}
      {children}
    </div>
  )
}
