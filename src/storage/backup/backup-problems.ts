import type { Problem } from '../../core/language/problem.ts'
import { systemReason } from '../../core/language/system-reason.ts'

/** Thrown within this room only, where streams leave no other way out; its functions return the problem as a value. */
export class BackupRefused extends Error {
  readonly problem: Problem
  constructor(problem: Problem, cause?: unknown) {
    super(problem.code, { cause })
    this.problem = problem
  }
}

export function notABackup(file: string): Problem {
  return {
    code: 'not-a-backup',
    text: {
      da: 'Filen er ikke en krypteret sikkerhedskopi fra tilsyn. Er det den rigtige fil?',
      en: 'The file is not an encrypted backup made by tilsyn. Is it the right file?',
    },
    at: { file },
  }
}

export function wrongKey(file: string): Problem {
  return {
    code: 'backup-wrong-key',
    text: {
      da: 'Nøglen passer ikke til sikkerhedskopien, eller filens begyndelse er beskadiget. Brug den hemmelige nøgle eller den adgangssætning, som kopien blev lavet til.',
      en: 'The key does not fit the backup, or the beginning of the file is damaged. Use the secret key or the passphrase that the backup was made for.',
    },
    at: { file },
  }
}

export function damaged(file: string): Problem {
  return {
    code: 'backup-damaged',
    text: {
      da: 'Sikkerhedskopien er afbrudt, ændret eller beskadiget og kan ikke bruges. Tag et andet eksemplar eller en anden dags kopi.',
      en: 'The backup is cut off, altered or damaged and cannot be used. Take another copy of it or another day’s backup.',
    },
    at: { file },
  }
}

export function unknownVersion(file: string): Problem {
  return {
    code: 'backup-newer',
    text: {
      da: 'Sikkerhedskopien er lavet af en nyere version af tilsyn. Gendan den med den version eller en nyere.',
      en: 'The backup was made by a newer version of tilsyn. Restore it with that version or a newer one.',
    },
    at: { file },
  }
}

export function otherTables(file: string, migration: string): Problem {
  return {
    code: 'backup-of-other-tables',
    text: {
      da: `Sikkerhedskopien er lavet med en anden udgave af ${migration} end dette programs. Gendan den med den version af tilsyn, der lavede den.`,
      en: `The backup was made with another text of ${migration} than this program’s. Restore it with the version of tilsyn that made it.`,
    },
    at: { file },
  }
}

export function unreadable(file: string, error: unknown): Problem | undefined {
  const reason = systemReason(error)
  return reason === undefined
    ? undefined
    : {
        code: 'file-unreadable',
        text: { da: `Filen kan ikke læses (${reason.da}).`, en: `The file cannot be read (${reason.en}).` },
        at: { file },
      }
}

export function unwritable(file: string, error: unknown): Problem | undefined {
  const reason = systemReason(error)
  return reason === undefined
    ? undefined
    : {
        code: 'file-unwritable',
        text: {
          da: `Filen kan ikke skrives (${reason.da}). Der er ikke lavet nogen sikkerhedskopi.`,
          en: `The file cannot be written (${reason.en}). No backup was made.`,
        },
        at: { file },
      }
}

export function alreadyThere(file: string): Problem {
  return {
    code: 'file-exists',
    text: {
      da: 'Der er allerede en fil med det navn, og en sikkerhedskopi skriver ikke oven i en anden. Vælg et andet navn eller en mappe.',
      en: 'There is a file of that name already, and a backup does not overwrite another. Choose another name, or a folder.',
    },
    at: { file },
  }
}
