import type { LocalText } from '../../../core/language/language.ts'

/** How the rows of a table are known to be about a case. */
export type CaseLink =
  /** A column holds the case's number. */
  | { readonly caseId: string }
  /** Columns refer to rows of another table of this list, by its columns `to` (default `id`). */
  | { readonly columns: readonly string[]; readonly of: string; readonly to?: readonly string[] }

/** What is done with the rows when the case is erased. */
export type CasePurge =
  | { readonly kind: 'delete' }
  /**
   * The row is counted in results and stays without its content: column to SQL expression, in which `:name` stands for the
   * name that replaces the case's number.
   */
  | { readonly kind: 'empty'; readonly set: Readonly<Record<string, string>> }
  /** Nothing of the case is in it once the rows it refers to are emptied. */
  | { readonly kind: 'keep' }

export interface CaseTable {
  readonly table: string
  readonly title: LocalText
  readonly link: CaseLink
  readonly purge: CasePurge
  /** In the file for an access request: rows of rounds that are still open stay out of it, as they are sealed. */
  readonly sealedBy?: 'review'
  /** Not in the file for an access request, and why. */
  readonly notTold?: LocalText
}

/** Stands where somebody wrote something about a case that was erased. */
export const erasedWords = '(slettet)'

/** Begins the name of a case that was erased, which is then a random number. */
export const erasedPrefix = 'slettet-'

const erase = { kind: 'delete' } as const
const keep = { kind: 'keep' } as const
const words = (column: string): string => `case when ${column} is null then null else '${erasedWords}' end`
/** An answer or grade may stay, a text may not. */
const code = (column: string): string =>
  `case when ${column} in ('yes', 'no', 'na') or ${column} ~ '^[0-9]{1,2}$' or ${column} is null then ${column} else '${erasedWords}' end`
/** Dates and texts that were asked for; answers, grades and numbers stay. */
const value = `case value_type when 'text' then '${erasedWords}' when 'date' then substr(value, 1, 7) || '-01' else value end`
const answer = {
  comment: 'null',
  evidence_reference: 'null',
  evidence_date: 'null',
  override_reason: 'null',
  value,
}
/** Moved together to the first of the month it was completed in: how long it took stays, the day does not. */
const content = `jsonb_build_object('unit', content -> 'unit', 'caseworker', '', 'attributes', '{}'::jsonb,
  'started', ((content ->> 'started')::date - (extract(day from (content ->> 'completed')::date)::integer - 1))::text,
  'completed', (date_trunc('month', (content ->> 'completed')::date)::date)::text)`

const ofStage = { columns: ['case_stage_id'], of: 'case_stage' } as const
const ofReview = { columns: ['review_id'], of: 'review' } as const
const ofFinding = { columns: ['finding_id'], of: 'finding' } as const
const ofWalkThrough = { columns: ['walk_through_id'], of: 'walk_through' } as const
const ofEvent = {
  columns: ['source_id', 'event_key'],
  of: 'case_event',
  to: ['source_id', 'event_key'],
} as const
const byNumber = { caseId: 'case_id' } as const

const workingCopy: LocalText = {
  da: 'regnes ud af de øvrige oplysninger og siger intet ud over dem',
  en: 'computed from the other rows, and says nothing beyond them',
}
const aboutTheLog: LocalText = {
  da: 'hører til loggen over, hvem der har set sagen; den er en del af filen for sig',
  en: 'belongs to the log of who has seen the case, which is a part of the file of its own',
}
const measuresReviewers: LocalText = {
  da: 'måler de tilsynsførende; indholdet er et eksemplar af sagstrinnet, som er i filen',
  en: 'measures the reviewers; its content is a copy of the case stage, which is in the file',
}
const aboutEmployees: LocalText = {
  da: 'siger noget om en medarbejder og ikke om barnet',
  en: 'tells something of an employee and not of the child',
}

/**
 * Every table that holds something about a case, each after those that refer to it: the order in which a case is erased. A
 * test holds this list against the database's own catalog, so that no new table is forgotten.
 */
export const caseTables: readonly CaseTable[] = [
  t(
    'feedback_outcome',
    'Udfald af uenighed om tilbagemelding',
    'Outcomes of disputed feedback',
    { columns: ['reply_id'], of: 'feedback_reply' },
    empty({ words: `'${erasedWords}'` }),
    { sealedBy: 'review' },
  ),
  t(
    'feedback_reply',
    'Svar på tilbagemelding',
    'Replies to feedback',
    ofReview,
    empty({ words: words('words') }),
    { sealedBy: 'review' },
  ),
  t('feedback_recipient', 'Modtagere af tilbagemelding', 'Recipients of feedback', ofReview, keep, {
    notTold: aboutEmployees,
  }),
  t('feedback', 'Tilbagemeldinger', 'Feedback', ofReview, keep, { sealedBy: 'review' }),
  t(
    'reconciliation_conclusion',
    'Afstemning med registret',
    'Reconciliation with the register',
    ofReview,
    empty({ reason: `'${erasedWords}'` }),
    { sealedBy: 'review' },
  ),
  t('strength', 'Styrker', 'Strengths', ofReview, erase, { sealedBy: 'review' }),
  t(
    'merge_move',
    'Valg mellem to svar',
    'Choices between two answers',
    ofReview,
    empty({ note: 'null', given: code('given') }),
    { sealedBy: 'review' },
  ),
  t(
    'difference_move',
    'Drøftelse af forskelle',
    'Discussion of differences',
    ofReview,
    empty({
      note: 'null',
      consensus: code('consensus'),
      own_answer: code('own_answer'),
      below_answer: code('below_answer'),
    }),
    { sealedBy: 'review' },
  ),
  t('review_message', 'Beskeder mellem niveauer', 'Messages between levels', ofReview, erase, {
    sealedBy: 'review',
  }),
  t('review_note', 'Private noter under gennemgang', 'Private notes while reviewing', ofReview, erase, {
    sealedBy: 'review',
  }),
  t('set_aside_answer', 'Svar, der er lagt til side', 'Answers set aside', ofReview, erase, {
    sealedBy: 'review',
  }),
  t('own_answer', 'Svar givet hver for sig', 'Answers given apart', ofReview, empty(answer), {
    sealedBy: 'review',
  }),
  t('own_review', 'Gennemgange hver for sig', 'Reviews apart', ofReview, empty({ comment: 'null' }), {
    sealedBy: 'review',
  }),
  t(
    'review_submission_answer',
    'Svar i tidligere indsendelser',
    'Answers of earlier submissions',
    ofReview,
    empty(answer),
    { sealedBy: 'review' },
  ),
  t(
    'review_submission',
    'Tidligere indsendelser',
    'Earlier submissions',
    ofReview,
    empty({ comment: 'null' }),
    { sealedBy: 'review' },
  ),
  t('review_answer', 'Svar i gennemgange', 'Answers of reviews', ofReview, empty(answer), {
    sealedBy: 'review',
  }),
  t(
    'review_event',
    'Gennemgangenes forløb',
    'What happened to reviews',
    ofReview,
    empty({ reason: words('reason'), detail: `'{}'` }),
    { sealedBy: 'review' },
  ),
  t('review_exclusion', 'Hvem der ikke kan gennemgå sagen', 'Who cannot review the case', byNumber, erase, {
    notTold: aboutEmployees,
  }),
  t(
    'finding_act',
    'Hvad der er gjort ved fejl',
    'What was done about findings',
    ofFinding,
    empty({ text: words('text') }),
    { sealedBy: 'review' },
  ),
  t('finding_addition', 'Tilføjede fejl', 'Added findings', ofFinding, empty({ text: `'${erasedWords}'` }), {
    sealedBy: 'review',
  }),
  t('finding_source', 'Gennemgange bag fejl', 'Reviews behind findings', ofFinding, keep, {
    sealedBy: 'review',
  }),
  t(
    'finding',
    'Fejl',
    'Findings',
    ofStage,
    empty({ words: words('words'), words_key: 'case when words_key is null then null else id::text end' }),
    { sealedBy: 'review' },
  ),
  t(
    'critical_act',
    'Håndtering af kritisk sag',
    'Handling of a critical case',
    { columns: ['critical_case_id'], of: 'critical_case' },
    empty({ text: words('text') }),
  ),
  t('critical_case', 'Kritiske sager', 'Critical cases', byNumber, empty({ case_id: ':name' })),
  t(
    'anchor_in_round',
    'Ankersag i runder',
    'Anchor case in rounds',
    { columns: ['anchor_id'], of: 'anchor_case' },
    keep,
    { notTold: measuresReviewers },
  ),
  t('review', 'Gennemgange', 'Reviews', ofStage, empty({ comment: 'null', shown_case_id: 'null' }), {
    sealedBy: 'review',
  }),
  t('anchor_case', 'Ankersag', 'Anchor case', ofStage, empty({ content, participants: `'[]'` }), {
    notTold: measuresReviewers,
  }),
  t(
    'draw_case',
    'Udtrækninger',
    'Draws',
    ofStage,
    empty({ case_id: ':name', key: 'null', content, reason: words('reason') }),
  ),
  t('case_stage_participant', 'Hvem der deltog i sagstrin', 'Who took part in case stages', ofStage, erase),
  t(
    'case_stage_version',
    'Tidligere registreringer af sagstrin',
    'Earlier registrations of case stages',
    ofStage,
    erase,
  ),
  t(
    'walk_through_outcome',
    'Hvad der blev af aftaler',
    'What became of agreements',
    { columns: ['agreement_id'], of: 'walk_through_agreement' },
    erase,
  ),
  t(
    'walk_through_agreement',
    'Aftaler ved sagsgennemgang',
    'Agreements of walk-throughs',
    ofWalkThrough,
    erase,
  ),
  t(
    'walk_through_addition',
    'Rettelser til sagsgennemgang',
    'Corrections of walk-throughs',
    ofWalkThrough,
    erase,
  ),
  t('walk_through', 'Månedlige sagsgennemgange', 'Monthly walk-throughs', byNumber, erase),
  t(
    'register_entry_version',
    'Registreringer i protokoller',
    'Entries of registers',
    { columns: ['entry_id'], of: 'register_entry' },
    erase,
  ),
  t('register_entry', 'Protokoller', 'Registers', byNumber, erase),
  t(
    'case_event_version',
    'Tidligere registreringer af hændelser',
    'Earlier registrations of events',
    ofEvent,
    erase,
  ),
  t('case_event', 'Hændelser', 'Events', byNumber, erase),
  t('case_deadline', 'Frister', 'Deadlines', byNumber, erase),
  t('case_flow', 'Sagens gang', 'The case’s flow', byNumber, erase, { notTold: workingCopy }),
  t('case_to_judge', 'Venter på beregning af frister', 'Waits for its deadlines', byNumber, erase, {
    notTold: workingCopy,
  }),
  t('event_import_row', 'Hændelser, der venter på import', 'Events that wait for import', byNumber, erase),
  t('log_hold', 'Udskudt udlevering', 'Told later', byNumber, erase, { notTold: aboutTheLog }),
  t('break_glass', 'Nødadgang', 'Break-glass', byNumber, erase, { notTold: aboutTheLog }),
  t('access_hit', 'Opslag efter sag', 'Looks by case', byNumber, erase, { notTold: aboutTheLog }),
  t('legal_hold', 'Undtaget fra sletning', 'Kept from being erased', byNumber, erase),
  t('purge_case', 'Venter på sletning', 'Waits to be erased', byNumber, erase),
  t(
    'case_stage',
    'Sagstrin',
    'Case stages',
    byNumber,
    empty({
      case_id: ':name',
      child_id: 'null',
      caseworker: `''`,
      attributes: `'{}'`,
      started: 'started - (extract(day from completed)::integer - 1)',
      completed: `date_trunc('month', completed)::date`,
    }),
  ),
]

function t(
  table: string,
  da: string,
  en: string,
  link: CaseLink,
  purge: CasePurge,
  more: Pick<CaseTable, 'sealedBy' | 'notTold'> = {},
): CaseTable {
  return { table, title: { da, en }, link, purge, ...more }
}

function empty(set: Readonly<Record<string, string>>): CasePurge {
  return { kind: 'empty', set }
}
