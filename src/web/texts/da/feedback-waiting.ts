import { plural } from '../../../core/language/plural.ts'

export const feedbackWaiting = {
  unread: (n: number) =>
    plural('da', n, 'Du har 1 ny tilbagemelding på en sag.', `Du har ${n} nye tilbagemeldinger på sager.`),
  toFeedback: 'Tilbagemeldinger på mine sager',
  disputes: (n: number) =>
    plural('da', n, '1 uenighed venter på dit svar.', `${n} uenigheder venter på dit svar.`),
  toDisputes: 'Uenighed om tilbagemeldinger',
  toCorrections: 'Ønsker om rettelse',
}
