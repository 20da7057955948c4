import { useId, useState } from 'react'
import { confirmImport, discardImport, type Preview } from '../../../contract/registry/imports.ts'
import { useSend } from '../../api.ts'
import { formatInteger } from '../../format/numbers.ts'
import { registry as da } from '../../texts/da/registry.ts'
import { registry as en } from '../../texts/en/registry.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ChangedTable } from './ChangedTable.tsx'
import { MappingTable } from './MappingTable.tsx'
import { RefusedTable } from './RefusedTable.tsx'
import { SampleTable } from './SampleTable.tsx'

interface PreviewViewProps {
  readonly preview: Preview
  /** Called with what has happened, in words. */
  readonly onClose: (message: string) => void
}

/** What a file would do to the register, and the choice. */
export function PreviewView({ preview, onClose }: PreviewViewProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const choiceId = useId()
  const [leaveOut, setLeaveOut] = useState(false)
  const confirm = useSend(confirmImport, [])
  const discard = useSend(discardImport, [])
  const { batch, stale } = preview
  const { counts } = batch
  const figure = (value: number) => formatInteger(value, language)
  const params = { preview: batch.id }
  const changesNothing = counts.new + counts.changed === 0
  const mayConfirm = batch.state === 'previewed' && !stale && !changesNothing
  const busy = confirm.isPending || discard.isPending
  return (
    <section aria-labelledby="preview-heading">
      <h2 id="preview-heading">{texts.previewOf(batch.fileName)}</h2>
      <p>
        {texts.summary(counts.rows)} {texts.fromSource(batch.source)}.
      </p>
      {changesNothing && counts.refused === 0 && (
        <p className="note">
          {texts.nothingNew} {preview.importedBefore && texts.importedBefore}
        </p>
      )}
      {changesNothing && counts.refused > 0 && (
        <p className="note">{counts.unchanged === 0 ? texts.allRefused : texts.restRefused}</p>
      )}
      {stale && <p className="note">{texts.stale}</p>}
      <KeyValues
        items={(['new', 'changed', 'unchanged', 'refused', 'open'] as const).map((key) => ({
          key,
          name: texts.counts[key],
          value: figure(counts[key]),
        }))}
      />
      <RefusedTable refused={preview.refused} total={counts.refused} />
      <ChangedTable changed={preview.changed} total={counts.changed} />
      <SampleTable sample={preview.sample} />
      <Disclosure summary={texts.mappingHeading}>
        <MappingTable columns={batch.columns} mapping={batch.mapping} />
      </Disclosure>
      {mayConfirm && counts.refused > 0 && (
        <>
          <p>{texts.mustChoose(counts.refused)}</p>
          <div className="field">
            <input
              id={choiceId}
              type="checkbox"
              className="form-checkbox"
              checked={leaveOut}
              onChange={(event) => setLeaveOut(event.target.checked)}
            />
            <label htmlFor={choiceId}>{texts.withoutRefused(counts.refused)}</label>
          </div>
        </>
      )}
      {confirm.isError && <Problem error={confirm.error} />}
      {discard.isError && <Problem error={discard.error} />}
      {batch.state === 'previewed' && (
        <div className="button-row">
          {mayConfirm && (
            <Button
              variant="primary"
              busy={busy}
              disabled={counts.refused > 0 && !leaveOut}
              onClick={() =>
                confirm.mutate(
                  { params, body: { withoutRefused: leaveOut } },
                  {
                    onSuccess: (done) => onClose(texts.confirmed(done.new, done.changed)),
                  },
                )
              }
            >
              {texts.confirm}
            </Button>
          )}
          <Button
            busy={busy}
            onClick={() => discard.mutate({ params }, { onSuccess: () => onClose(texts.discarded) })}
          >
            {texts.discard}
          </Button>
        </div>
      )}
      <output>{confirm.isPending && texts.confirming}</output>
    </section>
  )
}
