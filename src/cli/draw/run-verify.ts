import { readProgramme } from '../programme.ts'
import { verifyDraw } from '../../core/draw/verify-draw.ts'
import { sumExclusions } from '../../core/draw/exclusion-in-words.ts'
import { plural } from '../../core/language/plural.ts'
import { checkOutput, writeOutput } from '../files.ts'
import { Exit, type Terminal } from '../terminal.ts'
import { kindWords } from './kind-words.ts'
import { tellDifferences } from './tell-differences.ts'
import type { VerifyFlags } from './flags.ts'
import { readDrawInput, readFrameInput, readSeedInput } from './read-inputs.ts'

/** Exit code 0 when the draw is exactly what frame and seed give; else one line per difference and 1. */
export async function runVerify(terminal: Terminal, path: string, flags: VerifyFlags): Promise<void> {
  const { differences: list } = flags
  if (list !== undefined)
    await checkOutput(terminal, list, [path, flags.frame, flags.seedFile, flags.from, flags.programme])
  const draw = await readDrawInput(terminal, path)
  const seed = await readSeedInput(terminal, flags)
  const from = flags.from === undefined ? undefined : await readDrawInput(terminal, flags.from)
  const programme = flags.programme === undefined ? undefined : await readProgramme(terminal, flags.programme)
  const frame = await readFrameInput(terminal, flags)
  const differences = verifyDraw(draw, frame.finished, seed, {
    ...(from === undefined ? {} : { from }),
    ...(programme === undefined ? {} : { programme }),
  })
  if (differences.length > 0) {
    const told = tellDifferences(differences, { draw: path, frame: flags.frame }, terminal.language)
    if (list !== undefined) await writeOutput(terminal, list, told.all)
    terminal.err(told.shown)
    if (told.hidden > 0 && list === undefined) terminal.err(askForAll[terminal.language])
    throw new Exit(1)
  }
  const { confirmed } = kindWords(draw)
  const drawn = draw.cases.filter(({ status }) => status === 'drawn').length
  const replaced = draw.cases.length - drawn
  terminal.out(
    terminal.language === 'da'
      ? `${confirmed.da}: ${drawn} ${plural('da', drawn, 'sag', 'sager')} i ${draw.strata.length} ${plural('da', draw.strata.length, 'stratum', 'strata')}, ${replaced} udskiftet. Ramme, frø og rækkefølge giver præcis denne fil.\n`
      : `${confirmed.en}: ${drawn} ${plural('en', drawn, 'case', 'cases')} in ${draw.strata.length} ${plural('en', draw.strata.length, 'stratum', 'strata')}, ${replaced} replaced. Frame, seed and order give exactly this file.\n`,
  )
  const listed = draw.strata.reduce((sum, { eligible }) => sum + eligible, 0)
  if (sumExclusions(draw.strata).length > 0 && frame.finished.length === listed)
    terminal.out(uncheckedExclusions[terminal.language])
  if (draw.from !== null && from === undefined)
    terminal.out(
      terminal.language === 'da'
        ? `Niveau ${draw.from.level} er taget, som filen angiver det; kontrollér det med --from.\n`
        : `Level ${draw.from.level} was taken as the file states it; check it with --from.\n`,
    )
}

const askForAll = {
  da: 'Hele listen: tilføj --differences FIL.\n',
  en: 'The whole list: add --differences FILE.\n',
}

const uncheckedExclusions = {
  da: 'Hvor mange sager der faldt fra, er taget, som filen angiver det: rammen har kun de sager, der kunne udtages.\n',
  en: 'How many cases fell out was taken as the file states it: the frame holds only those that could be taken.\n',
}
