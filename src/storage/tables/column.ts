import type { ColumnType } from 'kysely'

/** Calendar day `YYYY-MM-DD`, read and written as text so that no time zone can move it. */
export type Day = string

/** Filled by the database unless given. */
export type Default<T> = ColumnType<T, T | undefined, T>

/** A column that only the database fills (the claim, the clock, a counter); the app may not write it. */
export type Given<T> = ColumnType<T, never, never>

/** A JSON column: read as `T`, written through `toJson`, because the driver would write a bare array as an SQL array. */
export type Json<T> = ColumnType<T, JsonText<T>, JsonText<T>>

declare const content: unique symbol
export type JsonText<T> = string & { readonly [content]: T }

export function toJson<T>(value: T): JsonText<T> {
  // The brand only says which column the text fits.
  return JSON.stringify(value) as JsonText<T>
}
