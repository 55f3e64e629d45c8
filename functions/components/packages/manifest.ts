export type Manifest = {
  mainClass: string | null;
  title: string | null;
  version: string | null;
  builtFor: string | null;
};

/** Reads the main section of a Jar's `META-INF/MANIFEST.MF`; a line that begins with a space continues the one before. */
export function readManifest(text: string): Manifest {
  const [section = ""] = text.replaceAll(/\r\n?/g, "\n").split("\n\n", 1);
  const lines = section.replaceAll("\n ", "").split("\n");
  const value = (name: string) => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return (
      line
        ?.slice(name.length + 1)
        .trim()
        .slice(0, 500) || null
    );
  };
  return {
    mainClass: value("Main-Class"),
    title: value("Implementation-Title"),
    version: value("Implementation-Version"),
    builtFor: value("Build-Jdk-Spec"),
  };
}
