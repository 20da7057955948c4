import { useState } from 'react'
import { publishRules, type checkRules, type RulesCandidate } from '../../../../contract/caseflow/rules.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { useSend } from '../../../api.ts'
import { rules as da } from '../../../texts/da/rules.ts'
import { rules as en } from '../../../texts/en/rules.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RuleChanges } from './RuleChanges.tsx'
import { RulesTrialView } from './RulesTrialView.tsx'

interface CheckedRulesProps {
  readonly candidate: RulesCandidate
  readonly found: CallOutput<typeof checkRules>
  readonly onCancel: () => void
  readonly onDone: (words: string) => void
}

/** What the rules change, what comes out otherwise in the cases, and the choice. */
export function CheckedRules({ candidate, found, onCancel, onDone }: CheckedRulesProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const send = useSend(publishRules, [])
  const title = local(found.title)
  const publish = () => {
    const isBlank = reason.trim() === ''
    setMissing(isBlank)
    if (isBlank) return
    send.mutate(
      { body: { candidate, reason } },
      {
        onSuccess: ({ already, version, toJudge }) =>
          onDone(already ? texts.already(title) : texts.published(title, version, toJudge)),
      },
    )
  }
  return (
    <div className="next-act">
      <h3>{texts.checkHeading(title, found.version)}</h3>
      <p>{texts.standings[found.standing]}</p>
      {found.standing === 'same' ? (
        <Button onClick={onCancel}>{texts.cancel}</Button>
      ) : (
        <>
          <RuleChanges difference={found.difference} />
          <RulesTrialView candidate={candidate} cases={found.cases} />
          <Field
            label={texts.reason}
            hint={texts.reasonHint}
            error={missing ? texts.reasonMissing : undefined}
          >
            {(wired) => (
              <textarea
                {...wired}
                className="form-input"
                rows={2}
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {send.isError && <Problem error={send.error} />}
          <div className="button-row">
            <Button variant="primary" busy={send.isPending} onClick={publish}>
              {texts.publish}
            </Button>
            <Button onClick={onCancel}>{texts.cancel}</Button>
          </div>
        </>
      )}
    </div>
  )
}
