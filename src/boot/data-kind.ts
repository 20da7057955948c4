import type { Problem } from '../core/language/problem.ts'
import type { Database } from '../storage/transaction.ts'

export type DataKind = 'empty' | 'demo' | 'real'

/** Whether a database holds constructed data. One real municipality makes it real. */
export async function dataKind(database: Database): Promise<DataKind> {
  const municipalities = await database.beforeSignIn.listMunicipalities()
  if (municipalities.length === 0) return 'empty'
  return municipalities.every(({ demo }) => demo) ? 'demo' : 'real'
}

/** Why a start in this mode must not touch this database; undefined when it may. */
export function wrongMode(kind: DataKind, demo: boolean): Problem | undefined {
  if (kind === 'demo' && !demo) return demoData
  if (kind === 'real' && demo) return realData
  return undefined
}

/** The user switcher lets anyone be anyone, so production knows no demo. */
export const demoInProduction: Problem = {
  code: 'demo-in-production',
  text: {
    da: '--demo kan ikke bruges i drift (NODE_ENV=production eller DATABASE_URL er sat): enhver kunne blive enhver. Start uden --demo.',
    en: '--demo cannot be used in production (NODE_ENV=production or DATABASE_URL is set): anyone could become anyone. Start without --demo.',
  },
}

const demoData: Problem = {
  code: 'demo-data',
  text: {
    da: 'Databasen rummer demodata. Start med --demo, eller vælg en anden mappe med --data.',
    en: 'The database holds demo data. Start with --demo, or choose another folder with --data.',
  },
}

const realData: Problem = {
  code: 'real-data',
  text: {
    da: 'Databasen rummer rigtige data, så --demo afvises. Start uden --demo, eller vælg en anden mappe med --data.',
    en: 'The database holds real data, so --demo is refused. Start without --demo, or choose another folder with --data.',
  },
}
