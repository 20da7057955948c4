import type { Programme, Question, Stage } from '../../src/core/programme/programme.ts'

const stages = [
  ['underretning', 'Underretning', 'Notification of concern'],
  ['boernefaglig_undersoegelse', 'Børnefaglig undersøgelse', 'Child assessment'],
  ['handleplan_anbringelse', 'Handleplan, anbringelse', 'Care plan with placement'],
  ['handleplan_forebyggelse', 'Handleplan, forebyggelse', 'Care plan with preventive measure'],
  ['opfoelgning_anbringelse', 'Opfølgning, anbringelse', 'Follow-up of placement'],
  ['opfoelgning_forebyggelse', 'Opfølgning, forebyggelse', 'Follow-up of preventive measure'],
] as const

const subjects = [
  ['Er skridtet taget inden fristen?', 'Was the step taken before the deadline?', 'frist', undefined],
  [
    'Har barnet været inddraget, så dets egen mening fremgår af sagen?',
    'Was the child involved, so that its own opinion is on file?',
    'inddragelse',
    'child',
  ],
  ['Har forældrene været inddraget?', 'Were the parents involved?', 'inddragelse', 'parents'],
  [
    'Er barnet vejledt om retten til bisidder?',
    'Was the child told of the right to a companion?',
    'bisidder',
    'child',
  ],
  [
    'Er forældrene vejledt om retten til bisidder?',
    'Were the parents told of the right to a companion?',
    'bisidder',
    'parents',
  ],
  [
    'Foreligger der et gyldigt samtykke, som dækker det, der er sat i gang?',
    'Is there valid consent that covers what was set going?',
    'samtykke',
    undefined,
  ],
  ['Er netværket afdækket og inddraget?', 'Was the network uncovered and involved?', undefined, undefined],
  [
    'Er afgørelsen begrundet, og fremgår det, hvilken bestemmelse den bygger på?',
    'Does the decision give reasons and name the provision it rests on?',
    undefined,
    undefined,
  ],
] as const

/** Six stages with `perStage` questions each; four levels, level 2 compared. The last question of a stage escalates. */
export function sampleProgramme(perStage = 24): Programme {
  return {
    key: 'sample',
    version: 1,
    title: { da: 'Tilsyn med børnesager', en: 'Audit of child-protection cases' },
    status: {
      da: 'Spørgsmålene er konstruerede og skal godkendes af en børnejurist før brug.',
      en: 'The questions are constructed and must be confirmed by a child-law jurist before use.',
    },
    settings: { saturdayCounts: false, smallCell: 3 },
    laws: [
      { key: 'sel', title: { da: 'serviceloven', en: 'Act on Social Service' }, until: '2023-12-31' },
      { key: 'bl', title: { da: 'barnets lov', en: 'Children’s Act' }, from: '2024-01-01' },
    ],
    themes: [
      { key: 'inddragelse', title: { da: 'Inddragelse', en: 'Involvement' } },
      { key: 'bisidder', title: { da: 'Bisidder', en: 'Companion' } },
      { key: 'samtykke', title: { da: 'Samtykke', en: 'Consent' } },
    ],
    stages: stages.map(([key, da, en]) => sampleStage(key, da, en, perStage)),
    levels: [1, 2, 3, 4].map((level) => ({
      level,
      title: {
        da:
          ['Lokalt driftstilsyn', 'Lokalt ledelsestilsyn', 'Stabens tilsyn', 'Centralt tilsyn'][level - 1] ??
          '',
        en:
          ['Local operational audit', 'Local management audit', 'Staff audit', 'Central audit'][level - 1] ??
          '',
      },
      ...(level === 1 ? {} : { from: level - 1 }),
      selection: {
        kind: 'random',
        strata: level === 1 ? ['caseworker', 'month'] : ['unit', 'stage'],
        quotas: [{ take: level === 1 ? 1 : 4 }],
      },
      eligibility: [],
      reviewers: [],
      together: false,
      minutes: 45,
      comparison: level === 2,
    })),
  }
}

function sampleStage(key: string, da: string, en: string, perStage: number): Stage {
  return {
    key,
    title: { da, en },
    sections: [{ number: 1, title: { da: 'Sagen', en: 'The case' } }],
    questions: Array.from({ length: perStage }, (_, index) =>
      sampleQuestion(key, index, index === perStage - 1),
    ),
  }
}

function sampleQuestion(stage: string, index: number, last: boolean): Question {
  const [da, en, theme, concerns] = subjects[index % subjects.length] ?? subjects[0]
  return {
    key: `${stage}-${index + 1}`,
    number: `1.${index + 1}`,
    section: 1,
    text: last
      ? {
          da: 'Er der forhold, som kræver, at der handles akut?',
          en: 'Is there anything that calls for immediate action?',
        }
      : { da, en },
    legal: [
      { law: 'sel', reference: `SEL § ${index + 46}, stk. 1` },
      { law: 'bl', reference: `BL § ${index + 20}` },
    ],
    legalConfidence: index % 3 === 0 ? 'verified' : index % 3 === 1 ? 'partial' : 'memory',
    ...(theme === undefined || last ? {} : { theme }),
    ...(concerns === undefined || last ? {} : { concerns }),
    answerType: 'yes-no',
    expected: last ? null : 'yes',
    baseline: index % 2 === 0 && !last,
    escalates: last,
  }
}
