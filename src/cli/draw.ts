import { InvalidArgumentError, type Command } from 'commander'
import type { ReplaceFlags, SampleFlags, VerifyFlags } from './draw/flags.ts'
import type { Register } from './register.ts'
import { sayIn, type Say } from './terminal.ts'

/** `tilsyn draw`, `draw verify` and `draw replace`: a level's sample, without a server. */
export const registerDraw: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const draw = program
    .command('draw')
    .description(
      say(
        'træk et niveaus sager; enhver med ramme og frø kan kontrollere det',
        "draw a level's cases; anyone with frame and seed can check it",
      ),
    )
  // The drawing itself is a default subcommand, because commander demands a parent's options of its subcommands too.
  const sample = draw
    .command('sample', { isDefault: true })
    .description(
      say(
        'træk sagerne til et niveau i en runde (ordet "sample" kan udelades)',
        'draw the cases of one level of a round (the word "sample" may be left out)',
      ),
    )
    .requiredOption('--programme <file>', say('tilsynsprogram (YAML)', 'programme (YAML)'))
    .requiredOption(
      '--round <id>',
      say('rundens id, for eksempel 2018q2', "the round's id, for example 2018q2"),
    )
    .option('--level <number>', say('niveauet, der trækkes', 'level to draw'), levelReader(say), 1)
    .option(
      '--from <file>',
      say(
        'DRAW.json for niveauet under; skal med, når niveauet trækkes af et andet',
        'DRAW.json of the level below; needed where a level is drawn from another',
      ),
    )
    .requiredOption('--out <file>', say('hvor DRAW.json skal skrives', 'where to write DRAW.json'))
    .action(async (flags: SampleFlags) => {
      const { runSample } = await import('./draw/run-sample.ts')
      await runSample(terminal, flags, (message) => sample.error(`error: ${message}`))
    })
  const verify = draw
    .command('verify <draw>')
    .description(
      say('beregn en trækning igen, og sig, hvad der afviger', 'compute a draw again and say what differs'),
    )
    .option(
      '--from <file>',
      say(
        'DRAW.json for niveauet under, for at kontrollere, at trækningen bygger på det',
        'DRAW.json of the level below, to check that the draw builds on it',
      ),
    )
    .option(
      '--programme <file>',
      say(
        'tilsynsprogrammet, for at kontrollere, at trækningen fulgte dets regel',
        'programme, to check that the draw followed its rule',
      ),
    )
    .option(
      '--differences <file>',
      say(
        'hvor alle afvigelser skal skrives; på skærmen vises de første af hver slags',
        'where to write every difference; the screen shows the first of each kind',
      ),
    )
    .action(async (path: string, flags: VerifyFlags) => {
      const { runVerify } = await import('./draw/run-verify.ts')
      await runVerify(terminal, path, flags)
    })
  const replace = draw
    .command('replace <draw>')
    .description(
      say(
        'tag en uegnet sag ud og den næste i rækken ind',
        'take an ineligible case out and the next in order in',
      ),
    )
    .requiredOption('--case <id>', say('sagen, der tages ud', 'the case to take out'))
    .option(
      '--stage <key>',
      say('dens sagstrin, hvis sagen er trukket med flere', 'its stage, if the case was drawn with several'),
    )
    .requiredOption(
      '--reason <text>',
      say(
        'hvorfor; trykkes i rapporten, så beskriv hverken barn eller familie',
        'why; printed in the report, so describe neither child nor family',
      ),
    )
    .requiredOption(
      '--out <file>',
      say('hvor den nye DRAW.json skal skrives', 'where to write the new DRAW.json'),
    )
    .action(async (path: string, flags: ReplaceFlags) => {
      const { runReplace } = await import('./draw/run-replace.ts')
      await runReplace(terminal, path, flags)
    })
  for (const command of [sample, verify, replace]) addFrameOptions(command, say)
  draw.addHelpText('after', () => `\n${sample.helpInformation()}`)
}

function addFrameOptions(command: Command, say: Say): void {
  command
    .requiredOption('--frame <file>', say('sagstrin: CSV eller XLSX', 'case stages: CSV or XLSX'))
    .requiredOption(
      '--seed-file <file>',
      say(
        'det hemmelige lodtrækningsfrø; filens sidste linjeskift tæller ikke med',
        'the secret seed; its final newline does not count',
      ),
    )
    .option(
      '--columns <file>',
      say(
        'kolonneoversigt (YAML eller JSON): vores navn til navnet i filen',
        'column mapping (YAML or JSON): our name to the name in the file',
      ),
    )
}

function levelReader(say: Say): (text: string) => number {
  return (text) => {
    if (!/^[1-9]\d{0,2}$/u.test(text))
      throw new InvalidArgumentError(say('Skriv et helt tal fra 1.', 'Write a whole number from 1.'))
    return Number(text)
  }
}
