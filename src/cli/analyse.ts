import type { AnalyseFlags } from './analyse/run-analyse.ts'
import type { Register } from './register.ts'
import { sayIn } from './terminal.ts'

/** `tilsyn analyse`: answers in, ANALYSIS.json out; needs no server. */
export const registerAnalyse: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const command = program
    .command('analyse')
    .description(
      say(
        'beregn alt, hvad en runde viser, ud fra dens svar',
        'compute all that a round shows, from its answers',
      ),
    )
    .requiredOption('--programme <file>', say('tilsynsprogram (YAML)', 'programme (YAML)'))
    .requiredOption(
      '--answers <file...>',
      say('svar: CSV eller XLSX, en fil eller flere', 'answers: CSV or XLSX, one file or several'),
    )
    .requiredOption(
      '--round <id>',
      say('rundens id, for eksempel 2018q2', "the round's id, for example 2018q2"),
    )
    .option(
      '--baseline <id>',
      say(
        'runden, der sammenlignes med; dens svar står i en af filerne',
        'the round to compare with; its answers are in one of the files',
      ),
    )
    .option(
      '--draw <file...>',
      say(
        'DRAW.json for hvert niveau, også baselinerundens, hvis de haves: så tæller sagerne efter deres chance for at blive trukket',
        'DRAW.json of every level, of the baseline too if at hand: cases then count by their chance to be drawn',
      ),
    )
    .option(
      '--baseline-programme <file>',
      say(
        'programmet, som det var i baselinerunden (YAML), hvis det var en anden version',
        'the programme as it was in the baseline round (YAML), if it was another version',
      ),
    )
    .option(
      '--frame <file...>',
      say(
        'sagstrin med deres datoer, til sagsoversigten',
        'case stages with their dates, for the table of cases',
      ),
    )
    .option(
      '--columns <file>',
      say(
        'kolonneoversigt (YAML eller JSON): vores navn til navnet i filen',
        'column mapping (YAML or JSON): our name to the name in the file',
      ),
    )
    .option(
      '--notice <text>',
      say(
        'det, enhver læser skal vide om svarene, for eksempel at sagerne er konstruerede; rapporten trykker det på hver side',
        'what every reader must know of the answers, for example that the cases are constructed; the report prints it on each page',
      ),
    )
    .requiredOption('--out <file>', say('hvor ANALYSIS.json skal skrives', 'where to write ANALYSIS.json'))
    .action(async (flags: AnalyseFlags) => {
      if (flags.baselineProgramme !== undefined && flags.baseline === undefined)
        command.error(
          `error: ${say(
            '--baseline-programme hører til en baselinerunde: angiv den med --baseline, eller udelad programmet.',
            '--baseline-programme belongs to a baseline round: give it with --baseline, or leave the programme out.',
          )}`,
        )
      const { runAnalyse } = await import('./analyse/run-analyse.ts')
      await runAnalyse(terminal, flags)
    })
}
