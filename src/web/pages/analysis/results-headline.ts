/** The page's first sentence; that much is missing stands before what it is missing from. */
export function resultsHeadline(
  conclusion: string,
  texts: { readonly muchMissing: string },
  missingReviews: readonly { readonly prominent: boolean }[],
): string {
  return missingReviews.some(({ prominent }) => prominent) ? `${texts.muchMissing} ${conclusion}` : conclusion
}
