import type { FindingSummary } from '../../../contract/finding/finding.ts'
import { formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { CriticalMark } from './CriticalMark.tsx'
import { shortName, useErrorWords } from './finding-words.ts'
import { PutOff } from './PutOff.tsx'

/** One finding on the board: what, where, who, by when, and the way to its next step. */
export function BoardCard({ of, onMove }: { of: FindingSummary; onMove: () => void }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const errorWords = useErrorWords()
  const { caseId, stage, unit, severity, responsible, due, planBy, overdue, critical } = of
  const day =
    due !== null
      ? formatShortDate(due, language)
      : planBy === null
        ? null
        : texts.planBy(formatShortDate(planBy, language))
  return (
    <li className="board-card">
      <p>
        <Link to={paths.finding(of.id)}>{errorWords(of)}</Link>
      </p>
      <p className="soft small">
        {texts.caseAndStage(caseId, local(stage.title))}. {unit.name}.
      </p>
      {severity === 'serious' && <StatusTag kind="attention">{texts.severities[severity]}</StatusTag>}
      <CriticalMark critical={critical} />
      {(responsible !== null || day !== null) && (
        <p className="small">
          {responsible?.name}{' '}
          {day !== null &&
            (overdue ? (
              <StatusTag kind="danger">
                {texts.overdue} {day}
              </StatusTag>
            ) : (
              day
            ))}
        </p>
      )}
      <PutOff of={of} />
      <Button className="small" aria-label={texts.moveNamed(shortName(of))} onClick={onMove}>
        {texts.move}
      </Button>
    </li>
  )
}
