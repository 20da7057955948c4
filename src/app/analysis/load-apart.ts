import type { ApartReview } from '../../core/analysis/apart-review.ts'
import { getLevel } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listApartForms, type ApartForm } from '../../storage/analysis/apart-form.ts'
import type { Round } from '../../storage/draw/round.ts'
import type { PersonalReader } from '../../storage/transaction.ts'

/** The pairs of forms of those who reviewed a round's cases apart. Who only one is left of has no pair. */
export async function loadApart(
  reader: PersonalReader,
  round: Pick<Round, 'id'>,
  programme: Programme,
): Promise<readonly ApartReview[]> {
  const forms = await listApartForms(reader, round.id)
  return [...Map.groupBy(forms, ({ review }) => review).values()].flatMap((ofReview) => {
    const [one, other] = ofReview
    return one === undefined || other === undefined ? [] : [toPair(programme, one, other)]
  })
}

/** In the order in which the programme names their roles, so that a direction means the same in every case. */
function toPair(programme: Programme, one: ApartForm, other: ApartForm): ApartReview {
  const { caseId, stage, level } = one
  const { reviewers } = getLevel(programme, level)
  const placeOf = (form: ApartForm) => {
    const place = reviewers.findIndex((role) => form.roles.includes(role))
    return place === -1 ? reviewers.length : place
  }
  const roleOf = (form: ApartForm) => reviewers[placeOf(form)] ?? form.roles[0] ?? 'none'
  const answersOf = (form: ApartForm) => new Map(Object.entries(form.answers))
  const [first, second] = placeOf(other) < placeOf(one) ? [other, one] : [one, other]
  return {
    caseId,
    stage,
    level,
    reviewers: [roleOf(first), roleOf(second)],
    answers: [answersOf(first), answersOf(second)],
  }
}
