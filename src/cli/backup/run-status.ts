import { backupStatus } from '../../boot/backup-status.ts'
import { Exit, orRefuse, sayIn, type Terminal } from '../terminal.ts'

export async function runStatus(terminal: Terminal, { to }: { readonly to?: string }): Promise<void> {
  const say = sayIn(terminal)
  const { folder, newest, alarming } = orRefuse(terminal, await backupStatus(to, new Date()))
  const made =
    newest === undefined
      ? say('der er ingen sikkerhedskopi', 'there is no backup')
      : `${say('den nyeste sikkerhedskopi er fra', 'the newest backup is of')} ${new Intl.DateTimeFormat(
          terminal.language === 'da' ? 'da-DK' : 'en-GB',
          { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Copenhagen' },
        ).format(newest)}`
  const line = `${folder}: ${made}.${alarming && newest !== undefined ? say(' Det er over to døgn siden.', ' That is more than two days ago.') : ''}\n`
  if (!alarming) return terminal.out(line)
  terminal.err(line)
  throw new Exit(1)
}
