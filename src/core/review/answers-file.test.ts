import { describe, expect, it } from 'vitest'
import { smallProgramme } from '../../../test/support/small-programme.ts'
import { readAnswerFiles, readAnswers } from './answers-file.ts'

const header = 'round;case_id;stage;unit;level;question;answer;weight'

function read(...rows: readonly string[]) {
  return readAnswers(new TextEncoder().encode([header, ...rows].join('\n')), 'a.csv', smallProgramme)
}

async function problems(...rows: readonly string[]): Promise<readonly string[]> {
  const result = await read(...rows)
  return result.ok ? [] : result.problems.map(({ code, at }) => `${at?.line} ${at?.column ?? ''} ${code}`)
}

describe('reading an answers file', () => {
  it('tells how much of all its files is read', async () => {
    const file = (round: string) => ({
      name: round,
      bytes: new TextEncoder().encode(
        [header, ...Array.from({ length: 40_000 }, (_, at) => `${round};${at};first;A;2;F-1;ja;`)].join('\n'),
      ),
    })
    const shares: number[] = []
    await readAnswerFiles([file('a'), file('b')], smallProgramme, undefined, (share) => shares.push(share))
    expect(shares.length).toBeGreaterThan(2)
    expect(shares.toSorted((a, b) => a - b)).toStrictEqual(shares)
    expect(shares.find((share) => share > 0.5)).toBeLessThan(0.8)
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })

  it('takes Danish and English answers in any case, question keys and numbers, and decimal commas', async () => {
    const result = await read(
      'r;1;first;A;2;F-1;JA;1,5',
      'r;1;First;A;2;2;nej;1.5',
      'r;1;first;A;2;f-3;Ikke_Relevant;1,5',
      'r;2;second;A;2;1;Yes;',
      'r;2;second;A;2;S-2;na;',
    )
    expect(
      result.ok && result.value.map(({ question, answer, weight }) => [question, answer, weight]),
    ).toStrictEqual([
      ['F-1', 'yes', 1.5],
      ['F-2', 'no', 1.5],
      ['F-3', 'na', 1.5],
      ['S-1', 'yes', 1],
      ['S-2', 'na', 1],
    ])
  })

  it('takes Danish column names and Windows-1252', async () => {
    const text =
      'runde;sagsnr;sagstrin;enhed;niveau;sp\u00f8rgsm\u00e5l;svar\nr;1;first;D\u00f8gnvagten;1;1;ja\n'
    const result = await readAnswers(Buffer.from(text, 'latin1'), 'a.csv', smallProgramme)
    expect(result).toMatchObject({ ok: true, value: [{ unit: 'Døgnvagten', question: 'F-1' }] })
  })

  it.each([
    ['r;1;third;A;2;F-1;ja;', '2 stage unknown-stage'],
    ['r;1;first;A;9;F-1;ja;', '2 level unknown-level'],
    ['r;1;first;A;2;F-9;ja;', '2 question unknown-question'],
    ['r;1;first;A;2;S-1;ja;', '2 question question-of-other-stage'],
    ['r;1;first;A;2;F-1;måske;', '2 answer unknown-answer'],
    ['r;1;first;A;2;F-1;;', '2 answer blank-cell'],
    ['r;;first;A;2;F-1;ja;', '2 case_id blank-cell'],
    ['r;1;first;A;2;F-1;ja;0', '2 weight bad-weight'],
    ['r;1;first;A;2;F-1;ja;-1', '2 weight bad-weight'],
    ['r;1;first;A;2;F-1;ja;1e308', '2 weight bad-weight'],
    ['r;1;first;A;2;F-1;ja;2000000000', '2 weight bad-weight'],
    ['r;1;first;A;2;F-1;ja;0,0000000001', '2 weight bad-weight'],
    ['r;1;first;A;2;F-1;ja;much', '2 weight bad-weight'],
  ])('refuses %s', async (row, expected) => {
    expect(await problems(row)).toStrictEqual([expected])
  })

  it('refuses an answer given twice, a case in two units and a review with two weights, naming both lines', async () => {
    const result = await read(
      'r;1;first;A;2;F-1;ja;',
      'r;1;first;A;2;1;nej;',
      'r;1;first;B;1;F-1;ja;',
      'r;1;first;A;2;F-2;ja;2',
      'other;1;first;B;2;F-1;ja;',
    )
    expect(result.ok ? [] : result.problems.map(({ at, text }) => `${at?.line}: ${text.en}`)).toStrictEqual([
      '3: Question F-1 is answered twice for case 1 at level 2: here and in a.csv:2. Delete one of the rows.',
      '4: Case 1 stands under unit B, but under A in a.csv:2. A case belongs to one unit in a round.',
      '5: Case 1 at level 2 has another weight here than in a.csv:2. All answers of one review have the same weight.',
    ])
  })

  it('finds an answer that two files both give', async () => {
    const bytes = new TextEncoder().encode(`${header}\nr;1;first;A;2;F-1;ja;\n`)
    const files = [
      { name: 'a.csv', bytes },
      { name: 'b.csv', bytes },
    ]
    const result = await readAnswerFiles(files, smallProgramme)
    expect(result.ok ? undefined : result.problems[0]).toMatchObject({
      code: 'answered-twice',
      at: { file: 'b.csv', line: 2 },
    })
  })

  it('refuses a file without answers or without a column', async () => {
    expect(await problems()).toStrictEqual(['undefined  no-answers'])
    const result = await readAnswers(
      new TextEncoder().encode('round;stage\nr;first\n'),
      'a.csv',
      smallProgramme,
    )
    expect(result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${at?.column}`)).toContain(
      'missing-column case_id',
    )
  })
})
