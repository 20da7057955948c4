import { useState } from 'react'
import type { RegisterRow, RegisterStep } from '../../../../contract/caseflow/registers.ts'
import { formatShortDate, formatTime } from '../../../format/dates.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { ChangeEntryDialog } from './ChangeEntryDialog.tsx'
import { EntryHistory } from './EntryHistory.tsx'
import { useKindName } from './kind-name.ts'
import type { ListedRegister } from './listed-register.ts'

interface GateStepsProps {
  readonly row: RegisterRow
  readonly kinds: ListedRegister['kinds']
  readonly onChanged: (words: string) => void
}

/** The latest step at a glance, all of them behind a click: who entered each, for whom, and what no longer counts. */
export function GateSteps({ row: { steps }, kinds, onChanged }: GateStepsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const nameOf = useKindName(kinds)
  const [shown, setShown] = useState<{ readonly step: RegisterStep; readonly as: 'change' | 'history' }>()
  const last = steps.findLast(({ entry }) => entry === null || isCounting(entry))
  const close = () => setShown(undefined)
  return (
    <>
      {last !== undefined && texts.lastStep(nameOf(last.kind), formatShortDate(last.day, language))}
      <Disclosure summary={texts.steps(steps.length)}>
        <ul className="plain-list">
          {steps.map((step, at) => {
            const day = formatShortDate(step.day, language)
            const name = nameOf(step.kind)
            return (
              // A step has no name of its own where the case system told of it; their order stands until they are asked for anew.
              <li key={step.entry?.id ?? at}>
                {day}
                {step.moment !== null && ` ${formatTime(step.moment, language)}`}: {name}
                <span className="cell-note">
                  <Origin step={step} />
                </span>
                {step.entry !== null && (
                  <span>
                    {step.entry.mayChange && (
                      <Button
                        variant="tertiary"
                        aria-label={texts.changeNamed(name, day)}
                        onClick={() => setShown({ step, as: 'change' })}
                      >
                        {texts.change}
                      </Button>
                    )}
                    {step.entry.version > 1 && (
                      <Button
                        variant="tertiary"
                        aria-label={texts.historyNamed(name, day)}
                        onClick={() => setShown({ step, as: 'history' })}
                      >
                        {texts.history}
                      </Button>
                    )}
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      </Disclosure>
      {shown?.as === 'change' && shown.step.entry !== null && (
        <ChangeEntryDialog
          name={nameOf(shown.step.kind)}
          step={shown.step}
          entry={shown.step.entry}
          onClose={close}
          onDone={(words) => {
            close()
            onChanged(words)
          }}
        />
      )}
      {shown?.as === 'history' && shown.step.entry !== null && (
        <EntryHistory title={nameOf(shown.step.kind)} id={shown.step.entry.id} onClose={close} />
      )}
    </>
  )
}

function isCounting({ act }: NonNullable<RegisterStep['entry']>): boolean {
  return act !== 'withdrawn' && act !== 'set-aside'
}

function Origin({ step: { entry } }: { step: RegisterStep }) {
  const texts = useTexts({ da, en })
  if (entry === null) return texts.fromCaseSystem
  const by = entry.enteredBy ?? texts.somebody
  const approver = entry.approver ?? texts.somebody
  const origin = entry.onBehalf
    ? texts.onBehalf(by, approver)
    : entry.approver === null
      ? texts.enteredBy(by)
      : texts.approvedBy(approver)
  const state = {
    entered: null,
    'counted-again': null,
    corrected: texts.corrected,
    withdrawn: texts.withdrawn,
    'set-aside': texts.setAside,
  }[entry.act]
  return (
    <>
      {[origin, ...(state === null ? [] : [state])].join('; ')}
      {entry.reason !== '' && `: ${entry.reason}`}
      {entry.note !== '' && <span className="cell-note">{entry.note}</span>}
    </>
  )
}
