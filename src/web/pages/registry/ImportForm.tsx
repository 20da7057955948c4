import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call, type CallOutput } from '../../../contract/client.ts'
import {
  importExtensions,
  largestImport,
  previewImport,
  type listImports,
  type Mapping,
  type Preview,
} from '../../../contract/registry/imports.ts'
import { formatBytes, formatInteger } from '../../format/numbers.ts'
import { registry as da } from '../../texts/da/registry.ts'
import { registry as en } from '../../texts/en/registry.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ErrorSummary, type FormError } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { fetchWithProgress } from '../../upload.ts'
import { MappingTable } from './MappingTable.tsx'

interface ImportFormProps {
  readonly known: CallOutput<typeof listImports>
  readonly source: string
  readonly onSource: (source: string) => void
  readonly onPreview: (preview: Preview) => void
  readonly onStart: () => void
}

/** Which file, from where, and, when the columns cannot be guessed, which is which. */
export function ImportForm({ known, source, onSource, onPreview, onStart }: ImportFormProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const list = useId()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<Mapping>()
  const [sent, setSent] = useState(0)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const reading = useMutation({
    mutationFn: (chosen: File) =>
      call(
        previewImport,
        {
          file: chosen,
          body: { source, ...(mapping !== undefined && { mapping: JSON.stringify(mapping) }) },
        },
        { fetch: fetchWithProgress(setSent) },
      ),
    onSuccess: (answer) => {
      if (answer.kind === 'preview') onPreview(answer.preview)
      else setMapping(answer.mapping)
    },
  })
  const unmatched = reading.data?.kind === 'unmatched' ? reading.data : undefined
  const limit = `${formatInteger(largestImport / 1_000_000, language)} MB`
  const tooLarge = file !== null && file.size > largestImport
  const choose = (chosen: File) => {
    onStart()
    setFile(chosen)
    setMapping(undefined)
    setErrors([])
    reading.reset()
  }
  const read = () => {
    const missing: FormError[] = []
    if (source.trim() === '') missing.push({ control: 'source', text: texts.sourceMissing })
    if (file === null) missing.push({ control: 'file', text: texts.fileMissing })
    setErrors(missing)
    if (missing.length > 0 || file === null) return
    setSent(0)
    reading.mutate(file)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        read()
      }}
    >
      <ErrorSummary errors={errors} />
      <Field
        id="source"
        label={texts.sourceLabel}
        hint={texts.sourceHint}
        error={errors.find(({ control }) => control === 'source')?.text}
      >
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
        error={errors.find(({ control }) => control === 'file')?.text}
        label={texts.fileLabel}
        extensions={importExtensions}
        file={file}
        onFile={choose}
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
            <h2>{texts.unmatchedHeading}</h2>
            <p>{texts.unmatchedBody}</p>
            <ul>
              {unmatched.problems.map(({ text }) => (
                <li key={text.en}>{local(text)}</li>
              ))}
            </ul>
          </div>
          <MappingTable columns={unmatched.columns} mapping={mapping ?? {}} onChange={setMapping} />
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
        <p>
          <strong>{texts.knownUnits}:</strong> {known.units.join(', ')}
        </p>
        {known.stages.length > 0 && (
          <p>
            <strong>{texts.knownStages}:</strong> {known.stages.join(', ')}
          </p>
        )}
      </Disclosure>
    </form>
  )
}
