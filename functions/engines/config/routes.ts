import { get, patch, post, type Route } from "../../kernel/routes.ts";
import { compareConfigurationRevisions } from "./verbs/compare-configuration-revisions.ts";
import { createConfigurationItem } from "./verbs/create-configuration-item.ts";
import { deleteConfigurationItems } from "./verbs/delete-configuration-items.ts";
import { exportConfiguration } from "./verbs/export-configuration.ts";
import { importConfiguration } from "./verbs/import-configuration.ts";
import { listConfigurationItems } from "./verbs/list-configuration-items.ts";
import { listConfigurationRevisions } from "./verbs/list-configuration-revisions.ts";
import { rollbackConfigurationItem } from "./verbs/rollback-configuration-item.ts";
import { updateConfigurationItem } from "./verbs/update-configuration-item.ts";

const base = "/engines/:engineId/configuration-items";

export const configRoutes: Route[] = [
  get(base, listConfigurationItems),
  post(base, createConfigurationItem),
  post(`${base}/delete`, deleteConfigurationItems, 200),
  get(`${base}/export`, exportConfiguration),
  post(`${base}/import`, importConfiguration, 200),
  patch(`${base}/:itemId`, updateConfigurationItem),
  get(`${base}/:itemId/revisions`, listConfigurationRevisions),
  get(`${base}/:itemId/difference`, compareConfigurationRevisions),
  post(`${base}/:itemId/rollback`, rollbackConfigurationItem, 200),
];
