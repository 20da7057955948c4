/** For tests: a programme with one question of each answer type, a derived rating and two levels. */
export const allAnswerTypes = `key: all-types
version: 1
title: { da: Alle slags svar, en: All kinds of answers }
settings: { saturdayCounts: true, smallCell: 3 }
levels:
  - level: 1
    title: { da: Lokalt tilsyn, en: Local audit }
    reviewers: [department-manager, professional-coordinator]
    together: true
    minutes: 30
    selection: { kind: census }
  - level: 2
    title: { da: Ledelsestilsyn, en: Management audit }
    from: 1
    reviewers: [area-manager]
    minutes: 30
    comparison: true
    selection: { kind: census }
stages:
  - key: underretning
    title: { da: Underretning, en: Notification }
    sections:
      - { number: 1, title: { da: Modtagelse, en: Receipt } }
      - { number: 2, title: { da: Samlet, en: Overall } }
    questions:
      - key: A-1
        number: "1.1"
        section: 1
        text: { da: "Er underretningen registreret?", en: "Is the notification registered?" }
        deadlineRule: R01
      - key: A-2
        number: "1.2"
        section: 1
        text: { da: "Hvor grundig er vurderingen?", en: "How thorough is the assessment?" }
        answerType: graded
        grades:
          - { da: Mangelfuld, en: Lacking }
          - { da: Tilstrækkelig, en: Sufficient }
          - { da: Grundig, en: Thorough }
      - key: A-3
        number: "1.3"
        section: 1
        text: { da: "Hvor mange møder er holdt?", en: "How many meetings were held?" }
        answerType: number
      - key: A-4
        number: "1.4"
        section: 1
        text: { da: "Hvornår er barnet set?", en: "When was the child seen?" }
        answerType: date
      - key: A-5
        number: "1.5"
        section: 1
        text: { da: "Hvad kan andre lære af sagen?", en: "What can others learn from the case?" }
        answerType: text
      - key: A-6
        number: "2.1"
        section: 2
        text: { da: "Samlet vurdering", en: "Overall rating" }
        answerType: graded
        grades:
          - { da: Ikke god nok, en: Not good enough }
          - { da: God, en: Good }
        derived:
          - { grade: 1, when: [{ question: A-1, answered: [no] }] }
          - { grade: 1, when: [{ question: A-2, grades: [1] }] }
          - { grade: 2 }
`
