/**
 * What reviewers wrote, as it is compared: the same words about one case are one error, whatever their case, spaces and the
 * full stop at the end. Words that only mean the same are two errors, because no program should say that they do.
 */
export function wordsKey(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[ .!?]+|[ .!?]+$/gu, '')
  return plain === '' ? text : plain
}
