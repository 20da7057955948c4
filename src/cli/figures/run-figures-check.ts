import { checkFigures } from '../../core/analysis/figures/check-figures.ts'
import { readInput } from '../files.ts'
import { orRefuse, refuse, type Terminal } from '../terminal.ts'

/** Exit code 0 when all figures can be true, 1 with one line per finding when some cannot. */
export async function runFiguresCheck(terminal: Terminal, path: string): Promise<void> {
  const { figures, findings } = orRefuse(terminal, await checkFigures(await readInput(terminal, path), path))
  if (findings.length > 0) refuse(terminal, findings)
  terminal.out(
    terminal.language === 'da'
      ? `${figures} tal kontrolleret: de kan alle være rigtige.\n`
      : `${figures} figures checked: all of them can be true.\n`,
  )
}
