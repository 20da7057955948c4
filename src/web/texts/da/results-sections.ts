import { counted } from '../counted.ts'

/** What a folded section holds, in a line, and what its parts are called. */
export const resultsSections = {
  outside: 'uden for baseline, ikke talt med øverst',
  gist: {
    chart: 'Runde for runde, på én linje',
    cascade: (level: number, share: string, interval: string) =>
      `Skøn for niveau ${level}: ${share} (${interval})`,
    noCascade: 'Intet skøn i denne runde',
    drift: (level: number, change: string, interval: string) =>
      `Set af niveau ${level}: ${change} procentpoint (${interval})`,
    noDrift: 'Intet tal på øverste niveaus målestok',
    levels: (lower: number, higher: number, same: string, of: string) =>
      `Niveau ${lower} og ${higher}: samme svar i ${same} af ${of}`,
    oneLevel: 'Kun ét niveau har indsendt',
    health: (count: number) => `${count} spørgsmål`,
    cases: (count: string) => `${count} ${counted(count, 'sag', 'sager')}`,
    units: (count: number) => `${count} ${counted(count, 'enhed', 'enheder')} i alfabetisk orden`,
  },
  apart: {
    heading: (level: number, first: string, second: string) =>
      `To på niveau ${level}, hver for sig: ${first} og ${second}`,
    intro:
      'De to har hver udfyldt hele skemaet, før de så hinandens svar. Er de ofte uenige, læser de spørgsmålene forskelligt. Niveauets tal er de svar, de blev enige om.',
    caption: (first: string, second: string) => `Samme svar på de samme sager: ${first} og ${second}`,
    stage: 'Sagstrin',
    all: 'Alle sagstrin',
    cases: 'Sager',
    same: 'Samme svar',
    share: 'Andel',
    stricter: (who: string) => `Strengere: ${who}`,
  },
  disagreed: {
    once: (lower: number, higher: number, times: number) =>
      `Her var niveau ${lower} og ${higher} uenige, ${String(times) === '1' ? 'én gang' : `${times} gange`} på hvert spørgsmål`,
    more: (count: number, fewest: number, most: number) =>
      `${count} spørgsmål mere, hvor de var uenige ${fewest === most ? times(most) : `${fewest}-${most} gange`}`,
    moreCaption: (lower: number, higher: number) =>
      `Flere spørgsmål, hvor niveau ${lower} og ${higher} svarede forskelligt`,
  },
}

function times(count: number): string {
  return String(count) === '1' ? 'én gang' : `${count} gange`
}
