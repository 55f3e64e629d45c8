import {
  compareConfigurationRevisions,
  type ConfigurationChange as Change,
  type ConfigurationItem as Item,
  createConfigurationItem,
  deleteConfigurationItems,
  exportConfiguration,
  followConfiguration,
  importConfiguration,
  listConfigurationItems,
  listConfigurationRevisions,
  rollbackConfigurationItem,
  updateConfigurationItem,
} from "@flyloft/functions/engines";
import { KeyValue } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";

const ConfigurationItem = builder.objectRef<Item>("ConfigurationItem").implement({
  description: "A configuration item of an engine, or one of its revisions (SVC-10, GCF-01)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id, the same for clients of the engine; made of its key and labels" }),
    key: t.exposeString("key", { description: "Unique in its scope and environment" }),
    value: t.exposeString("value", { description: "What clients read, in clear text" }),
    valueType: t.expose("valueType", {
      type: enumOf("CreateConfigurationItemValueType", ["text", "ini", "json", "yaml", "properties", "xml"]),
      description: "How clients read the value",
    }),
    status: t.expose("status", {
      type: enumOf("UpdateConfigurationItemStatus", ["enabled", "disabled"]),
      description: "Whether clients use it",
    }),
    scope: t.exposeString("scope", {
      nullable: true,
      description:
        "service@application, service@application#version, or `application` for all services; null when a client gave it labels of its own",
    }),
    environment: t.exposeString("environment", { description: "The environment of the services that read it" }),
    labels: t.expose("labels", { type: [KeyValue], description: "How clients of the item protocol ask for it" }),
    revision: t.exposeInt("revision", { description: "The revision of all items that wrote it last" }),
    deleted: t.exposeBoolean("deleted", { description: "It is gone; its history is kept for a while" }),
    changedBy: t.exposeString("changedBy", { description: "Who wrote it last: a user, or a client of the engine" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
    warning: t.exposeString("warning", { description: "What to tell people who write values (SVC-13)" }),
  }),
});

type Line = Awaited<ReturnType<typeof compareConfigurationRevisions>>[number];
const DifferentLine = builder.objectRef<Line>("ConfigurationDifferenceLine").implement({
  description: "A line of two revisions",
  fields: (t) => ({
    change: t.expose("change", {
      type: enumOf("ConfigurationDifference", ["same", "added", "removed"]),
      description: "What became of it",
    }),
    text: t.exposeString("text", { description: "The line" }),
  }),
});

const ConfigurationFile = builder.objectRef<{ fileName: string; file: string }>("ConfigurationFile").implement({
  description: "Configuration items as a file (SVC-12)",
  fields: (t) => ({
    fileName: t.exposeString("fileName", { description: "What to call it" }),
    file: t.exposeString("file", { description: "Its text, which is JSON" }),
  }),
});

list("configurationItems", listConfigurationItems, "ConfigurationItem", ConfigurationItem);
query("configurationRevisions", listConfigurationRevisions, [ConfigurationItem]);
query("configurationDifference", compareConfigurationRevisions, [DifferentLine]);
query("configurationExport", exportConfiguration, ConfigurationFile);
mutation(createConfigurationItem, ConfigurationItem);
mutation(updateConfigurationItem, ConfigurationItem);
mutation(deleteConfigurationItems, [ConfigurationItem]);
mutation(importConfiguration, [ConfigurationItem]);
mutation(rollbackConfigurationItem, ConfigurationItem);

const ConfigurationChange = builder.objectRef<Change>("ConfigurationChange").implement({
  description: "A configuration item that has changed, without its value",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "Resume after it" }),
    itemId: t.exposeID("id", { description: "Of the item" }),
    key: t.exposeString("key", { description: "Its key" }),
    scope: t.exposeString("scope", { nullable: true, description: "Its scope; null for labels of a client's own" }),
    environment: t.exposeString("environment", { description: "The environment of the services that read it" }),
    revision: t.exposeInt("revision", { description: "The revision of all items that it is now at" }),
    deleted: t.exposeBoolean("deleted", { description: "It is gone" }),
    changedBy: t.exposeString("changedBy", { description: "Who has changed it" }),
    at: t.expose("updatedAt", { type: "DateTime", description: "When" }),
  }),
});

builder.subscriptionField("configurationChanged", (t) =>
  t.field({
    type: ConfigurationChange,
    description: "Configuration items as they change; without a cursor from now on. Needs `cse:config:get`.",
    args: {
      engineId: t.arg.id({ description: "The engine" }),
      after: t.arg.string({ required: false, description: "The cursor of the last message that was seen" }),
    },
    subscribe: (_root, args, ctx) => followConfiguration(ctx, args),
    resolve: (change) => change,
  }),
);
