import { z } from 'zod'
import type { Checked } from '../../core/language/problem.ts'
import { drawAlgorithms } from '../../core/draw/draw-file.ts'
import { parseJson } from '../../core/notation/parse-json.ts'
import type { DrawDigest } from '../../core/report/background-section.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const drawn = z.object({
  algorithm: z.enum(drawAlgorithms),
  level: z.int().positive(),
  phase: z.string(),
  round: z.string(),
  frameDigest: digest,
  seedDigest: digest,
})

/** What the report prints of a DRAW.json; its cases are not read. The draw must belong to the analysed round. */
export function readDrawDigest(text: string, file: string, round: string): Checked<DrawDigest> {
  const refuse = (da: string, en: string): Checked<DrawDigest> => ({
    ok: false,
    problems: [{ code: 'draw-invalid', text: { da, en }, at: { file } }],
  })
  const json = parseJson(text, file)
  if (!json.ok) return json
  const checked = drawn.safeParse(json.value)
  if (!checked.success)
    return refuse(
      'Filen er ikke en lodtrækning fra »tilsyn draw«.',
      'The file is not a draw by ‘tilsyn draw’.',
    )
  if (checked.data.round !== round)
    return refuse(
      `Lodtrækningen hører til runden ${checked.data.round}, analysen til ${round}.`,
      `The draw belongs to round ${checked.data.round}, the analysis to ${round}.`,
    )
  return { ok: true, value: checked.data }
}
