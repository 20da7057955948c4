import type { YAMLError } from 'yaml'
import type { LocalText } from '../language/language.ts'

export const unknownAnchor: LocalText = {
  da: 'Her henvises med * til et anker, der ikke findes. Skal teksten begynde med *, så sæt den i anførselstegn.',
  en: 'This refers with * to an anchor that does not exist. If the text itself begins with *, put it in quotation marks.',
}

/** A YAML syntax error in plain words; the library's own wording is English and about its inner workings. */
export function describeYamlError(error: YAMLError): LocalText {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        da: 'Linjen er rykket ind med tabulator. Brug mellemrum.',
        en: 'The line is indented with a tab. Use spaces.',
      }
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return {
        da: 'Linjen er rykket forkert ind, eller en parentes ([ eller {) er ikke lukket. Ret den ind under de andre linjer i samme blok.',
        en: 'The line is indented wrongly, or a bracket ([ or {) is not closed. Align it with the other lines of its block.',
      }
    case 'BAD_ALIAS':
      return unknownAnchor
    case 'MISSING_CHAR':
      return {
        da: 'Her mangler et tegn: et anførselstegn, en parentes, et komma eller et kolon er ikke sat.',
        en: 'A character is missing here: a quotation mark, bracket, comma or colon has been left out.',
      }
    case 'MULTIPLE_DOCS':
      return {
        da: 'Filen indeholder flere dokumenter (adskilt af ---). Et program er én fil med ét dokument.',
        en: 'The file holds several documents (separated by ---). A programme is one file with one document.',
      }
    case 'BAD_SCALAR_START':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
    case 'NON_STRING_KEY':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_DQ_ESCAPE':
      return {
        da: 'Linjen kan ikke læses som YAML. Tekst med kolon, #, @ eller anførselstegn skal stå i anførselstegn.',
        en: 'The line cannot be read as YAML. Text with a colon, #, @ or quotation marks belongs in quotation marks.',
      }
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return {
        da: 'Mærker (!noget) bruges ikke i et program. Skal teksten begynde med !, så sæt den i anførselstegn.',
        en: 'Tags (!something) are not used in a programme. If the text itself begins with !, put it in quotation marks.',
      }
    case 'DUPLICATE_KEY':
    case 'ALIAS_PROPS':
    case 'BAD_DIRECTIVE':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'BAD_COLLECTION_TYPE':
    case 'RESOURCE_EXHAUSTION':
    case 'IMPOSSIBLE':
      return {
        da: `Filen kan ikke læses som YAML her (${error.message}).`,
        en: `The file cannot be read as YAML here (${error.message}).`,
      }
    default:
      return error.code satisfies never
  }
}
