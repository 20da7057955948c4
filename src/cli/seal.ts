import type { Register } from './register.ts'
import type { VerifyFlags } from './seal/run-verify.ts'
import { sayIn } from './terminal.ts'
import { addWhereOptions } from './where.ts'

/** `tilsyn seal verify`: whether the logs are what was sealed. */
export const registerSeal: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const seal = program
    .command('seal')
    .description(
      say('loggenes segl: Merkle-træ og underskrift', 'the seals of the logs: Merkle tree and signature'),
    )
  addWhereOptions(
    seal
      .command('verify')
      .description(
        say(
          'regn seglene efter fra rækkerne, og sig, hvad der er rettet, slettet, indsat, byttet om eller skåret af',
          'compute the seals again from the rows, and say what was edited, deleted, inserted, swapped or cut off',
        ),
      )
      .option(
        '--heads <file...>',
        say(
          'udskrevne hoveder (heads-ÅÅÅÅ-MM.jsonl), helst et eksemplar gemt uden for serveren',
          'written-out heads (heads-YYYY-MM.jsonl), best a copy kept off the server',
        ),
      )
      .option(
        '--key <file...>',
        say(
          'offentlige nøgler (PEM); hvis de udelades: dem, programmet selv har lagt ved hovederne',
          'public keys (PEM); default: those the program itself left beside the heads',
        ),
      ),
    say,
  ).action(async (flags: VerifyFlags) => {
    const { runVerify } = await import('./seal/run-verify.ts')
    await runVerify(terminal, flags)
  })
}
