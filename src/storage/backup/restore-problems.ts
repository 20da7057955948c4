import type { Problem } from '../../core/language/problem.ts'

export const notEmpty: Problem = {
  code: 'database-not-empty',
  text: {
    da: 'Databasen rummer allerede data, og der gendannes kun i en tom. Intet er ændret. Vælg en ny mappe med --data, eller lav en ny database.',
    en: 'The database holds data already, and a backup is restored into an empty one only. Nothing was changed. Choose a new folder with --data, or make a new database.',
  },
}

export function newerDatabase(migration: string): Problem {
  return {
    code: 'database-newer-than-backup',
    text: {
      da: `Databasen er tom, men opdateret med ${migration}, som sikkerhedskopien er ældre end. Tag en helt ny database eller mappe; den opdateres bagefter af sig selv.`,
      en: `The database is empty but was updated with ${migration}, which the backup is older than. Take an entirely new database or folder; it is updated afterwards by itself.`,
    },
  }
}

export const inUse: Problem = {
  code: 'database-in-use',
  text: {
    da: 'Et andet program bruger databasens tabeller. Stop serveren, og gendan så. Intet er ændret.',
    en: 'Another program is using the database’s tables. Stop the server, then restore. Nothing was changed.',
  },
}

export function otherPersonalKey(file: string): Problem {
  return {
    code: 'other-personal-key',
    text: {
      da: 'Nøglen til personnumrene er ikke den, sikkerhedskopien er lavet med; personnumrene ville ikke kunne læses. Læg først den gemte nøgle på plads (docs/operations.md), eller gendan uden den med --without-personal-key. Intet er ændret.',
      en: 'The key of the personal numbers is not the one the backup was made with; the numbers could not be read. Put the key that was kept in its place first (docs/operations.md), or restore without it with --without-personal-key. Nothing was changed.',
    },
    at: { file },
  }
}

export function restoredDiffers(file: string, tables: readonly string[]): Problem {
  const names = tables.join(', ')
  return {
    code: 'restored-differs',
    text: {
      da: `Disse tabeller blev i databasen ikke de samme som i sikkerhedskopien: ${names}. Gendannelsen er trukket tilbage; databasen er tom.`,
      en: `These tables did not become the same in the database as in the backup: ${names}. The restore was rolled back; the database is empty.`,
    },
    at: { file },
  }
}
