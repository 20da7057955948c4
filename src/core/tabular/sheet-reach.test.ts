import { expect, it } from 'vitest'
import { SheetReach } from './sheet-reach.ts'

function reachesTooFar(xml: string, pieceLength: number): boolean {
  const reach = new SheetReach()
  for (let at = 0; at < xml.length; at += pieceLength) reach.add(xml.slice(at, at + pieceLength))
  reach.end()
  return reach.isTooFar
}

it.each([
  ['<row r="1"><c r="A1"><v>1</v></c></row>', false],
  ['<row r="1048576"><c r="AD1048576"/></row>', false],
  ['<row r="1"><c r="XFD1"/></row>', false],
  ['<row r="1"><c r="A1" t="inlineStr"><is><t>r="ZZZ9" og c r="1e9"</t></is></c></row>', false],
  ['<hyperlink ref="A1" r:id="rId1"/>', false],
  ['<row r="1048577">', true],
  ['<row r="1e9">', true],
  ['<row r="-1">', true],
  ['<row r="&#49;">', true],
  ['<row r="1"><c s=">" r = \'XFE1\'/>', true],
  ['<x:row r="1"><x:c r="ZZZZZZ1"/>', true],
  ['<row r="1"><c r="XFD1"/></row><row r="1048576">', true],
] as const)(
  'of %.60s says whether a cell lies too far out, wherever the file is cut: %s',
  (xml, expected) => {
    const told = [1, 2, 7, 65_536].map((pieceLength) => reachesTooFar(xml, pieceLength))
    expect(told).toEqual(told.map(() => expected))
  },
)

it('takes a tag that never ends for one that lies too far out', () => {
  expect(reachesTooFar(`<c ${'a'.repeat(1_100_000)}`, 65_536)).toBe(true)
})
