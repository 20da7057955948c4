import { stat } from 'node:fs/promises'
import type { Programme } from '../core/programme/programme.ts'
import { readInput } from './files.ts'
import type { Register } from './register.ts'
import { Exit, orRefuse, refuse, sayIn, type Terminal } from './terminal.ts'
import { addWhereOptions, whereOf, type WhereFlags } from './where.ts'

/** `tilsyn programme check | publish | schema`: what is audited, as a file. */
export const registerProgramme: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const programme = program
    .command('programme')
    .description(
      say(
        'tilsynsprogrammer: hvad der føres tilsyn med, som en fil',
        'programmes: what is audited, as a file',
      ),
    )

  programme
    .command('check')
    .argument('<file...>', say('tilsynsprogrammer (YAML)', 'programme files (YAML)'))
    .description(
      say(
        'kontrollér tilsynsprogrammer; hver fejl med fil, linje og nøgle',
        'validate programme files; every problem with file, line and key',
      ),
    )
    .action(async (files: string[]) => {
      let failed = false
      for (const file of files) {
        const name = files.length === 1 ? '' : `${file}: `
        try {
          const { countProgramme } = await import('../core/programme/count-programme.ts')
          const checked = await readProgramme(terminal, file)
          terminal.out(`${name}${countProgramme(checked)[terminal.language]}\n`)
        } catch (error) {
          // One bad file does not keep the others from being checked.
          if (!(error instanceof Exit)) throw error
          failed = true
        }
      }
      if (failed) throw new Exit(1)
    })

  const publish = programme
    .command('publish')
    .argument('<file>', say('tilsynsprogram (YAML)', 'programme file (YAML)'))
    .description(
      say(
        'udgiv et programs version i databasen; en udgivet version ændres aldrig',
        "publish a programme's version in the database; a published version never changes",
      ),
    )
  addWhereOptions(publish, say).action(async (file: string, flags: WhereFlags) => {
    // A file with mistakes is refused before any database is opened.
    await readProgramme(terminal, file)
    const bytes = await readInput(terminal, file)
    const { publishInDatabase } = await import('../boot/publish-in-database.ts')
    const published = orRefuse(terminal, await publishInDatabase(whereOf(flags), { name: file, bytes }))
    const { key, version, already } = published
    const da = already ? 'var allerede udgivet med dette indhold.' : 'er udgivet.'
    const en = already ? 'was already published with this content.' : 'is published.'
    terminal.out(`${key} version ${version} ${terminal.language === 'da' ? da : en}\n`)
  })

  programme
    .command('schema')
    .description(
      say(
        'skriv det JSON Schema, som editorer kontrollerer programfiler efter',
        'print the JSON Schema that editors check programme files by',
      ),
    )
    .action(async () => {
      const { programmeJsonSchema } = await import('../core/programme/programme-json-schema.ts')
      terminal.out(`${JSON.stringify(programmeJsonSchema(), null, 2)}\n`)
    })
}

/** The programme in a file the user named, or the end of the command with its problems printed. */
export async function readProgramme(terminal: Terminal, path: string): Promise<Programme> {
  const { decodeProgramme } = await import('../core/programme/decode-programme.ts')
  const { findTooLarge } = await import('../core/programme/programme-size.ts')
  // The size is asked first, so that a file of gigabytes is refused without being read. What is not there, reading tells.
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  const tooLarge = findTooLarge(size, path)
  if (tooLarge !== undefined) refuse(terminal, [tooLarge])
  return orRefuse(terminal, decodeProgramme(await readInput(terminal, path), path))
}
