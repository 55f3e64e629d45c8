import { dotnet } from "./families.ts";

export const dotNet10 = dotnet({ id: "DotNet10", label: ".NET 10", major: 10, exact: true });
