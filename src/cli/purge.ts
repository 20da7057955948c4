import type { Register } from './register.ts'
import { sayIn } from './terminal.ts'
import { addDataOption } from './where.ts'

/** `tilsyn purge`: erases what two people have approved, and what is due by age. */
export const registerPurge: Register = (program, terminal) => {
  const say = sayIn(terminal)
  addDataOption(
    program
      .command('purge')
      .description(
        say(
          'slet de sager, som to personer har godkendt til sletning, og det, hvis frist er gået; kan afbrydes og køres igen',
          'erase the cases that two people have approved for erasing, and what is past its period; can be stopped and run again',
        ),
      ),
    say,
  ).action(async (flags: { readonly data?: string }) => {
    const { runPurge } = await import('./purge/run-purge.ts')
    await runPurge(terminal, flags.data)
  })
}
