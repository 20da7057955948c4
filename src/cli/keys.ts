import type { Register } from './register.ts'
import { sayIn } from './terminal.ts'
import { addDataOption } from './where.ts'

/** `tilsyn keys rotate`: CPR numbers under a new key. */
export const registerKeys: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const keys = program
    .command('keys')
    .description(say('nøglen, som CPR-numre krypteres med', 'the key that CPR numbers are encrypted with'))
  addDataOption(
    keys
      .command('rotate')
      .description(
        say(
          'kryptér alle CPR-numre med en ny nøgle; kan afbrydes og køres igen, og bagefter kan den gamle nøgle fjernes',
          'encrypt all CPR numbers with a new key; can be stopped and run again, and then the old key can be removed',
        ),
      ),
    say,
  ).action(async (flags: { readonly data?: string }) => {
    const { runRotate } = await import('./keys/run-rotate.ts')
    await runRotate(terminal, flags.data)
  })
}
