import { useRouter } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { paths } from '../../../paths.ts'
import { reportFigures as da } from '../../../texts/da/report-figures.ts'
import { reportFigures as en } from '../../../texts/en/report-figures.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'

/** For the reader of paper: the name of a number, as the report's last annex gives it. */
export function FigureSearch({ id = '' }: { id?: string }) {
  const texts = useTexts({ da, en })
  const router = useRouter()
  const [wanted, setWanted] = useState(id)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (wanted.trim() !== '') void router.navigate({ href: paths.figure(wanted.trim()) })
  }
  return (
    <form className="figure-search" onSubmit={submit}>
      <Field label={texts.searchLabel} hint={texts.searchHint}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            maxLength={300}
            spellCheck={false}
            autoCapitalize="none"
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
          />
        )}
      </Field>
      <Button type="submit">{texts.search}</Button>
    </form>
  )
}
