/** What routing must know of an instance. */
export type Tagged = { version: string; properties: Readonly<Record<string, string>> };

export type Tags = Record<string, string>;

/** `version` is the version of the service, every other tag a property of the instance or its service. */
export const hasTags = ({ version, properties }: Tagged, tags: Tags): boolean =>
  Object.entries(tags).every(([name, value]) => (name === "version" ? version === value : properties[name] === value));

export const tagged = <T extends Tagged>(instances: readonly T[], tags: Tags) =>
  instances.filter((one) => hasTags(one, tags));

/** Where a call may go; `name` tells one group from another, so that each is taken in turns of its own. */
export type Group<T> = { name: string; instances: T[] };
