import { drawFileText } from '../../core/draw/draw-file-text.ts'
import { replaceCase } from '../../core/draw/replace-case.ts'
import { verifyDraw } from '../../core/draw/verify-draw.ts'
import { checkOutput, writeOutput } from '../files.ts'
import { Exit, orRefuse, type Terminal } from '../terminal.ts'
import { tellDifferences } from './tell-differences.ts'
import type { ReplaceFlags } from './flags.ts'
import { inFile, readDrawInput, readFrameInput, readSeedInput } from './read-inputs.ts'

/** Writes the draw with one case replaced. A draw that does not verify is refused: it would be passed on as sound. */
export async function runReplace(terminal: Terminal, path: string, flags: ReplaceFlags): Promise<void> {
  // The draw itself may be the output: it is replaced as a whole, or not at all.
  await checkOutput(terminal, flags.out, [flags.frame, flags.seedFile, flags.columns])
  const draw = await readDrawInput(terminal, path)
  const seed = await readSeedInput(terminal, flags)
  const { finished } = await readFrameInput(terminal, flags)
  const differences = verifyDraw(draw, finished, seed)
  if (differences.length > 0) {
    terminal.err(tellDifferences(differences, { draw: path, frame: flags.frame }, terminal.language).shown)
    throw new Exit(1)
  }
  const replaced = replaceCase(draw, finished, seed, {
    caseId: flags.case,
    reason: flags.reason,
    ...(flags.stage === undefined ? {} : { stage: flags.stage }),
  })
  const value = orRefuse(terminal, inFile(replaced, path))
  await writeOutput(terminal, flags.out, drawFileText(value))
  const taken = value.cases.filter(
    ({ caseId, stage }) => !draw.cases.some((old) => old.caseId === caseId && old.stage === stage),
  )
  for (const { caseId, stage, stratum, order } of taken)
    terminal.out(
      terminal.language === 'da'
        ? `I stedet for ${flags.case}: ${caseId} (${stage}), nummer ${order} i ${stratum}.\n`
        : `In place of ${flags.case}: ${caseId} (${stage}), number ${order} in ${stratum}.\n`,
    )
}
