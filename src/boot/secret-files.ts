import { readFileSync } from 'node:fs'

/** Settings that are secrets. */
const secrets = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'TILSYN_CLAIM_KEY',
  'TILSYN_PERSONAL_KEY',
  'TILSYN_PERSONAL_KEYS_OLD',
  'TILSYN_SMTP_URL',
  'TILSYN_METRICS_TOKEN',
] as const

/**
 * The environment with each secret that lies in a file of its own, which `…_FILE` names: where a vault or systemd's
 * credentials put it. What stands in the environment itself goes before. Throws as reading a file does.
 */
export function withSecretFiles(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read = secrets.flatMap((name) => {
    const file = environment[`${name}_FILE`]
    // An empty variable counts as none.
    return file && !environment[name] ? [[name, readFileSync(file, 'utf8').trim()] as const] : []
  })
  return { ...environment, ...Object.fromEntries(read) }
}
