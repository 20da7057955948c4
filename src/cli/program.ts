import { Command, CommanderError, InvalidArgumentError } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import { languages } from '../core/language/language.ts'
import { findLikelyWord } from '../core/programme/did-you-mean.ts'
import { registerAnalyse } from './analyse.ts'
import { registerBackup, registerRestore } from './backup.ts'
import { registerDeadlines } from './deadlines.ts'
import { registerDraw } from './draw.ts'
import { registerFigures } from './figures.ts'
import { registerFlowReport } from './flow-report.ts'
import { registerImport } from './import.ts'
import { registerMigrate } from './migrate.ts'
import { registerPlan } from './plan.ts'
import { registerProgramme } from './programme.ts'
import { registerPurge } from './purge.ts'
import { registerReconcile } from './reconcile.ts'
import type { Register } from './register.ts'
import { registerReport } from './report.ts'
import { registerKeys } from './keys.ts'
import { registerSeal } from './seal.ts'
import { registerServe } from './serve.ts'
import { registerStats } from './stats.ts'
import { Exit, sayIn, type Say, type Terminal } from './terminal.ts'
import { registerUnit } from './unit.ts'
import { registerUser } from './user.ts'
import { helpWords, withStandIns } from './usage/help-words.ts'
import { usageError } from './usage/usage-errors.ts'

const registers: readonly Register[] = [
  registerProgramme,
  registerDraw,
  registerAnalyse,
  registerReport,
  registerPlan,
  registerDeadlines,
  registerFlowReport,
  registerReconcile,
  registerFigures,
  registerStats,
  registerServe,
  registerMigrate,
  registerImport,
  registerUnit,
  registerUser,
  registerKeys,
  registerSeal,
  registerBackup,
  registerRestore,
  registerPurge,
]

/** Runs one command line and gives the process's exit code: 0 done, 1 a negative result or bad input, 2 wrong usage. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const program = createProgram(terminal)
    refuseUnknownHelp(program, words)
    refuseUnknownCommand(program, words)
    await program.parseAsync(words, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof Exit) return error.code
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
}

function createProgram(terminal: Terminal): Command {
  const { language } = terminal
  const say = sayIn(terminal)
  const program = new Command('tilsyn')
    .description(
      say('Tilsyn med sager i offentlig forvaltning', 'Audit of case files in public administration'),
    )
    .version(packageFile.version, '-V, --version', say('vis versionen', 'show the version'))
    .helpOption('-h, --help', say('vis denne hjælp', 'show this help'))
    .helpCommand('help [command]', say('vis hjælp til en kommando', 'show the help of a command'))
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError(say('(--help viser brugen)', '(--help shows the usage)'))
    .configureHelp(helpWords(language))
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) =>
        write(`${say('Fejl', 'Error')}: ${withStandIns(usageError(text)[language], language)}\n`),
    })
  for (const register of registers) register(program, terminal)
  addLanguageOption(program, say)
  return program
}

/** Every command takes `--lang`, but for those that make reports, where it names the report's languages. */
function addLanguageOption(command: Command, say: Say): void {
  const taken = command.options.some(({ long }) => long === '--lang')
  if (!taken)
    command.option(
      '--lang <language>',
      say('sprog for denne kommandolinje: da eller en', 'language of this command line: da or en'),
      (text: string) => {
        if (languages.some((known) => known === text)) return text
        throw new InvalidArgumentError(say('Skriv da eller en.', 'Write da or en.'))
      },
    )
  for (const child of command.commands) addLanguageOption(child, say)
}

/** Commander answers `help nope` with the whole help, and does not say that there is no such command. */
function refuseUnknownHelp(program: Command, [help, word]: readonly string[]): void {
  if (help !== 'help' || word === undefined || word.startsWith('-')) return
  const known = [...program.commands.map((one) => one.name()), 'help']
  if (!known.includes(word)) program.error(unknownCommand(word, known))
}

function unknownCommand(word: string, known: readonly string[]): string {
  const likely = findLikelyWord(word, known)
  return `error: unknown command '${word}'${likely === undefined ? '' : `\n(Did you mean ${likely}?)`}`
}

/** `draw` draws when no other word follows, so commander would take a misspelt `verify` for an argument of that. */
function refuseUnknownCommand(program: Command, words: readonly string[]): void {
  const at = words.indexOf('draw')
  const [draw, word] = [program.commands.find((one) => one.name() === 'draw'), words[at + 1]]
  if (
    at < 0 ||
    words.slice(0, at).some((one) => one !== '--lang' && !languages.some((known) => known === one))
  )
    return
  if (draw === undefined || word === undefined || word.startsWith('-')) return
  const known = [...draw.commands.map((one) => one.name()), 'help']
  if (!known.includes(word)) draw.error(unknownCommand(word, known))
}
