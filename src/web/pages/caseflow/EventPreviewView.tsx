import { useId, useState } from 'react'
import {
  confirmEvents,
  discardEvents,
  type EventPreview,
  type listEventImports,
} from '../../../contract/caseflow/event-imports.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { useSend } from '../../api.ts'
import { formatInteger } from '../../format/numbers.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { RefusedTable } from '../registry/RefusedTable.tsx'
import { RefusalReasons } from './RefusalReasons.tsx'
import { CorrectedTable } from './CorrectedTable.tsx'
import { SampleEvents } from './SampleEvents.tsx'
import { UnknownKinds } from './UnknownKinds.tsx'

interface EventPreviewViewProps {
  readonly preview: EventPreview
  readonly known: CallOutput<typeof listEventImports>['kinds']
  /** Called with what has happened, in words. */
  readonly onClose: (message: string) => void
  /** The file is being read again. */
  readonly isReading: boolean
  /** Called with what the source's words stand for; the file is then read again. */
  readonly onKinds: (preview: EventPreview, kinds: Readonly<Record<string, string>>) => void
  /** Back to how the file is read. */
  readonly onReconsider: (preview: EventPreview) => void
}

const shownCounts = [
  'new',
  'corrected',
  'unchanged',
  'older',
  'refused',
  'unknownKinds',
  'missingTimes',
  'unknownUnits',
] as const

/** What a file would add to the events and correct in them, and the choice. */
export function EventPreviewView({
  preview,
  known,
  isReading,
  onClose,
  onKinds,
  onReconsider,
}: EventPreviewViewProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const choiceId = useId()
  const [leaveOut, setLeaveOut] = useState(false)
  const confirm = useSend(confirmEvents, [])
  const discard = useSend(discardEvents, [])
  const { batch, stale } = preview
  const { counts } = batch
  const params = { preview: batch.id }
  const changesNothing = counts.new + counts.corrected + counts.older === 0
  const mayConfirm = batch.state === 'previewed' && !stale && !changesNothing
  const busy = confirm.isPending || discard.isPending || isReading
  const { dateOrder, noTime = [] } = batch.reading
  return (
    <section aria-labelledby="preview-heading">
      <h2 id="preview-heading">{texts.previewOf(batch.fileName)}</h2>
      <p>{texts.summary(counts.rows, counts.cases)}</p>
      {dateOrder !== undefined && <p>{texts.readAs[dateOrder]}</p>}
      {noTime.length > 0 && <p>{texts.noTimeAs(noTime.join(', '))}</p>}
      {changesNothing && counts.refused + counts.unknownKinds === 0 && (
        <p className="note">
          {texts.nothingNew} {preview.deliveredBefore && texts.deliveredBefore}
        </p>
      )}
      {stale && <p className="note">{texts.stale}</p>}
      <KeyValues
        items={shownCounts
          .filter((key) => counts[key] > 0 || key === 'new' || key === 'corrected' || key === 'unchanged')
          .map((key) => ({
            key,
            name: texts.counts[key],
            value: formatInteger(counts[key], language),
          }))}
      />
      <RefusalReasons why={preview.why} />
      <UnknownKinds
        words={preview.unknownKinds}
        total={counts.unknownKinds}
        known={known}
        busy={busy}
        onChoose={(chosen) => onKinds(preview, { ...batch.kinds, ...chosen })}
      />
      <RefusedTable refused={preview.refused} total={counts.refused} />
      <CorrectedTable corrected={preview.corrected} total={counts.corrected} />
      <SampleEvents sample={preview.sample} known={known} />
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
                  { onSuccess: (done) => onClose(texts.confirmed(done.new, done.corrected)) },
                )
              }
            >
              {texts.confirm}
            </Button>
          )}
          {batch.channel === 'file' && (
            <Button busy={busy} onClick={() => onReconsider(preview)}>
              {texts.reconsider}
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
