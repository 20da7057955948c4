import { danishDay } from '../../app/frame/danish-day.ts'
import { purgeData } from '../../boot/purge.ts'
import { kindTexts, agedKinds } from '../../core/access/retention/kinds.ts'
import { openProgress } from '../progress.ts'
import { orRefuse, sayIn, type Terminal } from '../terminal.ts'

export async function runPurge(terminal: Terminal, data: string | undefined): Promise<void> {
  const say = sayIn(terminal)
  const bar = openProgress(terminal, { da: 'Sletter', en: 'Erasing' })
  const done = orRefuse(
    terminal,
    await purgeData({
      data,
      today: danishDay(new Date()),
      progress: (_name, count, all) => bar.show(count / Math.max(1, all)),
      purged: (name, { erased, leftAlone, aged }) => {
        terminal.out(
          `${name}: ${say(`${erased} sager slettet, ${leftAlone} beholdt`, `${erased} cases erased, ${leftAlone} kept`)}\n`,
        )
        for (const kind of agedKinds)
          if (aged[kind] > 0) terminal.out(`  ${kindTexts[kind].name[terminal.language]}: ${aged[kind]}\n`)
      },
    }).finally(() => bar.close()),
  )
  if (done.left.length > 0)
    terminal.err(
      `${say(
        `Databasens ejer må ikke alt det, der fjerner de sidste spor. Lad en superbruger køre: ${done.left.join('; ')}`,
        `The database’s owner may not do all that removes the last traces. Have a superuser run: ${done.left.join('; ')}`,
      )}\n`,
    )
}
