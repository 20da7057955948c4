import { plural } from '../../../core/language/plural.ts'
import type { programmeStandings } from '../../../contract/programme/publish.ts'

type Standing = (typeof programmeStandings)[number]

export const publish = {
  heading: 'Udgiv et program',
  what: 'En udgivet version ændres aldrig, så runder altid kan måles efter de spørgsmål, der blev stillet. En rettelse får et nyt versionsnummer.',
  fromFile: 'Fra en fil',
  file: 'Programfil',
  checking: 'Læser filen …',
  included: 'Programmer, der følger med',
  includedWhat: 'De kan bruges, som de er, eller tjene som forlæg. Filerne ligger i mappen programmes.',
  includedCaption: 'Programmer, der følger med Tilsyn',
  name: 'Program',
  version: 'Version',
  contents: 'Indhold',
  standing: 'Status',
  act: 'Handling',
  counts: (questions: number, stages: number) => `${questions} spørgsmål, ${stages} sagstrin`,
  titled: (title: string, version: number) => `${title}, version ${version}`,
  standings: {
    first: 'Ikke udgivet',
    newer: 'Nyere end den udgivne',
    same: 'Udgivet',
    changed: 'Ændret uden nyt versionsnummer',
    older: 'Ældre end den udgivne',
  } satisfies Record<Standing, string>,
  explained: {
    first: 'Filen er i orden. Programmet er ikke udgivet før.',
    newer: 'Filen er i orden og kan afløse den udgivne version.',
    same: 'Filen er allerede udgivet, præcis som den er. Der er intet at gøre.',
    changed:
      'Versionsnummeret er allerede udgivet med et andet indhold. Giv filen et højere versionsnummer, og vælg den igen.',
    older: 'En nyere version er udgivet. Giv filen et højere versionsnummer, og vælg den igen.',
  } satisfies Record<Standing, string>,
  difference: (version: number, added: number, removed: number, changed: number) =>
    `I forhold til version ${version}: ${added} ${plural('da', added, 'nyt', 'nye')} spørgsmål, ${removed} udgået, ${changed} ændret.`,
  publish: 'Udgiv',
  publishNamed: (title: string) => `Udgiv ${title}`,
  question: (title: string, version: number) => `Udgiv ${title}, version ${version}?`,
  confirm: 'Versionen bliver synlig for alle medarbejdere og kan ikke ændres eller trækkes tilbage.',
  done: (title: string, version: number) => `${title}, version ${version}, er udgivet.`,
  alreadyDone: (title: string, version: number) => `${title}, version ${version}, var allerede udgivet.`,
}
