import { Client } from 'pg'

/** Everything that changes how COPY writes a value, so that the same rows are the same bytes on every server. */
const settings = {
  search_path: 'public',
  client_encoding: 'UTF8',
  TimeZone: 'UTC',
  DateStyle: 'ISO,MDY',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  xmlbinary: 'base64',
  row_security: 'on',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
}

/** One connection as `tilsyn_owner` for a backup or a restore, closed when the work is over. */
export async function inOwnerSession<T>(
  ownerUrl: string,
  name: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: name })
  // The query under way is told as well.
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (const [setting, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, false)', [setting, value])
    return await work(client)
  } finally {
    await client.end()
  }
}
