import { refusalRow as row } from '../refusal-row.ts'

/** Refusals around local goals. */
export const goalRefusals = {
  'goal-unit-unknown': row(404, 'Enheden findes ikke.', 'The unit does not exist.'),
  'goal-aim-unknown': row(
    409,
    'Runden har ikke det sagstrin eller spørgsmål, eller der måles ikke opfyldelse på det. Vælg et, som siden viser.',
    'The round lacks that stage or question, or no compliance is read from it. Choose one that the page shows.',
  ),
  'goal-no-figure': row(
    409,
    'Enheden har ingen svar på det i den runde, så der er intet at gå ud fra. Vælg noget andet.',
    'The unit has no answers to that in the round, so there is nothing to start from. Choose something else.',
  ),
  'goal-round-unfit': row(
    409,
    'Runden kan ikke bruges til at vurdere målet: den skal være senere end den, målet tager udgangspunkt i, og have sager, der afsluttes, efter at målet er sat.',
    'The goal cannot be judged at that round: it must be later than the one the goal starts from and have cases finished after the goal is set.',
  ),
  'goal-exists': row(
    409,
    'Enheden har allerede et mål for det, som ikke er vurderet endnu. Træk det tilbage først, hvis det skal være et andet.',
    'The unit already has a goal for that, not yet judged. Withdraw it first if it is to be another.',
  ),
  'goal-settled': row(
    409,
    'Målet er vurderet eller trukket tilbage og bliver stående, som det er.',
    'The goal is judged or withdrawn and stays as it is.',
  ),
} as const
