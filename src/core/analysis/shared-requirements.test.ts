import { expect, it } from 'vitest'
import { smallProgramme, review } from '../../../test/support/small-programme.ts'
import { valueOf } from '../draw/draw-fixture.ts'
import { analyse } from './analyse.ts'
import { sharedRequirementsWords } from './shared-requirements.ts'

/** The programme of the baseline, where so many questions of the first stage were worded otherwise. */
const earlier = (changed: number) => ({
  ...smallProgramme,
  version: 0,
  stages: smallProgramme.stages.map((stage, at) => ({
    ...stage,
    questions: stage.questions.map((question, n) =>
      at === 0 && n < changed ? { ...question, text: { da: 'Andet', en: 'Other' } } : question,
    ),
  })),
})

function wordsWith(changed: number) {
  const answers = ['now', 'before'].flatMap((round) => review('c', ['yes', 'no'], { round }))
  return sharedRequirementsWords(
    valueOf(
      analyse({
        programme: smallProgramme,
        round: 'now',
        baseline: 'before',
        baselineProgramme: earlier(changed),
        answers,
      }),
    ),
  )
}

it('says which requirements a composite is made of where the baseline asked some otherwise, and only there', () => {
  expect(wordsWith(0)).toBe(null)
  // Five of the six questions are read as compliance: the alarm is not.
  expect(wordsWith(2)?.en).toBe('the 3 requirements (of 5) that both rounds asked alike')
  expect(wordsWith(2)?.da).toBe('de 3 krav (af 5), som begge runder har spurgt ens om')
})
