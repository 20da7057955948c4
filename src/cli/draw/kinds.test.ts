import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../../test/support/run-command.ts'

let folder = ''
const path = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-kinds-'))
  await writeFile(path('seed.txt'), '0123456789abcdef\n')
})
afterAll(() => rm(folder, { recursive: true }))

const header = 'case_id;stage;unit;caseworker;started;completed'

it.each([
  {
    programme: 'safety-plans-census',
    rows: [
      `${header};aktiv`,
      ...[1, 2].map((id) => `P${id};sikkerhedsplan;Nord;N1;2017-05-01;2017-12-31;ja`),
    ],
    says: [/Cases in all +2\nTaken in +2\n/u, /Open stages, left out +0\n/u],
    confirms: 'All cases are in: 2 cases',
    never: /draw(?!-)|\blot\b/iu,
  },
  {
    programme: 'ankestyrelsen-external',
    rows: [
      `${header};afgørelse;alder;familie;verserende;behandlet_i_ankestyrelsen;kun_fysisk_handicap;handlekommune_siden`,
      ...[1, 2, 3].map(
        (id) => `E${id};afgoerelse;Nord;N1;2017-01-01;2017-02-0${id};anbringelse;10;;ja;nej;nej;2014-01-01`,
      ),
    ],
    says: [/Can be selected +3\nWanted +4\nSelected, the newest first +3\n/u, /only 3; all were selected/u],
    confirms: 'The selection of the newest is confirmed: 3 cases',
    never: /draw(?!-)|\blot\b/iu,
  },
  {
    programme: 'quality-and-learning',
    rows: [header, ...[1, 2].map((id) => `K${id};myndighedssag;Nord;N1;2012-01-01;2012-05-02`)],
    says: [/Eligible +2\nWanted +10\nDrawn +2\n/u, /only 2; all were drawn/u],
    confirms: 'The draw is confirmed: 2 cases',
    never: /select|taken in/iu,
  },
  {
    programme: 'risk-based',
    rows: [
      `${header};risiko`,
      ...[1, 2].map((id) => `R${id};opfoelgning;Nord;N1;2018-01-01;2018-05-02;${id}`),
    ],
    says: [/Eligible +2\nWanted +10\nDrawn +2\n/u, /only 2; all were drawn/u],
    confirms: 'The draw is confirmed: 2 cases',
    never: /select|taken in/iu,
  },
])(
  'a $programme draw is told in words that are true of it',
  async ({ programme, rows, says, confirms, never }) => {
    await writeFile(path('frame.csv'), rows.join('\n'))
    const inputs = ['--frame', path('frame.csv'), '--seed-file', path('seed.txt')]
    const which = ['--programme', `programmes/${programme}.yaml`, '--round', 'r', '--out', path('d.json')]
    const drawn = await runCommand(['draw', ...which, ...inputs])
    expect(drawn.code).toBe(0)
    for (const words of says) expect(drawn.out + drawn.err).toMatch(words)
    const verified = await runCommand(['draw', 'verify', path('d.json'), ...inputs])
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining(confirms) })
    expect(drawn.out + drawn.err + verified.out).not.toMatch(never)
  },
)
