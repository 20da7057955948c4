/** The one line on the log's page about its seals. Times and counts come formatted. */
export const logSeal = {
  none: 'Loggene er ikke forseglet endnu.',
  sealed: (at: string, entries: string) => `Begge logge er forseglet til og med ${at} (${entries} poster).`,
  waiting: (since: string) => `Poster siden ${since} venter på at blive forseglet: se serverens log.`,
  neverVerified: 'Seglene er aldrig efterregnet (tilsyn seal verify).',
  verified: (at: string) => `Sidst efterregnet ${at}: alt var, som det blev forseglet.`,
  found: (at: string, findings: string) =>
    `Sidst efterregnet ${at}: ${findings} fund. Kør tilsyn seal verify, og se hvilke.`,
}
