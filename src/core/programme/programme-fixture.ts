import { parseProgramme } from './parse-programme.ts'

export const right = `key: small
version: 1
title: { da: Lille, en: Small }
settings: { saturdayCounts: true, smallCell: 3 }
laws:
  - { key: old, title: { da: Gammel, en: Old }, until: 2023-12-31 }
  - { key: new, title: { da: Ny, en: New }, from: 2024-01-01 }
themes:
  - { key: consent, title: { da: Samtykke, en: Consent } }
levels:
  - level: 1
    title: { da: Lokalt, en: Local }
    reviewers: [department-manager]
    minutes: 30
    selection:
      kind: random
      strata: [unit, stage]
      quotas:
        - { where: { stage: plan }, take: 2 }
        - { take: 1 }
  - level: 2
    title: { da: Centralt, en: Central }
    from: 1
    reviewers: [central-lawyer]
    minutes: 60
    comparison: true
    eligibility: [{ attribute: age, atMost: 17 }]
    selection: { kind: census }
stages:
  - key: plan
    title: { da: Plan, en: Plan }
    sections:
      - { number: 1, title: { da: Indhold, en: Content } }
    questions:
      - key: P-1.1
        number: "1.1"
        section: 1
        text: { da: "Er der en plan?", en: "Is there a plan?" }
        legal: { old: "§ 1", new: "§ 2" }
        legalConfidence: verified
        theme: consent
        expected: yes
        baseline: true
      - key: P-1.2
        number: "1.2"
        section: 1
        text: { da: "Hvorfor ikke?", en: "Why not?" }
        askedWhen: { question: P-1.1, answered: [no] }
        answerType: text
`

export const wrongLine = (line: number, changed: string) =>
  right
    .split('\n')
    .map((text, index) => (index + 1 === line ? changed : text))
    .join('\n')

export function problemsOf(text: string) {
  const checked = parseProgramme(text, 'p.yaml')
  return checked.ok ? [] : checked.problems
}

export const found = (text: string) =>
  problemsOf(text).map(({ code, at }) => `${at?.line ?? '-'} ${at?.column ?? ''} ${code}`.replace('  ', ' '))
