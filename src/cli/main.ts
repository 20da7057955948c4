import { Command, CommanderError } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import { terminalLanguage } from '../boot/terminal-language.ts'
import { registerAnalyse } from './analyse.ts'
import { registerDraw } from './draw.ts'
import { registerFigures } from './figures.ts'
import { registerImport } from './import.ts'
import { registerMigrate } from './migrate.ts'
import { registerPlan } from './plan.ts'
import { registerProgramme } from './programme.ts'
import type { Register } from './register.ts'
import { registerReport } from './report.ts'
import { registerServe } from './serve.ts'
import { registerStats } from './stats.ts'
import { Exit, type Terminal } from './terminal.ts'
import { registerUnit } from './unit.ts'
import { registerUser } from './user.ts'

const terminal: Terminal = {
  language: terminalLanguage(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY,
}

const program = new Command('tilsyn')
  .description('Audit of case files in public administration')
  .version(packageFile.version)
  .exitOverride()
  .showHelpAfterError('(--help shows the usage)')

const registers: readonly Register[] = [
  registerDraw,
  registerAnalyse,
  registerPlan,
  registerFigures,
  registerReport,
  registerMigrate,
  registerImport,
  registerServe,
  registerUnit,
  registerUser,
  registerProgramme,
  registerStats,
]
for (const register of registers) register(program, terminal)

// A reader that closes early (`tilsyn stats | head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof Exit) process.exitCode = error.code
  else if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else throw error
}
