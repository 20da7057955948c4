import type { Command } from 'commander'
import type { Say } from './terminal.ts'

/** Which database and municipality a command works on. */
export interface WhereFlags {
  readonly data?: string
  readonly municipality?: string
}

function addMunicipalityOption(command: Command, say: Say): Command {
  return command.option(
    '--municipality <name>',
    say(
      'kommunens navn; skal angives, hvor databasen har flere',
      "the municipality's name; needed where the database has several",
    ),
  )
}

export function addDataOption(command: Command, say: Say): Command {
  return command.option(
    '--data <folder>',
    say(
      'mappe til programmets egen database (hvis den udelades: .tilsyn)',
      "folder of the program's own database (default: .tilsyn)",
    ),
  )
}

export function addWhereOptions(command: Command, say: Say): Command {
  return addDataOption(addMunicipalityOption(command, say), say)
}

export function whereOf({ data, municipality }: WhereFlags): {
  readonly data: string | undefined
  readonly municipality: string | undefined
} {
  return { data, municipality }
}
