import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorRouteComponent,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { NotFound, PageBroke } from "./layout/no-page.tsx";
import { PageLoading } from "./layout/page-loading.tsx";
import { Shell } from "./layout/shell.tsx";
import { openRooms } from "./locale/index.ts";

/** Which part of a page is open is in its address, so that a link leads there and the way back works. */
export type Tabbed = {
  tab?: string;
  environment?: string;
  component?: string;
  subject?: string;
  action?: string;
};
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const tabbed = (search: Record<string, unknown>): Tabbed => ({
  tab: text(search["tab"]),
  environment: text(search["environment"]),
  component: text(search["component"]),
  subject: text(search["subject"]),
  action: text(search["action"]),
});

const root = createRootRoute({ notFoundComponent: NotFound });
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./identity/sign-in.tsx")),
});
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });

type Load = () => Promise<{ default: React.ComponentType }>;
/** A page with the words of the rooms that it speaks of. */
const page = <const P extends string>(rooms: readonly string[], path: P, load: Load) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    validateSearch: tabbed,
    component: lazyRouteComponent(async () => (await Promise.all([load(), openRooms(rooms)]))[0]),
  });
const access = ["access"];
const engines = ["engines"];
const work = ["apps", "components", "deployments", "environments", "operations"];

const tree = root.addChildren([
  signIn,
  shell.addChildren([
    page(["operations", "overview"], "/", () => import("./overview/overview.tsx")),
    page(work, "/applications", () => import("./apps/application-list.tsx")),
    page(work, "/applications/$applicationId", () => import("./apps/application.tsx")),
    page(work, "/applications/$applicationId/components/new", () => import("./components/create-component.tsx")),
    page(work, "/components/$componentId", () => import("./components/component.tsx")),
    page(work, "/components/$componentId/deploy", () => import("./deployments/deploy.tsx")),
    page(work, "/instances/$instanceId", () => import("./operations/instance.tsx")),
    page(work, "/instances/$instanceId/upgrade", () => import("./deployments/upgrade.tsx")),
    page(work, "/environments", () => import("./environments/environment-list.tsx")),
    page(work, "/environments/new", () => import("./environments/create-environment.tsx")),
    page(work, "/environments/$environmentId", () => import("./environments/edit-environment.tsx")),
    page(work, "/infrastructure", () => import("./environments/resource-list.tsx")),
    page(engines, "/engines", () => import("./engines/life/engine-list.tsx")),
    page(engines, "/engines/new", () => import("./engines/life/create-engine.tsx")),
    page(engines, "/engines/$engineId", () => import("./engines/life/engine.tsx")),
    page([...engines, "governance"], "/engines/$engineId/console", () => import("./engines/console.tsx")),
    page(
      [...engines, "governance"],
      "/engines/$engineId/services/$serviceId",
      () => import("./engines/catalogue/service.tsx"),
    ),
    page(access, "/users", () => import("./identity/users/user-list.tsx")),
    page(access, "/users/$userId", () => import("./identity/users/user.tsx")),
    page(access, "/groups", () => import("./identity/groups/group-list.tsx")),
    page(access, "/groups/$groupId", () => import("./identity/groups/group.tsx")),
    page(access, "/policies", () => import("./identity/policies/policy-list.tsx")),
    page(access, "/policies/new", () => import("./identity/policies/create-policy.tsx")),
    page(access, "/policies/$policyId", () => import("./identity/policies/policy.tsx")),
    page(access, "/delegations", () => import("./identity/delegations/delegation-list.tsx")),
    page(access, "/permissions", () => import("./identity/explain/explain.tsx")),
    page(["access", "audit"], "/audit", () => import("./identity/audit/audit.tsx")),
    page(["access", "jobs"], "/jobs", () => import("./jobs/run-list.tsx")),
    page(["access", "jobs", "operations"], "/jobs/$runId", () => import("./jobs/run.tsx")),
    page(["access", "credentials"], "/credentials", () => import("./identity/credentials/credentials.tsx")),
  ]),
]);

/** Every page has an address of its own and is loaded when it is first opened. */
export const router = createRouter({
  routeTree: tree,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageBroke as ErrorRouteComponent,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
