/** Seconds since 1970, as the registry writes them (protocol §0.9). */
export const secondsOf = (at: Date) => String(Math.floor(at.getTime() / 1000));
