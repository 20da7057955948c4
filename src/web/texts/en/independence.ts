import type { independence as da } from '../da/independence.ts'

export const independence: typeof da = {
  title: 'Can you judge the case independently?',
  what: 'See who has worked on the case. You can, if you had no part in it, did not lead those who had, have not discussed it with them, and do not know the family.',
  yes: 'Yes, begin the review',
  no: 'No, pass the case on',
  later: 'I cannot judge the case independently',
  why: 'Why not?',
  grounds: {
    'took-part': 'I took part in the case',
    decided: 'I decided in the case',
    supervised: 'I led somebody who took part',
    discussed: 'I have discussed the case with somebody who took part',
    knows: 'I know the child, the family or somebody else in the case',
  },
  note: 'Explanation',
  noteHint: 'Write no names. Those who lead the audit can read it.',
  pass: 'Pass the case on',
  passWhat: 'The case goes to a colleague at once and does not come back to you. The declaration is kept.',
  choose: 'Choose a reason.',
  cancel: 'Cancel',
}
