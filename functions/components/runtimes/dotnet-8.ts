import { dotnet } from "./families.ts";

export const dotNet8 = dotnet({ id: "DotNet8", label: ".NET 8", major: 8, exact: true });
