import { readProgramme } from '../programme.ts'
import { verifyDraw } from '../../core/draw/verify-draw.ts'
import { orRefuse, type Terminal } from '../terminal.ts'
import type { VerifyFlags } from './flags.ts'
import { inFile, readDrawInput, readFrameInput, readSeedInput } from './read-inputs.ts'

/** Exit code 0 when the draw is exactly what frame and seed give; else one line per difference and 1. */
export async function runVerify(terminal: Terminal, path: string, flags: VerifyFlags): Promise<void> {
  const draw = await readDrawInput(terminal, path)
  const seed = await readSeedInput(terminal, flags)
  const from = flags.from === undefined ? undefined : await readDrawInput(terminal, flags.from)
  const programme = flags.programme === undefined ? undefined : await readProgramme(terminal, flags.programme)
  const frame = await readFrameInput(terminal, flags)
  const differences = verifyDraw(draw, frame.finished, seed, {
    ...(from === undefined ? {} : { from }),
    ...(programme === undefined ? {} : { programme }),
  })
  if (differences.length > 0) orRefuse(terminal, inFile({ ok: false, problems: differences }, path))
  const drawn = draw.cases.filter(({ status }) => status === 'drawn').length
  const replaced = draw.cases.length - drawn
  terminal.out(
    terminal.language === 'da'
      ? `Trækningen stemmer: ${drawn} sager i ${draw.strata.length} strata, ${replaced} udskiftet. Ramme, frø og rækkefølge giver præcis denne trækning.\n`
      : `The draw is confirmed: ${drawn} cases in ${draw.strata.length} strata, ${replaced} replaced. Frame, seed and order give exactly this draw.\n`,
  )
  if (draw.from !== null && from === undefined)
    terminal.out(
      terminal.language === 'da'
        ? `Niveau ${draw.from.level} er taget, som filen angiver det; kontrollér det med --from.\n`
        : `Level ${draw.from.level} was taken as the file states it; check it with --from.\n`,
    )
}
