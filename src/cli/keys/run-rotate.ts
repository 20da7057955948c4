import { rotateKeys } from '../../boot/rotate-keys.ts'
import { Exit, orRefuse, sayIn, type Terminal } from '../terminal.ts'

export async function runRotate(terminal: Terminal, data: string | undefined): Promise<void> {
  const say = sayIn(terminal)
  const done = orRefuse(
    terminal,
    await rotateKeys({
      data,
      progress: () => undefined,
      rotated: (name, { changed, unreadable, discarded }) => {
        terminal.out(
          `${name}: ${say(`${changed} CPR-numre krypteret på ny`, `${changed} CPR numbers encrypted anew`)}\n`,
        )
        if (discarded > 0)
          terminal.out(
            `  ${say(
              `${discarded} importer, der ventede på bekræftelse, er kasseret. Importér filerne igen.`,
              `${discarded} imports that waited for confirmation were discarded. Import the files again.`,
            )}\n`,
          )
        if (unreadable > 0)
          terminal.err(
            `${name}: ${say(
              `${unreadable} CPR-numre kan ikke læses med de angivne nøgler. De er ikke rørt.`,
              `${unreadable} CPR numbers cannot be read with the keys given. They were left as they are.`,
            )}\n`,
          )
      },
    }),
  )
  if (!done.complete) throw new Exit(1)
  terminal.out(
    `${
      done.own
        ? say('Den gamle nøgle er fjernet fra secrets.json.', 'The old key was removed from secrets.json.')
        : say(
            'Fjern nu TILSYN_PERSONAL_KEYS_OLD, og genstart serveren.',
            'Now remove TILSYN_PERSONAL_KEYS_OLD and restart the server.',
          )
    }\n`,
  )
}
