import { refusalRow as row } from '../refusal-row.ts'

/** Refusals around action plans and initiatives. */
export const actionPlanRefusals = {
  'plan-draft-exists': row(
    409,
    'Der er allerede et udkast til næste version. Arbejd videre i det.',
    'There is a draft of the next version already. Go on with that.',
  ),
  'plan-no-draft': row(
    409,
    'Handleplanen har intet udkast. En udgivet version ændres aldrig; begynd en ny version.',
    'The action plan has no draft. A published version never changes; begin a new version.',
  ),
  'plan-label-taken': row(
    409,
    'Handleplanen har allerede en version med det nummer. Vælg et andet.',
    'The action plan has a version of that number already. Choose another.',
  ),
  'plan-empty': row(
    409,
    'Udkastet har ingen indsatser endnu. Tilføj mindst én, før det udgives.',
    'The draft has no initiatives yet. Add at least one before publishing it.',
  ),
  'initiative-owner-unknown': row(
    409,
    'En af de ansvarlige findes ikke længere. Hent siden igen, og vælg på ny.',
    'One of the owners no longer exists. Load the page again and choose anew.',
  ),
  'initiative-not-published': row(
    409,
    'Indsatsen står kun i et udkast. Udgiv handleplanen, før der skrives om dens forløb.',
    'The initiative stands in a draft only. Publish the action plan before writing how it goes.',
  ),
  'initiative-not-now': row(
    409,
    'Det kan ikke ske, som indsatsen står nu. Hent siden igen, og se, hvor langt den er.',
    'That cannot happen as the initiative stands now. Load the page again and see how far it is.',
  ),
  'initiative-day-ahead': row(
    409,
    'Dagen er ikke kommet endnu. Skriv det, når det er sket.',
    'That day has not come yet. Write it once it has happened.',
  ),
  'initiative-day-before-plan': row(
    409,
    'Dagen ligger mere end 14 dage før den dag, indsatsen først stod i en udgivet handleplan. Ret dagen, og skriv i bemærkningen, hvad der gik forud.',
    'That day lies more than 14 days before the day on which the initiative first stood in a published action plan. Mend the day, and write in the note what went before.',
  ),
  'initiative-day-back': row(
    409,
    'Dagen ligger før det, der sidst skete med indsatsen. Ret dagen.',
    'That day lies before what last happened to the initiative. Mend the day.',
  ),
} as const
