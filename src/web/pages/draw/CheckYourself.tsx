import { addressOf } from '../../../contract/client.ts'
import { downloadDraw, downloadFrame, downloadSeed, type Draw } from '../../../contract/draw/draws.ts'
import type { Round } from '../../../contract/draw/rounds.ts'
import { useSession } from '../../session.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useTexts } from '../../texts/language.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { FileLink } from './FileLink.tsx'

interface CheckYourselfProps {
  readonly round: Round
  readonly level: Round['levels'][number]
  readonly draw: Draw
}

/** The files of the draw and the command that computes it again. */
export function CheckYourself({ round, level, draw }: CheckYourselfProps) {
  const texts = useTexts({ da, en })
  const session = useSession()
  const all =
    session?.rights.some(({ action, municipality }) => action === 'draw.read' && municipality) ?? false
  const params = { round: round.key, level: level.level }
  const published = draw.seedPublishedAt !== null
  const command = verifyCommand(round.key, level.level, level.from)
  return (
    <section aria-labelledby="check">
      <h2 id="check">{texts.filesHeading}</h2>
      <p>{texts.filesWhat}</p>
      <ul className="plain-list links">
        {all && (
          <>
            <FileLink to={addressOf(downloadDraw, { params })} text={texts.downloadDraw} />
            <FileLink to={addressOf(downloadFrame, { params })} text={texts.downloadFrame} />
          </>
        )}
        {published && <FileLink to={addressOf(downloadSeed, { params })} text={texts.downloadSeed} />}
      </ul>
      {!all && <p className="soft">{texts.filesHidden}</p>}
      {!published && <p className="soft">{texts.filesSeedLater}</p>}
      {level.from !== null && <p>{texts.filesBelow(level.from)}</p>}
      <div className="command">
        <pre>
          <code>{command}</code>
        </pre>
        <CopyButton text={command} what={texts.command} />
      </div>
    </section>
  )
}

/** With the names that the server gives the files. */
function verifyCommand(round: string, level: number, from: number | null): string {
  const parts = [
    `npx tilsyn draw verify draw-${round}-${level}.json`,
    `--frame frame-${round}-${level}.csv`,
    `--seed-file seed-${round}-${level}.txt`,
  ]
  if (from !== null) parts.push(`--from draw-${round}-${from}.json`)
  return parts.join(' ')
}
