/** How many of each an account may have; far beyond what people manage by hand, and few enough to load at each request. */
export const identityLimits = {
  users: 5000,
  groups: 500,
  policies: 500,
  projects: 100,
  delegations: 200,
  /** Policies granted to one group. */
  grantsOfGroup: 100,
  /** Groups that one user is in. */
  groupsOfUser: 50,
};
