import { useState, type SubmitEvent } from 'react'
import type { FindingActInput } from '../../../contract/finding/finding-acts.ts'
import { isRegistrationOnly } from '../../../core/finding/finding.ts'
import type { FindingActKind } from '../../../core/finding/finding-act.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { ActFields } from './ActFields.tsx'
import { draftOf, needsReason, readDraft, type ActSeed, type DraftField } from './act-draft.ts'
import { todayInDenmark } from './today.ts'

interface ActFormProps {
  readonly act: FindingActKind
  /** The finding whose unit's people can be made responsible. */
  readonly peopleOf: string
  readonly seed: ActSeed
  readonly sending: { readonly isError: boolean; readonly error: Error | null; readonly isPending: boolean }
  readonly onSend: (act: FindingActInput) => void
  readonly onCancel: () => void
}

/** One act's few questions, and a remark or the reason. */
export function ActForm({ act, peopleOf, seed, sending, onSend, onCancel }: ActFormProps) {
  const texts = useTexts({ da, en })
  const [today] = useState(() => todayInDenmark(new Date()))
  const [draft, setDraft] = useState(() => draftOf(act === 'put-off' ? { ...seed, due: null } : seed, today))
  const [missing, setMissing] = useState<readonly DraftField[]>([])
  const registrationOnly = isRegistrationOnly(seed)
  const keptDue = act === 'plan' && seed.due !== null && seed.due < today
  const reasoned = needsReason(act)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (sending.isPending) return
    const read = readDraft(act, draft, { today, registrationOnly, keptDue })
    setMissing('missing' in read ? read.missing : [])
    if ('act' in read) onSend(read.act)
  }
  return (
    <form noValidate className="finding-form" onSubmit={submit}>
      {sending.isError && <Problem error={sending.error} />}
      <ActFields
        act={act}
        peopleOf={peopleOf}
        today={today}
        registrationOnly={registrationOnly}
        keptDue={keptDue}
        draft={draft}
        missing={missing}
        onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
      />
      <Field
        label={reasoned ? texts.fields.reason : texts.fields.note}
        hint={texts.noNames}
        optional={!reasoned}
        error={missing.includes('text') ? texts.missing.text : undefined}
      >
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={reasoned ? 3 : 2}
            maxLength={4000}
            value={draft.text}
            onChange={({ target }) => setDraft((before) => ({ ...before, text: target.value }))}
          />
        )}
      </Field>
      <DialogButtons action={texts.save} busy={sending.isPending} onClose={onCancel} />
    </form>
  )
}
