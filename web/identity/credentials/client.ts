const browsers: [RegExp, string][] = [
  [/Edg\/(\d+)/, "Edge"],
  [/Firefox\/(\d+)/, "Firefox"],
  [/Chrome\/(\d+)/, "Chrome"],
  [/Version\/(\d+).*Safari/, "Safari"],
];
const systems: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** A browser by the name that people know it by; other programs as they call themselves. */
export function clientInWords(agent: string): string {
  const browser = browsers.find(([shape]) => shape.test(agent));
  if (!browser) return agent.slice(0, 60);
  const version = browser[0].exec(agent)![1];
  const system = systems.find(([shape]) => shape.test(agent))?.[1];
  return [`${browser[1]} ${version}`, system].filter(Boolean).join(" · ");
}
