import { describe, expect, test } from 'vitest'
import { parseProgramme } from './parse-programme.ts'

function found(text: string): readonly string[] {
  const checked = parseProgramme(text, 'p.yaml')
  if (checked.ok) return []
  return checked.problems.map(({ code, at }) =>
    `${at?.line ?? '-'} ${at?.column ?? ''} ${code}`.replace('  ', ' '),
  )
}

describe('files that are no programme at all are refused in plain words', () => {
  const bomb = `a: &a [x, x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}\n`
  test.each([
    ['an empty file', '', ['- empty-file']],
    ['comments only', '# nothing here\n---\n', ['- empty-file']],
    ['a binary file', 'key: x\u0000\u0001', ['- not-text']],
    ['a Windows-1252 file read as UTF-8', 'key: x\ntitle: B\ufffdrn\n', ['2 not-utf8']],
    ['a list', '- a\n- b\n', ['1 wrong-type']],
    ['a bomb of aliases', bomb, ['- too-many-aliases']],
    ['brackets without end', `key: ${'['.repeat(100_000)}`, ['- nested-too-deeply']],
    ['more than 2 MB', `# ${'x'.repeat(2_000_000)}`, ['- file-too-large']],
    ['an indent by tab', 'key: x\nlevels:\n\t- level: 1\n', ['3 yaml-syntax']],
    ['a tab that trips the reader three times', 'a:\n  b: 1\n\tc: 2\n  d: 3\n', ['3 yaml-syntax']],
    ['a key used twice', 'key: x\nversion: 1\nkey: y\n', ['3 key duplicate-key']],
    ['two documents', 'key: x\n---\nkey: y\n', ['2 yaml-syntax']],
    ['an unknown anchor', 'key: *x\n', ['1 yaml-syntax']],
    ['a tag', 'key: !secret x\n', ['1 yaml-syntax']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})
