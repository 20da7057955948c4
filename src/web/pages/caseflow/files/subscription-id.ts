/** Of the heading under which one asks to be told by mail. */
export const subscriptionId = 'subscription-heading'
