import { useQuery } from '@tanstack/react-query'
import { getBackupHealth } from '../../../contract/access/health.ts'
import { ask } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { backupLine as da } from '../../texts/da/backup-line.ts'
import { backupLine as en } from '../../texts/en/backup-line.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

/** When the newest backup was made, and the newest verified one; that somebody must look where either is too old. */
export function BackupLine() {
  const texts = useTexts<typeof da>({ da, en })
  const language = useLanguage()
  const query = useQuery(ask(getBackupHealth, {}))
  return (
    <Answer query={query}>
      {({ backup }) => {
        if (backup === null) return <p className="soft">{texts.none}</p>
        const { newest, alarming, verified, verifyDue } = backup
        if (newest === null)
          return (
            <p>
              <StatusTag kind="attention">{texts.missing}</StatusTag>
            </p>
          )
        const time = formatDateTime(newest, language)
        const opened =
          verified === null ? texts.noneVerified : texts.verified(formatDateTime(verified, language))
        return (
          <>
            {alarming ? (
              <p>
                <StatusTag kind="attention">{texts.tooOld(time)}</StatusTag>
              </p>
            ) : (
              <p className="soft">{texts.newest(time)}</p>
            )}
            {verifyDue ? (
              <p>
                <StatusTag kind="attention">{`${opened} ${texts.mustVerify}`}</StatusTag>
              </p>
            ) : (
              <p className="soft">{opened}</p>
            )}
          </>
        )
      }}
    </Answer>
  )
}
