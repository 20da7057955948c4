import { useState, type SubmitEvent } from 'react'
import { enterEvent, type RegisterRow } from '../../../../contract/caseflow/registers.ts'
import { enteredKinds, roleOfApproval, type Register } from '../../../../core/caseflow/registers/register.ts'
import { useSend } from '../../../api.ts'
import { fieldProblems } from '../../../problem-words.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useKindName } from './kind-name.ts'
import type { ListedRegister } from './listed-register.ts'
import { WhenFields } from './WhenFields.tsx'

interface EntryDialogProps {
  readonly register: Register
  /** Null: any case. */
  readonly row: RegisterRow | null
  readonly listed: ListedRegister
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}

type Kind = RegisterRow['next'][number]

/** Enters what happened in a case; from a row the case and the plan are given, and the likeliest next step comes first. */
export function EntryDialog({ register, row, listed, onClose, onDone }: EntryDialogProps) {
  const texts = useTexts({ da, en })
  const nameOf = useKindName(listed.kinds)
  const send = useSend(enterEvent)
  const kinds: readonly Kind[] = row === null ? enteredKinds[register] : row.next
  const [draft, setDraft] = useState({
    caseId: row?.caseId ?? '',
    kind: kinds[0],
    approver: '',
    day: listed.today,
    time: '',
    child: '',
    note: '',
  })
  const [tried, setTried] = useState(false)
  const problems = fieldProblems(send.error)
  const role = draft.kind === undefined ? undefined : roleOfApproval(draft.kind)
  const isException = draft.kind === 'exception-recorded'
  const wrong = {
    caseId: draft.caseId.trim() === '' ? texts.caseMissing : undefined,
    approver: role !== undefined && draft.approver === '' ? texts.approverMissing : undefined,
    day: draft.day === '' ? texts.dayMissing : undefined,
    child: /^(?:[1-9]|[1-4]\d|50)?$/u.test(draft.child.trim()) ? undefined : texts.childWrong,
    note: isException && draft.note.trim() === '' ? texts.exceptionMissing : undefined,
  }
  const errorOf = (key: keyof typeof wrong) => (tried ? wrong[key] : undefined) ?? problems.get(key)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    const { kind } = draft
    if (kind === undefined || send.isPending || Object.values(wrong).some((one) => one !== undefined)) return
    const body = {
      register,
      caseId: draft.caseId,
      kind,
      about: row?.about ?? null,
      approver: role === undefined ? null : draft.approver,
      day: draft.day,
      time: draft.time === '' ? null : draft.time,
      child: draft.child.trim() === '' ? null : Number(draft.child),
      note: draft.note,
    }
    send.mutate(
      { body },
      {
        onSuccess: ({ double }) =>
          onDone(double ? texts.savedDouble(draft.caseId) : texts.saved(draft.caseId)),
      },
    )
  }
  const approvers = listed.approvers.filter(
    (one) => one.role === role && (row === null || row.unitId === null || one.unitId === row.unitId),
  )
  return (
    <Dialog title={texts.enterTitle(texts.names[register])} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        {row === null ? (
          <Field label={texts.caseNumber} error={errorOf('caseId')}>
            {(wired) => (
              <input
                {...wired}
                className="form-input"
                maxLength={200}
                value={draft.caseId}
                onChange={({ target }) => setDraft({ ...draft, caseId: target.value })}
              />
            )}
          </Field>
        ) : (
          <p>
            {texts.caseNumber}: <strong>{row.caseId}</strong>
          </p>
        )}
        <Field label={texts.kind} error={problems.get('kind')}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={draft.kind}
              onChange={({ target }) =>
                setDraft({ ...draft, kind: kinds.find((kind) => kind === target.value), approver: '' })
              }
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {nameOf(kind)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {role !== undefined && (
          <Field label={texts.approver} hint={texts.approverHint} error={errorOf('approver')}>
            {(wired) => (
              <select
                {...wired}
                className="form-select"
                value={draft.approver}
                onChange={({ target }) => setDraft({ ...draft, approver: target.value })}
              >
                <option value="">{texts.choose}</option>
                {approvers.map(({ id, name, unitId }) => (
                  <option key={`${id} ${unitId}`} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <WhenFields
          when={draft}
          today={listed.today}
          noteLabel={isException ? texts.exceptionNote : texts.note}
          noteOptional={!isException}
          errors={{ day: errorOf('day'), time: problems.get('time'), note: errorOf('note') }}
          onChange={(when) => setDraft({ ...draft, ...when })}
        />
        {row === null && (
          <Field label={texts.child} hint={texts.childHint} optional error={errorOf('child')}>
            {(wired) => (
              <input
                {...wired}
                className="form-input"
                inputMode="numeric"
                maxLength={2}
                value={draft.child}
                onChange={({ target }) => setDraft({ ...draft, child: target.value })}
              />
            )}
          </Field>
        )}
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
