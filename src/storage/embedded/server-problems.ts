import type { Problem } from '../../core/language/problem.ts'
import { systemReason } from '../../core/language/system-reason.ts'

export function folderInUse(folder: string, pid: number): Problem {
  return {
    code: 'data-folder-in-use',
    text: {
      da: `Datamappen ${folder} er i brug af et andet tilsyn-program (proces ${pid}). Afslut det først, eller vælg en anden mappe med TILSYN_DATA.`,
      en: `The data folder ${folder} is in use by another tilsyn program (process ${pid}). End it first, or choose another folder with TILSYN_DATA.`,
    },
  }
}

export function folderUnusable(folder: string, error: unknown): Problem {
  const reason = systemReason(error)
  return {
    code: 'data-folder-unusable',
    text: {
      da: `Datamappen ${folder} kan ikke oprettes eller bruges${reason === undefined ? '' : ` (${reason.da})`}. Vælg en anden med TILSYN_DATA.`,
      en: `The data folder ${folder} cannot be made or used${reason === undefined ? '' : ` (${reason.en})`}. Choose another one with TILSYN_DATA.`,
    },
  }
}

export function noBinaries(platform: string, arch: string): Problem {
  return {
    code: 'no-embedded-postgres',
    text: {
      da: `Der følger ingen PostgreSQL med til denne maskine (${platform}, ${arch}). Angiv din egen server med DATABASE_URL.`,
      en: `No PostgreSQL comes with the program for this machine (${platform}, ${arch}). Name your own server with DATABASE_URL.`,
    },
  }
}

export function otherMajor(folder: string, found: string, wanted: string): Problem {
  return {
    code: 'data-folder-of-other-version',
    text: {
      da: `Datamappen ${folder} er lavet af PostgreSQL ${found}, men dette program har version ${wanted}. Brug den version af tilsyn, der lavede den, og flyt data derfra.`,
      en: `The data folder ${folder} was made by PostgreSQL ${found}, but this program has version ${wanted}. Use the version of tilsyn that made it, and move the data from there.`,
    },
  }
}

export function serverLost(log: string): Problem {
  return {
    code: 'database-lost',
    text: {
      da: `Databasen er stoppet og kan ikke startes igen. Dens egne meddelelser står i ${log}.`,
      en: `The database has stopped and cannot be started again. Its own messages are in ${log}.`,
    },
  }
}
