import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import {
  eventExtensions,
  largestEventFile,
  previewEvents,
  type EventPreview,
  type listEventImports,
} from '../../../contract/caseflow/event-imports.ts'
import { call, type CallOutput } from '../../../contract/client.ts'
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
import { fetchWithProgress } from '../../upload.ts'
import { EventMappingTable, requiredColumns } from './EventMappingTable.tsx'

type Names = Readonly<Record<string, string>>

interface EventImportFormProps {
  readonly known: CallOutput<typeof listEventImports>
  readonly source: string
  /** What words stand for, chosen at a preview; else as the source was read last. */
  readonly kinds: Names | undefined
  readonly onSource: (source: string) => void
  readonly onPreview: (preview: EventPreview) => void
  readonly onStart: () => void
}

/** Which file, from where, and, when the columns cannot be guessed, which is which. */
export function EventImportForm({
  known,
  source,
  kinds,
  onSource,
  onPreview,
  onStart,
}: EventImportFormProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const list = useId()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<Names>()
  const [sent, setSent] = useState(0)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const reading = useMutation({
    mutationFn: (chosen: File) =>
      call(
        previewEvents,
        {
          file: chosen,
          body: {
            source,
            ...(mapping !== undefined && { mapping: JSON.stringify(mapping) }),
            ...(kinds !== undefined && { kinds: JSON.stringify(kinds) }),
          },
        },
        { fetch: fetchWithProgress(setSent) },
      ),
    onSuccess: (answer) => {
      if (answer.kind === 'preview') onPreview(answer.preview)
      else setMapping(answer.mapping)
    },
  })
  const unmatched = reading.data?.kind === 'unmatched' ? reading.data : undefined
  // With fewer no choice could give an event its case, its kind and its time.
  const mayMatch = unmatched !== undefined && unmatched.columns.length >= requiredColumns.size
  const limit = `${formatInteger(largestEventFile / 1_000_000, language)} MB`
  const tooLarge = file !== null && file.size > largestEventFile
  const read = () => {
    const missing: FormError[] = []
    if (source.trim() === '') missing.push({ control: 'source', text: texts.sourceMissing })
    if (file === null) missing.push({ control: 'file', text: texts.fileMissing })
    setErrors(missing)
    if (missing.length > 0 || file === null) return
    setSent(0)
    reading.mutate(file)
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
              onChange={(event) => onSource(event.target.value)}
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
        onFile={(chosen) => {
          onStart()
          setFile(chosen)
          setMapping(undefined)
          setErrors([])
          reading.reset()
        }}
      />
      {tooLarge && (
        <p className="field-error" role="alert">
          {texts.tooLarge(formatBytes(file.size, language), limit)}
        </p>
      )}
      {reading.isError && <Problem error={reading.error} />}
      {unmatched !== undefined && (
        <section>
          <div className="problem" role="alert">
            <h2>{mayMatch ? texts.unmatchedHeading : texts.fewColumns}</h2>
            {mayMatch && <p>{texts.unmatchedBody}</p>}
            <ul>
              {unmatched.problems.map(({ text }) => (
                <li key={text.en}>{local(text)}</li>
              ))}
            </ul>
          </div>
          {mayMatch && (
            <EventMappingTable columns={unmatched.columns} mapping={mapping ?? {}} onChange={setMapping} />
          )}
        </section>
      )}
      <div className="button-row">
        <Button type="submit" variant="primary" busy={reading.isPending} disabled={tooLarge}>
          {unmatched === undefined ? texts.read : texts.readAgain}
        </Button>
      </div>
      <output>
        {reading.isPending &&
          (sent < 1 ? (
            <Progress label={texts.uploading} done={Math.round(sent * 100)} of={100} />
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
