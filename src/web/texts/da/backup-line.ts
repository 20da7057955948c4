export const backupLine = {
  none: 'Serveren laver ikke selv sikkerhedskopier. Spørg driften, hvornår den nyeste er fra.',
  missing: 'Der er ingen sikkerhedskopi, eller mappen kan ikke læses. Sig det til driften nu.',
  newest: (time: string) => `Den nyeste sikkerhedskopi er fra ${time}.`,
  tooOld: (time: string) =>
    `Den nyeste sikkerhedskopi er fra ${time}, over to døgn siden. Sig det til driften nu.`,
  verified: (time: string) => `Den nyeste, der er efterprøvet, er fra ${time}.`,
  noneVerified: 'Ingen sikkerhedskopi er efterprøvet.',
  mustVerify: 'Ingen fra de seneste 35 dage er læst til ende. Bed driften efterprøve en.',
}
