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

/** Which part of a page is open is in its address, so that a link leads there and the way back works. */
export type Tabbed = { tab?: string; environment?: string; component?: string };
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const tabbed = (search: Record<string, unknown>): Tabbed => ({
  tab: text(search["tab"]),
  environment: text(search["environment"]),
  component: text(search["component"]),
});

const root = createRootRoute({ notFoundComponent: NotFound });
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./identity/sign-in.tsx")),
});
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });

const page = <const P extends string>(path: P, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => shell, path, validateSearch: tabbed, component: lazyRouteComponent(load) });

const tree = root.addChildren([
  signIn,
  shell.addChildren([
    page("/", () => import("./overview/overview.tsx")),
    page("/applications", () => import("./apps/application-list.tsx")),
    page("/applications/$applicationId", () => import("./apps/application.tsx")),
    page("/applications/$applicationId/components/new", () => import("./components/create-component.tsx")),
    page("/components/$componentId", () => import("./components/component.tsx")),
    page("/components/$componentId/deploy", () => import("./deployments/deploy.tsx")),
    page("/instances/$instanceId", () => import("./operations/instance.tsx")),
    page("/instances/$instanceId/upgrade", () => import("./deployments/upgrade.tsx")),
    page("/environments", () => import("./environments/environment-list.tsx")),
    page("/environments/new", () => import("./environments/create-environment.tsx")),
    page("/environments/$environmentId", () => import("./environments/edit-environment.tsx")),
    page("/infrastructure", () => import("./environments/resource-list.tsx")),
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
