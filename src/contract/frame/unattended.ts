/**
 * Header of a request that a page sends by itself while nobody is at it: it is answered, and does not lengthen the session.
 * Whoever leaves it out lengthens only a session of their own.
 */
export const unattendedHeader = 'tilsyn-unattended'
