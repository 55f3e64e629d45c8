import { get, patch, post, put, remove, type Route } from "../kernel/routes.ts";
import { createComponent } from "./create-component.ts";
import { deleteComponent, deleteComponents } from "./delete-component.ts";
import { deleteComponentTemplate } from "./delete-component-template.ts";
import { getComponent } from "./get-component.ts";
import { getComponentOptions } from "./get-component-options.ts";
import { getRuntimes } from "./get-runtimes.ts";
import { listComponentTemplates } from "./list-component-templates.ts";
import { listComponents } from "./list-components.ts";
import { updateComponent } from "./update-component.ts";
import { updateComponentSource, updateComponentSources } from "./update-component-source.ts";
import {
  abortPackageUpload,
  completePackageUpload,
  deletePackage,
  getPackage,
  listPackages,
  startPackageUpload,
} from "./uploads/index.ts";

export const componentRoutes: Route[] = [
  get("/runtimes", getRuntimes),
  get("/component-options", getComponentOptions),
  get("/component-templates", listComponentTemplates),
  remove("/component-templates/:templateId", deleteComponentTemplate),
  get("/packages", listPackages),
  post("/packages", startPackageUpload),
  get("/packages/:packageId", getPackage),
  post("/packages/:packageId/complete", completePackageUpload, 200),
  post("/packages/:packageId/abort", abortPackageUpload, 200),
  remove("/packages/:packageId", deletePackage),
  get("/applications/:applicationId/components", listComponents),
  post("/applications/:applicationId/components", createComponent),
  post("/components/delete", deleteComponents, 200),
  post("/components/sources", updateComponentSources, 200),
  get("/components/:componentId", getComponent),
  patch("/components/:componentId", updateComponent),
  remove("/components/:componentId", deleteComponent),
  put("/components/:componentId/source", updateComponentSource),
];
