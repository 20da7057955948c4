import { useQuery } from '@tanstack/react-query'
import { getEntry } from '../../../../contract/caseflow/registers.ts'
import { ask } from '../../../api.ts'
import { formatDateTime, formatShortDate, formatTime } from '../../../format/dates.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

interface EntryHistoryProps {
  readonly title: string
  readonly id: string
  readonly onClose: () => void
}

/** All that an entry has said, the newest first. */
export function EntryHistory({ title, id, onClose }: EntryHistoryProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const query = useQuery(ask(getEntry, { params: { entry: id } }))
  return (
    <Dialog title={`${texts.history}: ${title}`} open onClose={onClose}>
      <Answer query={query}>
        {({ versions }) => (
          <ol reversed className="plain-list">
            {versions.map(({ version, act, day, moment, note, reason, by, at }) => (
              <li key={version}>
                <strong>{texts.versionActs[act]}</strong>{' '}
                {texts.by(by ?? texts.program, formatDateTime(at, language))}
                {reason !== '' && `: ${reason}`}
                <span className="cell-note">
                  {formatShortDate(day, language)}
                  {moment !== null && ` ${formatTime(moment, language)}`}
                  {note !== '' && `, ${note}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Answer>
      <div className="button-row">
        <Button onClick={onClose}>{texts.close}</Button>
      </div>
    </Dialog>
  )
}
