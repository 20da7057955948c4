import type { Register } from './register.ts'
import { orRefuse, sayIn } from './terminal.ts'

/** `tilsyn migrate`: brings the database to this version's tables. */
export const registerMigrate: Register = (program, terminal) => {
  const say = sayIn(terminal)
  program
    .command('migrate')
    .description(
      say(
        'bring databasen til denne versions tabeller; det skader ikke at gøre det igen',
        'bring the database to the tables of this version; doing it again does no harm',
      ),
    )
    .action(async () => {
      const { databaseConfiguration } = await import('../boot/configuration.ts')
      const { migrateDatabase } = await import('../boot/database.ts')
      const applied = orRefuse(
        terminal,
        await migrateDatabase(orRefuse(terminal, databaseConfiguration()), {
          now: Date.now,
          log: () => undefined,
          onLost: () => undefined,
        }),
      )
      const nothing =
        terminal.language === 'da' ? 'Databasen var allerede opdateret.' : 'The database was up to date.'
      terminal.out(applied.length === 0 ? `${nothing}\n` : applied.map((file) => `${file}\n`).join(''))
    })
}
