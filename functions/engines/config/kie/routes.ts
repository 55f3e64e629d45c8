import type { PlaneRoute } from "../../plane/call.ts";
import { createItem, deleteItem, deleteItems, editItem, getItem } from "./change-items.ts";
import { itemsHealth } from "./health.ts";
import { importItems } from "./import-items.ts";
import { listItems } from "./list-items.ts";
import { listRevisions } from "./list-revisions.ts";
import { listPollings } from "./track.ts";

/** The item protocol (protocol §2.1). */
export const kieRoutes: PlaneRoute[] = [
  { method: "GET", path: "/v1/health", handle: itemsHealth, open: true },
  { method: "GET", path: "/v1/:project/kie/kv", handle: listItems },
  { method: "POST", path: "/v1/:project/kie/kv", handle: createItem },
  { method: "DELETE", path: "/v1/:project/kie/kv", handle: deleteItems },
  { method: "GET", path: "/v1/:project/kie/kv/:id", handle: getItem },
  { method: "PUT", path: "/v1/:project/kie/kv/:id", handle: editItem },
  { method: "DELETE", path: "/v1/:project/kie/kv/:id", handle: deleteItem },
  { method: "POST", path: "/v1/:project/kie/file", handle: importItems },
  { method: "GET", path: "/v1/:project/kie/revision/:id", handle: listRevisions },
  { method: "GET", path: "/v1/:project/kie/track", handle: listPollings },
];
