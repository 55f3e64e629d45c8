import { dotnet } from "./families.ts";

export const dotNet9 = dotnet({ id: "DotNet9", label: ".NET 9", major: 9, exact: true });
