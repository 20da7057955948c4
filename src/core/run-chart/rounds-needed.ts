/** From so many rounds on there are limits, and from so many they stay as they are (statistics note 7). */
export const fewestForLimits = 8
export const fewestForFrozenLimits = 12
