import type { ReconciliationEntry } from '../../../../contract/caseflow/reconciliation.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { StatusTag, type StatusKind } from '../../../ui/StatusTag.tsx'

interface EntryConclusionProps {
  readonly entry: ReconciliationEntry
  readonly number: string
  readonly onConclude: () => void
}

const kinds: Readonly<Record<ReconciliationEntry['standing'], StatusKind>> = {
  open: 'neutral',
  'to-correct': 'attention',
  corrected: 'done',
  settled: 'done',
}

/** What people found out, the newest first, and whether what they asked for has come. */
export function EntryConclusion({ entry, number, onConclude }: EntryConclusionProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { standing, correctedAt, conclusions, mayConclude, caseId } = entry
  const [newest, ...earlier] = conclusions
  return (
    <>
      {(newest !== undefined || mayConclude) && (
        <StatusTag kind={kinds[standing]}>{texts.standings[standing]}</StatusTag>
      )}
      {newest !== undefined && <Said of={newest} />}
      {correctedAt !== null && (
        <span className="cell-note">{texts.correctedOn(formatShortDate(correctedAt, language))}</span>
      )}
      {earlier.length > 0 && (
        <Disclosure summary={texts.history(earlier.length)}>
          {earlier.map((one) => (
            <Said key={one.at} of={one} />
          ))}
        </Disclosure>
      )}
      {mayConclude && (
        <Button variant="tertiary" aria-label={texts.concludeOf(caseId, number)} onClick={onConclude}>
          {newest === undefined ? texts.conclude : texts.concludeAgain}
        </Button>
      )}
    </>
  )
}

function Said({ of }: { of: ReconciliationEntry['conclusions'][number] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return (
    <div>
      {texts.conclusions[of.conclusion]}
      <span className="cell-note">{of.reason}</span>
      <span className="cell-note">{texts.concludedBy(of.by, formatShortDate(of.at, language))}</span>
      <span className="cell-note">
        {texts.saidThen(texts.registrySides[of.registry], texts.answers[of.answer])}
      </span>
    </div>
  )
}
