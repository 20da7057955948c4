import { InvalidArgumentError, Option, type Command } from 'commander'
import type { ReplaceFlags, SampleFlags, VerifyFlags } from './draw/flags.ts'
import type { Terminal } from './terminal.ts'

/** `tilsyn draw`, `draw verify` and `draw replace`: a level's sample, without a server. */
export function registerDraw(program: Command, terminal: Terminal): void {
  const draw = program
    .command('draw')
    .description("draw a level's cases; anyone with frame and seed can check it")
  // The drawing itself is a default subcommand, because commander demands a parent's options of its subcommands too.
  const sample = draw
    .command('sample', { isDefault: true })
    .description('draw the cases of one level of a round (the word "sample" may be left out)')
    .requiredOption('--programme <file>', 'programme (YAML)')
    .requiredOption('--round <id>', "the round's id, for example 2018q2")
    .option('--level <number>', 'level to draw', wholeNumber, 1)
    .option('--from <file>', 'DRAW.json of the level below')
    .requiredOption('--out <file>', 'where to write DRAW.json')
    .action(async (flags: SampleFlags) => {
      const { runSample } = await import('./draw/run-sample.ts')
      await runSample(terminal, flags, (message) => sample.error(`error: ${message}`))
    })
  const verify = draw
    .command('verify <draw>')
    .description('compute a draw again and say what differs')
    .option('--from <file>', 'DRAW.json of the level below, to check that the draw builds on it')
    .option('--programme <file>', 'programme, to check that the draw followed its rule')
    .action(async (path: string, flags: VerifyFlags) => {
      const { runVerify } = await import('./draw/run-verify.ts')
      await runVerify(terminal, path, flags)
    })
  const replace = draw
    .command('replace <draw>')
    .description('take an ineligible case out and the next in order in')
    .requiredOption('--case <id>', 'the case to take out')
    .option('--stage <key>', 'its stage, if the case was drawn with several')
    .requiredOption('--reason <text>', 'why; printed in the report, so describe neither child nor family')
    .requiredOption('--out <file>', 'where to write the new DRAW.json')
    .action(async (path: string, flags: ReplaceFlags) => {
      const { runReplace } = await import('./draw/run-replace.ts')
      await runReplace(terminal, path, flags)
    })
  for (const command of [sample, verify, replace]) addFrameOptions(command)
  draw.addHelpText('after', () => `\n${sample.helpInformation()}`)
}

function addFrameOptions(command: Command): void {
  command
    .addOption(new Option('--frame <file>', 'case stages: CSV or XLSX').makeOptionMandatory())
    .addOption(
      new Option(
        '--seed-file <file>',
        'the secret seed; its final newline does not count',
      ).makeOptionMandatory(),
    )
    .addOption(
      new Option('--columns <file>', 'column mapping (YAML or JSON): our name to the name in the file'),
    )
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,2}$/u.test(text)) throw new InvalidArgumentError('A whole number from 1 is expected.')
  return Number(text)
}
