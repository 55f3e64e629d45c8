import {
  createGovernanceRule,
  deleteGovernanceRule,
  fieldKinds,
  type FormField as FieldRow,
  frameworks,
  governanceKinds,
  type GovernanceKindName,
  type GovernanceRule as RuleRow,
  getGovernanceRule,
  listGovernanceKinds,
  listGovernanceRules,
  type Note as NoteRow,
  type Prerequisite as PrerequisiteRow,
  type Preview as PreviewRow,
  previewGovernanceRule,
  type SettingChange as ChangeRow,
  updateGovernanceRule,
  type Words as WordsRow,
} from "@flyloft/functions/governance";
import { builder } from "./builder.ts";
import { Deleted } from "./basics.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";

const Kind = enumOf("GovernanceKind", governanceKinds, "What a governance rule does");
export const Framework = enumOf("ServiceFramework", frameworks, "What services are made with");

export const Words = builder.objectRef<WordsRow>("Words").implement({
  description: "What is shown to people, in the languages of the console",
  fields: (t) => ({
    en: t.exposeString("en", { description: "In English" }),
    zh: t.exposeString("zh", { description: "In Chinese" }),
  }),
});

const Choice = builder.objectRef<FieldRow["choices"][number]>("FormChoice").implement({
  description: "One of the values that a field takes",
  fields: (t) => ({
    value: t.exposeString("value", { description: "The value" }),
    label: t.expose("label", { type: Words, description: "What it is called" }),
  }),
});

const Condition = builder.objectRef<NonNullable<FieldRow["when"]>>("FormCondition").implement({
  description: "When a field is asked for",
  fields: (t) => ({
    field: t.exposeString("field", { description: "Another field" }),
    is: t.exposeStringList("is", { description: "Any of these values of it" }),
  }),
});

const Field = builder.objectRef<FieldRow>("FormField").implement({
  description: "A field of the form for rules of a kind",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its name in the rule" }),
    kind: t.expose("kind", { type: enumOf("FormFieldKind", fieldKinds), description: "How it is entered" }),
    label: t.expose("label", { type: Words, description: "What it is called" }),
    description: t.exposeString("description", { description: "What it means" }),
    required: t.exposeBoolean("required", { description: "Whether it must be given when it is asked for" }),
    min: t.exposeInt("min", { nullable: true, description: "The least number" }),
    max: t.exposeInt("max", { nullable: true, description: "The greatest number, or of a text the most characters" }),
    unit: t.exposeString("unit", { nullable: true, description: "Of a number" }),
    choices: t.expose("choices", { type: [Choice], description: "What there is to choose from" }),
    default: t.exposeString("default", { nullable: true, description: "What it is when it is left out" }),
    when: t.expose("when", { type: Condition, nullable: true, description: "When it is asked for; null for always" }),
  }),
});

const Prerequisite = builder.objectRef<PrerequisiteRow>("GovernancePrerequisite").implement({
  description: "What must be so at the services before rules of a kind act",
  fields: (t) => ({
    frameworks: t.expose("frameworks", { type: [Framework], description: "Services made with these" }),
    text: t.expose("text", { type: Words, description: "In words" }),
    setting: t.exposeString("setting", { nullable: true, description: "A line for the services' own configuration" }),
  }),
});

type KindRow = {
  kind: GovernanceKindName;
  title: WordsRow;
  governs: "calls" | "callers";
  methods: boolean;
  fields: FieldRow[];
  prerequisites: PrerequisiteRow[];
};
const KindDescription = builder.objectRef<KindRow>("GovernanceKindDescription").implement({
  description: "A kind of governance rules, with the form by which one is entered (GOV-01)",
  fields: (t) => ({
    kind: t.expose("kind", { type: Kind, description: "The kind" }),
    title: t.expose("title", { type: Words, description: "What it is called" }),
    governs: t.expose("governs", {
      type: enumOf("GovernanceSide", ["calls", "callers"]),
      description: "Whether its rules are about those whom a service calls, or about those who call it",
    }),
    methods: t.exposeBoolean("methods", { description: "Whether a rule may be about a single method" }),
    fields: t.expose("fields", { type: [Field], description: "What a rule says" }),
    prerequisites: t.expose("prerequisites", { type: [Prerequisite], description: "What services need first" }),
  }),
});

query("governanceKinds", listGovernanceKinds, [KindDescription]);

const Rule = builder.objectRef<RuleRow>("GovernanceRule").implement({
  description: "A rule that governs a microservice, whatever its version",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    kind: t.expose("kind", { type: Kind, description: "What it does" }),
    environment: t.exposeString("environment", { description: "The environment of the governed microservice" }),
    application: t.exposeString("application", { description: "The application of the governed microservice" }),
    microservice: t.exposeString("microservice", { description: "The governed microservice" }),
    spec: t.expose("spec", { type: "JSON", description: "What it says, by the fields of its kind" }),
    createdBy: t.exposeString("createdBy", { description: "Who made it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedBy: t.exposeString("updatedBy", { description: "Who changed it last" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it was changed last" }),
  }),
});

const SettingChange = builder.objectRef<ChangeRow>("PublishedSetting").implement({
  description: "A configuration item that publishing adds, changes, removes or finds as it should be",
  fields: (t) => ({
    scope: t.exposeString("scope", { description: "service@application, as the dynamic configuration shows it" }),
    environment: t.exposeString("environment", { description: "The environment of the scope" }),
    key: t.exposeString("key", { description: "The exact key" }),
    change: t.expose("change", {
      type: enumOf("SettingChangeKind", ["added", "changed", "removed", "same"]),
      description: "What publishing does to it",
    }),
    before: t.exposeString("before", { nullable: true, description: "Its value now; null when it is not there" }),
    after: t.exposeString("after", { nullable: true, description: "Its value then; null when it is removed" }),
    readBy: t.expose("readBy", { type: [Framework], description: "The frameworks that read it" }),
  }),
});

const Note = builder.objectRef<NoteRow>("GovernanceNote").implement({
  description: "Something to know before publishing",
  fields: (t) => ({
    frameworks: t.expose("frameworks", { type: [Framework], description: "The frameworks that it is about" }),
    text: t.expose("text", { type: Words, description: "In words" }),
  }),
});

export const GovernancePreview = builder.objectRef<PreviewRow>("GovernancePreview").implement({
  description: "What would be published",
  fields: (t) => ({
    changes: t.expose("changes", {
      type: [SettingChange],
      description: "Every key of all rules that are published together",
    }),
    notes: t.expose("notes", { type: [Note], description: "What frameworks do in their own way" }),
  }),
});

list("governanceRules", listGovernanceRules, "GovernanceRule", Rule);
query("governanceRule", getGovernanceRule, Rule);
query("governanceRulePreview", previewGovernanceRule, GovernancePreview);
mutation(createGovernanceRule, Rule);
mutation(updateGovernanceRule, Rule);
mutation(deleteGovernanceRule, Deleted);
