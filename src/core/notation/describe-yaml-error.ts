import type { YAMLError } from 'yaml'
import type { LocalText } from '../language/language.ts'

export const unknownAnchor: LocalText = {
  da: 'Her henvises med * til et anker, der ikke findes. Skal teksten begynde med *, så sæt den i anførselstegn.',
  en: 'This refers with * to an anchor that does not exist. If the text itself begins with *, put it in quotation marks.',
}

export const tabIndent: LocalText = {
  da: 'Linjen er rykket ind med tabulator. Brug mellemrum.',
  en: 'The line is indented with a tab. Use spaces.',
}

/** A YAML syntax error in plain words; the library's own wording is English and about its inner workings. */
export function describeYamlError(error: YAMLError): LocalText {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tabIndent
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        da: 'Indrykningen passer ikke her, en parentes ([ eller {) er ikke lukket, eller et kolon er for meget eller for lidt. Linjer i samme blok begynder i samme kolonne; tekst med kolon skal stå i anførselstegn.',
        en: 'The indentation does not fit here, a bracket ([ or {) is not closed, or there is a colon too many or too few. Lines of one block begin in one column; text with a colon belongs in quotation marks.',
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
        da: 'Filen indeholder flere dokumenter (adskilt af ---). Behold kun ét.',
        en: 'The file holds several documents (separated by ---). Keep only one.',
      }
    case 'BAD_SCALAR_START':
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
        da: 'Mærker (!noget) bruges ikke her. Skal teksten begynde med !, så sæt den i anførselstegn.',
        en: 'Tags (!something) are not used here. If the text itself begins with !, put it in quotation marks.',
      }
    case 'DUPLICATE_KEY':
      return {
        da: 'Nøglen er skrevet to gange i samme blok. Behold kun den ene.',
        en: 'The key stands twice in one block. Keep only one of them.',
      }
    case 'BAD_DIRECTIVE':
      return {
        da: 'Linjen begynder med %, som YAML læser som en ordre. Sæt teksten i anførselstegn.',
        en: 'The line begins with %, which YAML reads as an order. Put the text in quotation marks.',
      }
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
      return {
        da: 'Et anker (&) eller en henvisning (*) står forkert her. Skal teksten begynde sådan, så sæt den i anførselstegn.',
        en: 'An anchor (&) or reference (*) is misplaced here. If the text itself begins so, put it in quotation marks.',
      }
    case 'RESOURCE_EXHAUSTION':
      return {
        da: 'Filen har for mange niveauer inde i hinanden.',
        en: 'The file is nested too deeply.',
      }
    case 'BAD_COLLECTION_TYPE':
    case 'IMPOSSIBLE':
      return {
        da: 'Filen kan ikke læses som YAML her. Se efter indrykning, kolon og anførselstegn.',
        en: 'The file cannot be read as YAML here. Look at indentation, colons and quotation marks.',
      }
    default:
      return error.code satisfies never
  }
}
