import { defineRuntime, type Runtime } from "./define.ts";

type Version = Pick<Runtime, "id" | "label"> & Partial<Runtime>;

/** Each maker fills in what all versions of a family have in common. */
export const java = (version: Version) =>
  defineRuntime({
    family: "java",
    packageKind: "jar",
    packageHelp: "An executable Jar: its manifest names a Main-Class. It listens on the port given in PORT.",
    vmDeployable: true,
    hasJvm: true,
    ...version,
  });

export const tomcat = (version: Version) =>
  defineRuntime({
    family: "tomcat",
    packageKind: "war",
    packageHelp: "A War: a Zip with a WEB-INF folder. Tomcat serves it at the root path.",
    vmDeployable: true,
    hasJvm: true,
    hasServerXml: true,
    defaultPort: 8080,
    ...version,
  });

export const node = (version: Version) =>
  defineRuntime({
    family: "node",
    packageKind: "zip",
    packageHelp:
      "A Zip with a package.json that has a start script, and with node_modules. It listens on the port given in PORT.",
    vmDeployable: true,
    ...version,
  });

export const php = (version: Version) =>
  defineRuntime({
    family: "php",
    packageKind: "zip",
    packageHelp: "A Zip with the site's files; a folder public, where there is one, is what is served.",
    ...version,
  });

export const python = (version: Version) =>
  defineRuntime({
    family: "python",
    packageKind: "zip",
    packageHelp:
      "A Zip with a Django project (manage.py at the top), or with the module that holds the WSGI application.",
    asksPythonFramework: true,
    ...version,
  });

export const dotnet = (version: Version) =>
  defineRuntime({
    family: "dotnet",
    packageKind: "zip",
    packageHelp: "A Zip with the output of dotnet publish. It listens on the port given in PORT.",
    ...version,
  });
