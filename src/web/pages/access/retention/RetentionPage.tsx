import { useState } from 'react'
import { retention as da } from '../../../texts/da/retention.ts'
import { retention as en } from '../../../texts/en/retention.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { AccessHeading } from '../AccessHeading.tsx'
import { DueCases } from './DueCases.tsx'
import { LegalHolds } from './LegalHolds.tsx'
import { Periods } from './Periods.tsx'
import { Purges } from './Purges.tsx'

export function RetentionPage() {
  return (
    <Permitted action="retention.manage">
      <Retention />
    </Permitted>
  )
}

/** How long what is kept, what is due, what two people have agreed to erase, and what is held back. */
function Retention() {
  const texts = useTexts({ da, en })
  const [done, setDone] = useState('')
  return (
    <>
      <AccessHeading />
      <p>{texts.what}</p>
      <output className="done-note">{done}</output>
      <Periods onDone={setDone} />
      <DueCases onDone={setDone} />
      <Purges onDone={setDone} />
      <LegalHolds onDone={setDone} />
    </>
  )
}
