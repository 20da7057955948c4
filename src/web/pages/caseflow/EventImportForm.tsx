import { useId, useState } from 'react'
import {
  eventExtensions,
  largestEventFile,
  type listEventImports,
} from '../../../contract/caseflow/event-imports.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { formatBytes, formatInteger } from '../../format/numbers.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ErrorSummary, type FormError } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { FileLayout } from './FileLayout.tsx'
import type { EventFile } from './use-event-file.ts'

interface EventImportFormProps {
  readonly known: CallOutput<typeof listEventImports>
  readonly file: EventFile
  readonly onStart: () => void
}

/** Which file, from where, and, where it cannot be guessed or was wrong, how it is to be read. */
export function EventImportForm({ known, file: chosen, onStart }: EventImportFormProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const list = useId()
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const { file } = chosen
  const source = chosen.source ?? known.sources[0]?.name ?? ''
  const limit = `${formatInteger(largestEventFile / 1_000_000, language)} MB`
  const tooLarge = file !== null && file.size > largestEventFile
  const read = () => {
    const missing: FormError[] = []
    if (source.trim() === '') missing.push({ control: 'source', text: texts.sourceMissing })
    if (file === null) missing.push({ control: 'file', text: texts.fileMissing })
    setErrors(missing)
    if (missing.length > 0 || file === null) return
    chosen.read(file, source)
  }
  const errorOf = (name: string) => errors.find(({ control }) => control === name)?.text
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        read()
      }}
    >
      <ErrorSummary errors={errors} />
      <Field id="source" label={texts.sourceLabel} hint={texts.sourceHint} error={errorOf('source')}>
        {(wired) => (
          <>
            <input
              {...wired}
              className="form-input"
              list={list}
              maxLength={100}
              value={source}
              onChange={(event) => chosen.chooseSource(event.target.value)}
            />
            <datalist id={list}>
              {known.sources.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <p>{texts.limit(limit)}</p>
      <FileDrop
        id="file"
        error={errorOf('file')}
        label={texts.fileLabel}
        extensions={eventExtensions}
        file={file}
        onFile={(next) => {
          onStart()
          chosen.chooseFile(next)
          setErrors([])
        }}
      />
      {tooLarge && (
        <p className="field-error" role="alert">
          {texts.tooLarge(formatBytes(file.size, language), limit)}
        </p>
      )}
      {chosen.error !== null && <Problem error={chosen.error} />}
      <FileLayout file={chosen} known={known} />
      <div className="button-row">
        <Button type="submit" variant="primary" busy={chosen.isReading} disabled={tooLarge}>
          {chosen.columns === undefined ? texts.read : texts.readAgain}
        </Button>
      </div>
      <output>
        {chosen.isReading &&
          (chosen.sent < 1 ? (
            <Progress label={texts.uploading} done={Math.round(chosen.sent * 100)} of={100} />
          ) : (
            texts.reading
          ))}
      </output>
      <Disclosure summary={texts.expectHeading}>
        <p>{texts.expect}</p>
        <p>{texts.expectTime}</p>
        <p>{texts.expectId}</p>
        {known.kinds.length > 0 && (
          <p>
            <strong>{texts.knownKinds}:</strong> {known.kinds.map(({ name }) => local(name)).join(', ')}
          </p>
        )}
      </Disclosure>
    </form>
  )
}
