/** Part of a file of deadline rules: what rules of another field than children's call what their reports count. */
export const permitWords = `  words:
    received:
      one: { da: ansøgning, en: application }
      withArticle: { da: en ansøgning, en: an application }
      many: { da: ansøgninger, en: applications }
      newOne: { da: ny ansøgning, en: new application }
    handled:
      one: { da: tilladelse, en: permit }
      withArticle: { da: en tilladelse, en: a permit }
      many: { da: tilladelser, en: permits }
    prompted: { da: besvaret, en: answered }
`
