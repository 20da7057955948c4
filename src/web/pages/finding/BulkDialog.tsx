import { useState } from 'react'
import type { CallOutput } from '../../../contract/client.ts'
import type { FindingSummary } from '../../../contract/finding/finding.ts'
import { actOnFindings } from '../../../contract/finding/finding-acts.ts'
import { allows, findingActs, type FindingActKind } from '../../../core/finding/finding-act.ts'
import { isRegistrationOnly } from '../../../core/finding/finding.ts'
import type { Action } from '../../../core/access/permissions.ts'
import { useSend } from '../../api.ts'
import { useMay } from '../../session.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ActForm } from './ActForm.tsx'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import { shortName } from './finding-words.ts'

/** The right an act takes; the rest is for whoever is responsible, too. */
const rights: Readonly<Partial<Record<FindingActKind, Action>>> = {
  plan: 'finding.plan',
  'put-off': 'finding.approve',
  verify: 'finding.verify',
  'send-back': 'finding.verify',
  approve: 'finding.approve',
  refuse: 'finding.approve',
  reopen: 'finding.approve',
  assess: 'finding.assess',
}

interface BulkDialogProps {
  readonly findings: readonly FindingSummary[]
  readonly onClose: () => void
  readonly onSent: () => void
}

/** The same act on many; the server judges each, and what it refused stands here with its reason. */
export function BulkDialog({ findings, onClose, onSent }: BulkDialogProps) {
  const texts = useTexts({ da, en })
  const may = useMay()
  const send = useSend(actOnFindings)
  const [act, setAct] = useState<FindingActKind | null>(null)
  const [results, setResults] = useState<CallOutput<typeof actOnFindings>['results'] | null>(null)
  const offered = findingActs.filter((one) => {
    const right = rights[one]
    return (
      (right === undefined || may(right)) &&
      findings.some(({ state, overdue }) => allows(state, one) && (one !== 'put-off' || overdue))
    )
  })
  const [first] = findings
  const oneUnit = findings.every(({ unit }) => unit.id === first?.unit.id)
  const registrationOnly = findings.every(isRegistrationOnly)
  if (results !== null)
    return (
      <Dialog title={texts.bulkTitle(findings.length)} open onClose={onClose}>
        <Results findings={findings} results={results} />
        <div className="button-row">
          <Button variant="primary" onClick={onClose}>
            {texts.close}
          </Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={texts.bulkTitle(findings.length)} open onClose={onClose}>
      {offered.length === 0 ? (
        <p>{texts.bulkNothing}</p>
      ) : (
        <>
          <p>{texts.bulkBody}</p>
          <ChoiceGroup
            legend={texts.chooseAct}
            error={undefined}
            options={offered}
            words={texts.acts}
            isChosen={(one) => act === one}
            onChoose={setAct}
          />
        </>
      )}
      {act === 'plan' && !oneUnit ? (
        <p className="note">{texts.bulkOneUnit}</p>
      ) : act !== null && first !== undefined ? (
        <ActForm
          key={act}
          act={act}
          peopleOf={first.id}
          seed={{
            measures: act === 'carry-out' && registrationOnly ? ['registration-only'] : [],
            responsible: null,
            due: null,
            severity: null,
          }}
          sending={send}
          onSend={(input) =>
            send.mutate(
              { body: { findings: findings.map(({ id, version }) => ({ id, version })), act: input } },
              {
                onSuccess: (answer) => {
                  setResults(answer.results)
                  onSent()
                },
              },
            )
          }
          onCancel={onClose}
        />
      ) : (
        <div className="button-row">
          <Button onClick={onClose}>{texts.close}</Button>
        </div>
      )}
    </Dialog>
  )
}

interface ResultsProps {
  readonly findings: readonly FindingSummary[]
  readonly results: CallOutput<typeof actOnFindings>['results']
}

function Results({ findings, results }: ResultsProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const not = results.flatMap(({ id, refusal }) => (refusal === null ? [] : [{ id, refusal }]))
  const nameOf = (id: string) => {
    const found = findings.find((one) => one.id === id)
    return found === undefined ? '' : shortName(found)
  }
  return (
    <>
      <output>{texts.bulkDone(results.length - not.length, not.length)}</output>
      {not.length > 0 && (
        <ul>
          {not.map(({ id, refusal }) => (
            <li key={id}>
              <strong>{nameOf(id)}:</strong> {local(refusal.text)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
