import { backupStatus } from '../../boot/backup-status.ts'
import { Exit, orRefuse, sayIn, type Terminal } from '../terminal.ts'

export async function runStatus(terminal: Terminal, { to }: { readonly to?: string }): Promise<void> {
  const say = sayIn(terminal)
  const status = orRefuse(terminal, await backupStatus(to, new Date()))
  const { folder, newest, alarming, verified, verifyDue } = status
  const written = (time: Date): string =>
    new Intl.DateTimeFormat(terminal.language === 'da' ? 'da-DK' : 'en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Europe/Copenhagen',
    }).format(time)
  const made =
    newest === undefined
      ? say('der er ingen sikkerhedskopi', 'there is no backup')
      : `${say('den nyeste sikkerhedskopi er fra', 'the newest backup is of')} ${written(newest)}`
  const opened =
    verified === undefined
      ? say('Ingen er efterprøvet.', 'None was verified.')
      : `${say('Den nyeste, der er efterprøvet, er fra', 'The newest one verified is of')} ${written(verified)}.`
  const mustVerify = verifyDue
    ? say(
        ' Ingen fra de seneste 35 dage er efterprøvet: tilsyn backup verify FIL',
        ' None of the last 35 days was verified: tilsyn backup verify FILE',
      )
    : ''
  const line = `${folder}: ${made}.${alarming && newest !== undefined ? say(' Det er over to døgn siden.', ' That is more than two days ago.') : ''} ${opened}${mustVerify}\n`
  if (!alarming && !verifyDue) return terminal.out(line)
  terminal.err(line)
  throw new Exit(1)
}
