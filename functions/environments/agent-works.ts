/** An agent that was not heard of for this long is offline, in milliseconds. */
export const agentSilence = 90_000;

export const agentWorks = (agent: { lastSeenAt: Date }, now: Date): boolean =>
  now.getTime() - agent.lastSeenAt.getTime() <= agentSilence;
