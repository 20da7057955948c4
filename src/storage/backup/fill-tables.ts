import { finished } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo, type CopyStreamQuery } from 'pg-copy-streams'
import { differingTables, type BackupHead, type TableDigest } from '../../core/backup/backup-format.ts'
import { BackupRefused, damaged } from './backup-problems.ts'
import type { BackupPiece } from './read-backup.ts'
import { notEmpty, restoredDiffers } from './restore-problems.ts'
import { RowDigest } from './row-digest.ts'
import { leftOut, listStoredTables, rowsOf, type StoredTable } from './stored-tables.ts'

/**
 * Fills the empty tables with the pieces that follow the head. Runs within a transaction of the owner, which is committed
 * only when every table, read back from the database, is the one that was backed up.
 */
export async function fillTables(
  client: Client,
  file: string,
  head: BackupHead,
  pieces: AsyncIterable<BackupPiece>,
  heard: { publicKey(name: string, text: string): void; progress(share: number): void },
): Promise<readonly TableDigest[]> {
  const stored = await listStoredTables(client)
  if (!sameTables(stored, head))
    throw new BackupRefused(damaged(file), new Error('other tables than its migrations'))
  // COPY writes to no table whose security binds the owner, and what triggers would do was done when the rows were made.
  for (const { name } of stored)
    await client.query(`alter table ${name} no force row level security, disable trigger user`)
  for (const name of [...stored.map((one) => one.name), 'sealed.session'])
    if ((await client.query(`select from ${name} limit 1`)).rowCount !== 0) throw new BackupRefused(notEmpty)

  const byName = new Map(head.tables.map((table, i) => [table.name, { ...table, place: i }]))
  let into: { readonly table: string; readonly stream: CopyStreamQuery } | undefined
  let restored: readonly TableDigest[] | undefined
  for await (const piece of pieces) {
    if (piece.kind === 'public-key') heard.publicKey(piece.name, piece.text)
    if (into !== undefined && (piece.kind !== 'rows' || piece.table !== into.table)) {
      into.stream.end()
      await finished(into.stream)
      into = undefined
    }
    if (piece.kind === 'rows') {
      const table = byName.get(piece.table)
      if (table === undefined) throw new Error('the reader passed on an unknown table')
      if (into === undefined) {
        heard.progress(table.place / head.tables.length)
        const columns = table.columns.map((column) => `"${column}"`).join(', ')
        into = {
          table: piece.table,
          stream: client.query(copyFrom(`copy ${piece.table} (${columns}) from stdin`)),
        }
      }
      await written(into.stream, piece.bytes)
    }
    if (piece.kind === 'manifest') {
      for (const { table, column, last, called } of piece.manifest.sequences)
        await client.query('select setval(pg_get_serial_sequence($1, $2), $3, $4)', [
          table,
          column,
          last,
          called,
        ])
      const found = await readBack(client, stored)
      const differing = differingTables(piece.manifest.tables, found)
      if (differing.length > 0) throw new BackupRefused(restoredDiffers(file, differing))
      // What is checked at the end of a transaction is checked now: a table that has checks waiting cannot be altered.
      await client.query('set constraints all immediate')
      for (const { name } of stored)
        await client.query(`alter table ${name} force row level security, enable trigger user`)
      restored = found
    }
  }
  // Only now has the file been read to its end, which is sealed as well.
  if (restored === undefined) throw new Error('the reader ended without a manifest')
  return restored
}

function sameTables(stored: readonly StoredTable[], { tables, leftOut: without }: BackupHead): boolean {
  const columnsOf = (
    all: readonly { readonly name: string; readonly columns: readonly string[] }[],
  ): string =>
    all
      .map(({ name, columns }) => `${name}: ${columns.join()}`)
      .toSorted()
      .join('; ')
  return columnsOf(stored) === columnsOf(tables) && without.toSorted().join() === leftOut.toSorted().join()
}

async function readBack(client: Client, stored: readonly StoredTable[]): Promise<readonly TableDigest[]> {
  const found: TableDigest[] = []
  for (const table of stored) {
    const digest = new RowDigest()
    // A stream without an encoding yields buffers.
    for await (const chunk of client.query(copyTo(rowsOf(table)))) digest.add(chunk as Buffer)
    found.push(digest.of(table.name))
  }
  return found
}

function written(stream: CopyStreamQuery, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject)
    stream.write(bytes, (error) => {
      stream.off('error', reject)
      if (error) reject(error)
      else resolve()
    })
  })
}
