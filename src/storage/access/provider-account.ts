import { sql } from 'kysely'
import type { PersonId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

/** Somebody's account at a provider of sign-in. The provider promises that the pair never becomes another's. */
export interface ProviderAccount {
  readonly issuer: string
  readonly subject: string
}

export async function findProviderAccount(
  reader: Reader,
  { issuer, subject }: ProviderAccount,
): Promise<PersonId | undefined> {
  const { rows } = await sql<{ person: PersonId | null }>`
    select sealed.find_provider_account(${issuer}, ${subject}) as person`.execute(reader.db)
  return rows[0]?.person ?? undefined
}

/** False when the person has another account there, or the account another person. */
export async function linkProviderAccount(
  writer: Writer,
  { issuer, subject }: ProviderAccount,
  personId: PersonId,
): Promise<boolean> {
  const { rows } = await sql<{ linked: boolean }>`
    select sealed.link_provider_account(${issuer}, ${subject}, ${personId}) as linked`.execute(writer.db)
  return rows[0]?.linked ?? false
}

/** False when there was none. */
export async function unlinkProviderAccounts(writer: Writer, personId: PersonId): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`
    select sealed.unlink_provider_accounts(${personId}) as gone`.execute(writer.db)
  return rows[0]?.gone ?? false
}
