/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What abortPackageUpload needs */
export type AbortPackageUploadInput = {
  /** The id of the package */
  packageId: string;
};

export type AccessMode =
  | 'cluster'
  | 'public'
  | 'vpc';

export type AccessProtocol =
  | 'TCP'
  | 'UDP';

/** What addAccess needs */
export type AddAccessInput = {
  /** Generated when it is left out */
  accessPort?: number | null | undefined;
  /** Where the component listens; left out it is the port that the process was handed */
  containerPort?: number | null | undefined;
  /** The id of the instance */
  instanceId: string;
  /** Who is meant to reach it (OPS-15) */
  mode?: AccessMode | null | undefined;
  /** The service name; one is proposed when it is left out */
  name?: string | null | undefined;
  protocol?: AccessProtocol | null | undefined;
};

/** What addGroupMembers needs */
export type AddGroupMembersInput = {
  /** The id of the group */
  groupId: string;
  /** Those who are in it already stay */
  userIds: Array<string>;
};

/** What addMicroserviceTag needs */
export type AddMicroserviceTagInput = {
  /** The id of the engine */
  engineId: string;
  /** A letter, then letters, digits, _ - .; at most 64 */
  key: string;
  /** The id of the microservice, of one version */
  serviceId: string;
  /** As the key */
  value: string;
};

/** What addPasskey needs */
export type AddPasskeyInput = {
  /** What you call this device */
  name: string;
  /** What the browser answered */
  response: unknown;
  /** From the step before */
  ticket: string;
};

export type AddressFamily =
  | 'ipv4'
  | 'ipv6';

/** By what sort of caller */
export type AuditActorKind =
  | 'anonymous'
  | 'key'
  | 'system'
  | 'token'
  | 'user';

/** `done`, or the code of the refusal */
export type AuditResult =
  | 'blocked'
  | 'conflict'
  | 'done'
  | 'forbidden'
  | 'invalid'
  | 'limit_reached'
  | 'not_found'
  | 'unauthenticated'
  | 'unavailable';

export type BackupKind =
  | 'automatic'
  | 'manual';

export type BackupState =
  | 'failed'
  | 'running'
  | 'succeeded';

/** What beginPasskey needs */
export type BeginPasskeyInput = {
  /** A code from your app, or a recovery code; or else the password */
  code?: string | null | undefined;
  /** Your password; or else a code */
  password?: string | null | undefined;
};

/** What beginTotp needs */
export type BeginTotpInput = {
  /** A code from your app, or a recovery code; or else the password */
  code?: string | null | undefined;
  /** Your password; or else a code */
  password?: string | null | undefined;
};

/** How an image is made of the source */
export type BuildSettingsInput = {
  /** The id of the cluster that builds */
  clusterId: string;
  /** The compile command; absent for the default one, and for packages */
  command?: string | null | undefined;
  /** Only nodes with these labels build: an object of label to value */
  nodeLabels?: unknown;
  /** The organisation of the image registry that takes the image */
  organization: string;
};

export type CallDirection =
  | 'called'
  | 'served';

/** Those that it calls, or those that call it */
export type CallSide =
  | 'called'
  | 'calling';

/** What cancelJobRun needs */
export type CancelJobRunInput = {
  /** The id of the run */
  runId: string;
};

/** What changePassword needs */
export type ChangePasswordInput = {
  /** A code from your app, or a recovery code; or else the password */
  code?: string | null | undefined;
  /** At least 10 characters, not a common one, not your name */
  newPassword: string;
  /** Your password; or else a code */
  password?: string | null | undefined;
};

export type CloneToEnvironmentChangeInput = {
  /** The id of the cluster to use */
  clusterId?: string | null | undefined;
  /** The id of a component */
  componentId: string;
  replicas?: number | null | undefined;
  /** Leave this one out */
  skip?: boolean | null | undefined;
};

/** What cloneToEnvironment needs */
export type CloneToEnvironmentInput = {
  /** The id of the application */
  applicationId: string;
  /** What shall differ */
  changes?: Array<CloneToEnvironmentChangeInput> | null | undefined;
  /** The id of the environment to take from */
  fromEnvironmentId: string;
  /** The id of the environment to deploy into */
  toEnvironmentId: string;
};

/** What closeEnginePublicAccess needs */
export type CloseEnginePublicAccessInput = {
  /** The id of the engine */
  engineId: string;
};

export type ClusterEngine =
  | 'docker'
  | 'kubernetes'
  | 'process';

/** What completePackageUpload needs */
export type CompletePackageUploadInput = {
  /** The id of the package */
  packageId: string;
  /** Of an upload in parts: each with the ETag header of its answer */
  parts?: Array<UploadedPartInput> | null | undefined;
};

/** Where the code comes from; which fields are needed depends on the kind */
export type ComponentSourceInput = {
  /** The name of a repository authorisation */
  authorisation?: string | null | undefined;
  /** The branch to build */
  branch?: string | null | undefined;
  /** The template framework of the new project */
  framework?: string | null | undefined;
  /** Decides which of the other fields are needed */
  kind: ComponentSourceKind;
  /** The user or organisation that owns the repository */
  namespace?: string | null | undefined;
  /** The id of a package that was uploaded */
  packageId?: string | null | undefined;
  /** The repository */
  repository?: string | null | undefined;
};

/** Where code can come from (CMP-10 to CMP-13) */
export type ComponentSourceKind =
  | 'image'
  | 'jar'
  | 'repository'
  | 'template'
  | 'war'
  | 'zip';

/** What kind of component it is (CMP-01) */
export type ComponentType =
  | 'generic'
  | 'microservice'
  | 'web';

export type ConfigurationDifference =
  | 'added'
  | 'removed'
  | 'same';

/** What confirmGrayRule needs */
export type ConfirmGrayRuleInput = {
  /** The id of the engine */
  engineId: string;
  /** The id of the rule */
  ruleId: string;
  /** The version of the rule that takes over; else its latest */
  version?: string | null | undefined;
};

/** What confirmTotp needs */
export type ConfirmTotpInput = {
  /** What the app shows now */
  code: string;
};

/** What createAccessKey needs */
export type CreateAccessKeyInput = {
  /** A code from your app, or a recovery code; or else the password */
  code?: string | null | undefined;
  /** What it is for */
  description?: string | null | undefined;
  /** Your password; or else a code */
  password?: string | null | undefined;
};

/** What createApiToken needs */
export type CreateApiTokenInput = {
  /** What it may do at most, such as servicestage:app:get */
  actions: Array<string>;
  /** From where it may be used; anywhere when left out */
  addresses?: Array<string> | null | undefined;
  /** When it ends, within a year */
  expiresAt: string;
  /** What it is for */
  name: string;
  /** How often it may be used; not limited when left out */
  requestsPerMinute?: number | null | undefined;
  /** On what, such as application/*; * for everything */
  resources?: Array<string> | null | undefined;
};

/** What createApplication needs */
export type CreateApplicationInput = {
  /** What it is for */
  description?: string | null | undefined;
  /** Unique in the project */
  name: string;
};

/** What createComponent needs */
export type CreateComponentInput = {
  /** The id of the application */
  applicationId: string;
  /** Without it a component cannot be deployed to a cluster that needs an image */
  build?: BuildSettingsInput | null | undefined;
  /** What it is for */
  description?: string | null | undefined;
  /** JavaChassis, Mesher, GoChassis, SpringCloud or Dubbo; microservices only */
  framework?: string | null | undefined;
  /** Unique in the application; cannot be changed */
  name: string;
  /** Needed when the runtime is Python */
  python?: PythonEntryInput | null | undefined;
  /** The name of a runtime, such as Java8 or Nodejs24 */
  runtime?: string | null | undefined;
  /** Keeps type, runtime and framework as a template of this name (CMP-19) */
  saveAsTemplate?: string | null | undefined;
  /** Where the code comes from; absent for the Docker runtime */
  source?: ComponentSourceInput | null | undefined;
  /** The name of a template; absent when type, runtime and framework are given */
  template?: string | null | undefined;
  /** What kind of component it is (CMP-01) */
  type?: ComponentType | null | undefined;
};

/** What createConfigurationItem needs */
export type CreateConfigurationItemInput = {
  /** The id of the engine */
  engineId: string;
  /** Of the services: empty, development, testing, acceptance or production */
  environment?: string | null | undefined;
  /** Unique in its scope and environment */
  key: string;
  /** service@application or service@application#version; `application` is for all services (GCF-01) */
  scope: string;
  /** Stored in clear text */
  value: string;
  /** How clients read the value */
  valueType?: CreateConfigurationItemValueType | null | undefined;
};

/** How clients read the value */
export type CreateConfigurationItemValueType =
  | 'ini'
  | 'json'
  | 'properties'
  | 'text'
  | 'xml'
  | 'yaml';

/** What createDelegation needs */
export type CreateDelegationInput = {
  /** The id of the account that may act */
  delegateId: string;
  /** What it is for */
  description?: string | null | undefined;
  /** When it ends; null for never */
  expiresAt?: string | null | undefined;
  /** Unique in the account */
  name: string;
  /** What it may do there at most; never anything with identities */
  policyIds: Array<string>;
  /** The id of the project */
  projectId: string;
};

/** What createEngineAccount needs */
export type CreateEngineAccountInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique at the engine */
  name: string;
  /** Told nobody again */
  password: string;
  roles: Array<string>;
};

/** What createEngineBackup needs */
export type CreateEngineBackupInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique at the engine; it stays */
  name: string;
  /** What it is for */
  remark?: string | null | undefined;
};

/** What createEngine needs */
export type CreateEngineInput = {
  /** What it is for */
  description?: string | null | undefined;
  /** Microservice instances at most: 100, 500 or 2000 */
  instanceQuota: number;
  /** Unique in the project; it stays */
  name: string;
  /** High availability, or one zone for development and test; it stays */
  specification: EngineSpecification;
  /** The id of a subnet of that VPC */
  subnetId: string;
  /** The id of the VPC that it lies in */
  vpcId: string;
  /** Availability zones: at most two for high availability, else one */
  zones: Array<string>;
};

/** What createEngineRole needs */
export type CreateEngineRoleInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique at the engine */
  name: string;
  /** What accounts that have it may do */
  permissions: Array<EngineRolePermissionInput>;
};

/** What createEnvironment needs */
export type CreateEnvironmentInput = {
  /** What it is for */
  description?: string | null | undefined;
  /** Unique in the project */
  name: string;
  /** At least one cluster or host of the VPC, and any of its optional resources */
  resourceIds: Array<string>;
  /** The VPC; it cannot be changed later */
  vpcId: string;
};

/** What createGovernanceRule needs */
export type CreateGovernanceRuleInput = {
  /** The id of the engine */
  engineId: string;
  /** What the rule does */
  kind: GovernanceKind;
  /** The id of the governed microservice, in any of its versions */
  serviceId: string;
  /** What the rule says; its kind tells which fields it has */
  spec: GovernanceSpecInput;
};

/** What createGrayRule needs */
export type CreateGrayRuleInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique among the rules of the microservice */
  name: string;
  /** A rule of a larger one is asked first; unique too */
  priority?: number | null | undefined;
  /** The id of the governed microservice, in any of its versions */
  serviceId: string;
  /** Which requests go to which versions */
  spec: GrayRuleSpecInput;
};

/** What createGroup needs */
export type CreateGroupInput = {
  /** Whom it is for */
  description?: string | null | undefined;
  /** Unique in the account */
  name: string;
};

/** What createMicroservice needs */
export type CreateMicroserviceInput = {
  /** The application that it belongs to */
  application: string;
  /** What it is for */
  description?: string | null | undefined;
  /** The id of the engine */
  engineId: string;
  /** Of the services: empty, development, testing, acceptance or production */
  environment?: string | null | undefined;
  /** As its instances will say */
  name: string;
  /** Domain and project of the services that it belongs to */
  tenant?: string | null | undefined;
  /** As its instances will say */
  version?: string | null | undefined;
};

/** What createPolicy needs */
export type CreatePolicyInput = {
  /** Roles that must be granted along with this role */
  dependsOn?: Array<string> | null | undefined;
  /** What it is for */
  description?: string | null | undefined;
  /** { "Version": "1.1", "Statement": [{ "Effect": …, "Action": […] }] } */
  document?: unknown;
  /** A role speaks of whole services and may need others */
  kind?: CreatePolicyKind | null | undefined;
  /** Unique in the account */
  name: string;
  /** In place of the document; what the actions depend on is added */
  statements?: Array<PolicyStatementInput> | null | undefined;
};

/** A role speaks of whole services and may need others */
export type CreatePolicyKind =
  | 'policy'
  | 'role';

/** What createProject needs */
export type CreateProjectInput = {
  /** Unique in the account */
  name: string;
};

/** What createUser needs */
export type CreateUserInput = {
  /** Who this is */
  description?: string | null | undefined;
  /** E-mail address; null for none */
  email?: string | null | undefined;
  /** Whether the user may sign in */
  enabled?: boolean | null | undefined;
  /** Unique in the account */
  name: string;
  /** Only a salted hash of it is stored */
  password: string;
  /** Phone number; null for none */
  phone?: string | null | undefined;
};

/** What deleteAccessKey needs */
export type DeleteAccessKeyInput = {
  /** The id of the access key */
  accessKeyId: string;
};

/** What deleteApplication needs */
export type DeleteApplicationInput = {
  /** The id of the application */
  applicationId: string;
};

/** What deleteComponentTemplate needs */
export type DeleteComponentTemplateInput = {
  /** The id of the template */
  templateId: string;
};

/** What deleteComponents needs */
export type DeleteComponentsInput = {
  /** Which */
  componentIds: Array<string>;
};

/** What deleteConfigurationItems needs */
export type DeleteConfigurationItemsInput = {
  /** The id of the engine */
  engineId: string;
  /** The items */
  itemIds: Array<string>;
};

/** What deleteDelegation needs */
export type DeleteDelegationInput = {
  /** The id of the delegation */
  delegationId: string;
};

/** What deleteEngineAccount needs */
export type DeleteEngineAccountInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique at the engine */
  name: string;
};

/** What deleteEngineBackup needs */
export type DeleteEngineBackupInput = {
  /** The id of the backup */
  backupId: string;
  /** The id of the engine */
  engineId: string;
};

/** What deleteEngine needs */
export type DeleteEngineInput = {
  /** The word DELETE */
  confirm: string;
  /** The id of the engine */
  engineId: string;
};

/** What deleteEngineRole needs */
export type DeleteEngineRoleInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique at the engine */
  name: string;
};

/** What deleteEnvironment needs */
export type DeleteEnvironmentInput = {
  /** The id of the environment */
  environmentId: string;
};

/** What deleteGovernanceRule needs */
export type DeleteGovernanceRuleInput = {
  /** The id of the engine */
  engineId: string;
  /** The id of the rule */
  ruleId: string;
};

/** What deleteGrayRule needs */
export type DeleteGrayRuleInput = {
  /** The id of the engine */
  engineId: string;
  /** The id of the rule */
  ruleId: string;
};

/** What deleteGroup needs */
export type DeleteGroupInput = {
  /** The id of the group */
  groupId: string;
};

/** What deleteInstance needs */
export type DeleteInstanceInput = {
  /** The instance's name, typed to confirm */
  confirm: string;
  /** The id of the instance */
  instanceId: string;
};

/** What deleteMicroservice needs */
export type DeleteMicroserviceInput = {
  /** The id of the engine */
  engineId: string;
  /** The id of the microservice, of one version */
  serviceId: string;
};

/** What deleteMicroserviceTag needs */
export type DeleteMicroserviceTagInput = {
  /** The id of the engine */
  engineId: string;
  /** A letter, then letters, digits, _ - .; at most 64 */
  key: string;
  /** The id of the microservice, of one version */
  serviceId: string;
};

/** What deletePasskey needs */
export type DeletePasskeyInput = {
  /** A code from your app, or a recovery code; or else the password */
  code?: string | null | undefined;
  /** The id of the passkey */
  passkeyId: string;
  /** Your password; or else a code */
  password?: string | null | undefined;
};

/** What deletePolicy needs */
export type DeletePolicyInput = {
  /** The id of the policy */
  policyId: string;
};

/** What deleteResource needs */
export type DeleteResourceInput = {
  /** The id of the resource */
  resourceId: string;
};

/** What deleteUser needs */
export type DeleteUserInput = {
  /** The id of the user */
  userId: string;
};

/** What deployComponent needs */
export type DeployComponentInput = {
  /** Arguments of the start command; ${PORT} is filled in */
  arguments?: Array<string> | null | undefined;
  /** The id of the cluster; may be left out when the environment has one */
  clusterId?: string | null | undefined;
  /** Replaces the runtime's own start command; ${PORT} is filled in */
  command?: Array<string> | null | undefined;
  /** The id of the component */
  componentId: string;
  /** Seconds within which it must become ready */
  deadline?: number | null | undefined;
  /** What is new in this version */
  description?: string | null | undefined;
  /** Where a microservice component registers (DEP-17); left out, the environment's engine; null for none */
  engineId?: string | null | undefined;
  /** The id of the environment */
  environmentId: string;
  /** For VM deployments: the hosts (DEP-07) */
  hostIds?: Array<string> | null | undefined;
  /** For Java and Tomcat, as in -Xms256m -Xmx1024m (ADV-18) */
  jvmOptions?: string | null | undefined;
  /** Whether it serves on the port that it is handed as PORT */
  listens?: boolean | null | undefined;
  /** Restart it when this fails (OPS-47) */
  liveness?: ProbeInput | null | undefined;
  /** Log files to collect beside standard output */
  logFiles?: Array<string> | null | undefined;
  /** How many may be missing during a rolling upgrade (OPS-27) */
  maxUnavailable?: MaxUnavailableInput | null | undefined;
  /** The id of the package; without it the component's source */
  packageId?: string | null | undefined;
  /** The port it is known by to others (DEP-14) */
  port?: number | null | undefined;
  /** Send it requests only while this succeeds (OPS-48) */
  readiness?: ProbeInput | null | undefined;
  /** How many; for VM deployments it follows the hosts (DEP-08) */
  replicas?: number | null | undefined;
  /** Seconds that a leaving process may take to save its data (OPS-26) */
  scaleInWindow?: number | null | undefined;
  /** Tomcat's server.xml (ADV-19) */
  serverXml?: string | null | undefined;
  /** How the next version takes its place (OPS-40, OPS-41) */
  strategy?: UpgradeStrategy | null | undefined;
  /** To a cluster or to hosts (DEP-01) */
  system?: DeploySystem | null | undefined;
  /** Environment variables (ADV-02) */
  variables?: Array<DeployComponentVariableInput> | null | undefined;
  /** A JSON or YAML file of further variables (ADV-05) */
  variablesFile?: DeployComponentVariablesFileInput | null | undefined;
  /** The deploy version (DEP-05) */
  version?: string | null | undefined;
};

export type DeployComponentVariableInput = {
  name: string;
  value: string;
};

/** A JSON or YAML file of further variables (ADV-05) */
export type DeployComponentVariablesFileInput = {
  content: string;
  name: string;
};

export type DeploySystem =
  | 'container'
  | 'vm';

/** What disableAccessKey needs */
export type DisableAccessKeyInput = {
  /** The id of the access key */
  accessKeyId: string;
};

/** What enableAccessKey needs */
export type EnableAccessKeyInput = {
  /** The id of the access key */
  accessKeyId: string;
};

/** What endSession needs */
export type EndSessionInput = {
  /** The id of the session */
  sessionId: string;
};

export type EngineAccountStatus =
  | 'active'
  | 'inactive';

export type EngineAddressScope =
  | 'private'
  | 'public';

export type EngineEdition =
  | 'exclusive'
  | 'professional';

/** Only those of one environment, application or name */
export type EngineRoleLabelsInput = {
  /** Its application */
  appId?: string | null | undefined;
  /** Of the microservice */
  environment?: string | null | undefined;
  /** Its name */
  serviceName?: string | null | undefined;
};

/** What may be done with some things */
export type EngineRolePermissionInput = {
  /** On what */
  resources: Array<EngineRoleResourceInput>;
  /** What */
  verbs: Array<string>;
};

/** A sort of things, or some of them */
export type EngineRoleResourceInput = {
  /** Only those of one environment, application or name */
  labels?: EngineRoleLabelsInput | null | undefined;
  /** account, role, service, service/schema, governance, config or ops */
  type: string;
};

export type EngineSpecification =
  | 'ha'
  | 'non_ha';

export type EngineState =
  | 'available'
  | 'change_failed'
  | 'changing'
  | 'creating'
  | 'creation_failed'
  | 'deleting'
  | 'restoring'
  | 'unavailable'
  | 'upgrade_failed'
  | 'upgrading';

/** What kind of refusal; the same codes at every door */
export type ErrorCode =
  | 'blocked'
  | 'conflict'
  | 'forbidden'
  | 'invalid'
  | 'limit_reached'
  | 'not_found'
  | 'unauthenticated'
  | 'unavailable';

export type EventType =
  | 'alarm'
  | 'normal';

export type FormFieldKind =
  | 'application'
  | 'choice'
  | 'contract'
  | 'integer'
  | 'method'
  | 'microservice'
  | 'switch'
  | 'text';

/** Which come first: the busiest, the slowest, the worst */
export type GetDashboardSort =
  | 'error_rate'
  | 'latency'
  | 'name'
  | 'throughput';

/** What a governance rule does */
export type GovernanceKind =
  | 'access_list'
  | 'circuit_breaking'
  | 'degradation'
  | 'fault_injection'
  | 'fault_tolerance'
  | 'load_balancing'
  | 'rate_limiting';

export type GovernanceSide =
  | 'callers'
  | 'calls';

export type GovernanceSpecAlgorithm =
  | 'random'
  | 'round_robin'
  | 'session_stickiness'
  | 'weighted_response';

export type GovernanceSpecAnswer =
  | 'return_null'
  | 'throw_exception';

export type GovernanceSpecFault =
  | 'delay'
  | 'error';

/** What a rule says; its kind tells which fields it has */
export type GovernanceSpecInput = {
  algorithm?: GovernanceSpecAlgorithm | null | undefined;
  answer?: GovernanceSpecAnswer | null | undefined;
  application?: string | null | undefined;
  /** How long a request is held up */
  delayMs?: number | null | undefined;
  /** It opens when so many of a hundred requests fail */
  failureRate?: number | null | undefined;
  /** After so many failures another instance is chosen (LIM-39) */
  failureThreshold?: number | null | undefined;
  fault?: GovernanceSpecFault | null | undefined;
  /** What a request is answered instead */
  httpStatus?: number | null | undefined;
  /** Whether those whom it fits may not call this service, or only they may */
  list?: GovernanceSpecList | null | undefined;
  /** A service name in which * stands for anything, or a regular expression over the whole name */
  match?: string | null | undefined;
  /** The other microservice */
  microservice?: string | null | undefined;
  mode?: GovernanceSpecMode | null | undefined;
  on?: boolean | null | undefined;
  operation?: string | null | undefined;
  /** How often it is tried again on other servers */
  otherInstances?: number | null | undefined;
  /** How many of a hundred requests it acts on */
  probability?: number | null | undefined;
  /** Of the requests that it acts on */
  protocol?: GovernanceSpecProtocol | null | undefined;
  /** Requests per second that each instance takes from it at most (LIM-40) */
  qps?: number | null | undefined;
  /** … of so many requests at least */
  requests?: number | null | undefined;
  /** How often it is tried again on the same server */
  sameInstance?: number | null | undefined;
  schema?: string | null | undefined;
  /** How long requests of a session go to one instance (LIM-39) */
  sessionSeconds?: number | null | undefined;
  strategy?: GovernanceSpecStrategy | null | undefined;
  /** How long no requests are made once it has opened */
  windowMs?: number | null | undefined;
};

/** Whether those whom it fits may not call this service, or only they may */
export type GovernanceSpecList =
  | 'black'
  | 'white';

export type GovernanceSpecMode =
  | 'automatic'
  | 'cancel'
  | 'manual';

/** Of the requests that it acts on */
export type GovernanceSpecProtocol =
  | 'highway'
  | 'rest';

export type GovernanceSpecStrategy =
  | 'custom'
  | 'failback'
  | 'failfast'
  | 'failover';

/** What grantPolicies needs */
export type GrantPoliciesInput = {
  /** Grant the roles that these depend on as well */
  addDependencies?: boolean | null | undefined;
  /** The id of the group */
  groupId: string;
  /** Those that it holds there already stay */
  policyIds: Array<string>;
  /** Where it holds; null for all projects */
  projectId?: string | null | undefined;
};

/** Whether traffic is divided by weight, by what requests say, or by the lane that they name */
export type GrayRuleSpecBy =
  | 'condition'
  | 'lane'
  | 'weight';

export type GrayRuleSpecConditionInput = {
  /** How it is compared */
  operator: GrayRuleSpecConditionOperator;
  /** A parameter, as the contract names it */
  parameter: string;
  /** With like, * stands for any characters and ? for one */
  value: string;
};

/** How it is compared */
export type GrayRuleSpecConditionOperator =
  | 'equal'
  | 'greater'
  | 'greater_or_equal'
  | 'less'
  | 'less_or_equal'
  | 'like'
  | 'not_equal';

/** Which requests go to which versions */
export type GrayRuleSpecInput = {
  /** Whether traffic is divided by weight, by what requests say, or by the lane that they name */
  by: GrayRuleSpecBy;
  /** What requests must say */
  conditions?: Array<GrayRuleSpecConditionInput> | null | undefined;
  /** Whether all conditions must hold, or any; all when it is left out */
  join?: GrayRuleSpecJoin | null | undefined;
  /** Requests that name it go to instances whose property `lane` is this, all others to those without */
  lane?: string | null | undefined;
  /** The versions that serve these requests */
  versions?: Array<string> | null | undefined;
  /** The versions, with weights that sum to 100 */
  weights?: Array<GrayRuleSpecWeightInput> | null | undefined;
};

/** Whether all conditions must hold, or any; all when it is left out */
export type GrayRuleSpecJoin =
  | 'and'
  | 'or';

export type GrayRuleSpecWeightInput = {
  /** A version; it need not be registered yet */
  version: string;
  /** How many of a hundred requests go to it */
  weight: number;
};

/** What importConfiguration needs */
export type ImportConfigurationInput = {
  /** The id of the engine */
  engineId: string;
  /** Where they go; else each into its own environment */
  environment?: string | null | undefined;
  /** The file's text, as exporting gives it */
  file: string;
  /** Items that are there already may be overwritten; else they are named */
  overwrite?: boolean | null | undefined;
  /** service@application or service@application#version; `application` is for all services (GCF-01) */
  scope: string;
};

export type InstanceState =
  | 'abnormal'
  | 'deleting'
  | 'deploying'
  | 'not_ready'
  | 'running'
  | 'starting'
  | 'stopped'
  | 'stopping'
  | 'upgrading';

export type JobRunState =
  | 'cancelled'
  | 'completed'
  | 'failed'
  | 'queued'
  | 'running'
  | 'skipped';

export type JobStepState =
  | 'completed'
  | 'executing'
  | 'failed'
  | 'queued'
  | 'retrying'
  | 'sleeping'
  | 'waiting';

/** What linkIdentity needs */
export type LinkIdentityInput = {
  /** The provider's issuer */
  issuer: string;
  /** Who the user is there: the claim `sub` */
  subject: string;
  /** The id of the user */
  userId: string;
};

/** Newest first, or by name */
export type ListApplicationsOrderBy =
  | 'created'
  | 'name';

/** Newest first, or by name */
export type ListComponentsOrderBy =
  | 'created'
  | 'name';

export type LogLevel =
  | 'error'
  | 'info'
  | 'warning';

/** What makeNewRecoveryCodes needs */
export type MakeNewRecoveryCodesInput = {
  /** A code from your app, or a recovery code; or else the password */
  code?: string | null | undefined;
  /** Your password; or else a code */
  password?: string | null | undefined;
};

/** How many may be missing during a rolling upgrade (OPS-27) */
export type MaxUnavailableInput = {
  percent?: boolean | null | undefined;
  value: number;
};

export type MicroserviceInstanceStatus =
  | 'DOWN'
  | 'OUTOFSERVICE'
  | 'STARTING'
  | 'TESTING'
  | 'UP';

/** What openEnginePublicAccess needs */
export type OpenEnginePublicAccessInput = {
  /** That the warning in the refusal was read */
  acknowledged?: boolean | null | undefined;
  /** The id of the engine */
  engineId: string;
  /** The id of a public IP that nothing uses */
  publicIpId: string;
};

export type OperationKind =
  | 'authentication'
  | 'close_public_access'
  | 'create'
  | 'delete'
  | 'open_public_access'
  | 'resize'
  | 'restore'
  | 'upgrade';

export type OperationState =
  | 'failed'
  | 'running'
  | 'succeeded';

/** What kind of archive it is */
export type PackageFormat =
  | 'jar'
  | 'war'
  | 'zip';

/** Whether a package can be used */
export type PackageState =
  | 'ready'
  | 'refused'
  | 'uploading';

/** A role speaks of whole services and may need other roles */
export type PolicyKind =
  | 'policy'
  | 'role';

export type PolicyStatementConditionInput = {
  /** SourceIp, CurrentTime, MfaPresent, or RequestTag/ and a key */
  key: string;
  /** How to compare */
  operator: PolicyStatementConditionOperator;
  /** With what */
  values: Array<string>;
};

/** How to compare */
export type PolicyStatementConditionOperator =
  | 'Bool'
  | 'DateGreaterThan'
  | 'DateLessThan'
  | 'IpAddress'
  | 'NotIpAddress'
  | 'StringEquals'
  | 'StringLike'
  | 'StringNotEquals'
  | 'StringNotLike';

/** A denial beats every permission (IAM-12) */
export type PolicyStatementEffect =
  | 'Allow'
  | 'Deny';

export type PolicyStatementInput = {
  /** service:resource:operation; * for any part */
  actions: Array<string>;
  /** All must hold */
  conditions?: Array<PolicyStatementConditionInput> | null | undefined;
  /** A denial beats every permission (IAM-12) */
  effect: PolicyStatementEffect;
  /** kind/id or kind/*; everything when left out */
  resources?: Array<string> | null | undefined;
};

export type ProbeCheckInput = {
  command?: string | null | undefined;
  host?: string | null | undefined;
  kind: ProbeCheckKind;
  path?: string | null | undefined;
  port?: number | null | undefined;
  scheme?: ProbeCheckScheme | null | undefined;
};

export type ProbeCheckKind =
  | 'command'
  | 'http'
  | 'tcp';

export type ProbeCheckScheme =
  | 'http'
  | 'https';

/** A health check */
export type ProbeInput = {
  check: ProbeCheckInput;
  /** Seconds before the first check */
  delay?: number | null | undefined;
  /** Failures in a row that count */
  failureThreshold?: number | null | undefined;
  /** Seconds between checks */
  period?: number | null | undefined;
  /** Successes in a row that count */
  successThreshold?: number | null | undefined;
  /** Seconds that a check may take */
  timeout?: number | null | undefined;
};

/** Where a Python program begins */
export type PythonEntryInput = {
  /** Python3-Django, Python3-Flask or Python3-WSGI */
  framework: string;
  /** `server` for the entry file server.py; not for Django */
  module?: string | null | undefined;
  /** The name of the application object in it; not for Django */
  variable?: string | null | undefined;
};

/** What registerResource needs */
export type RegisterResourceInput = {
  /** The agent that reaches it, for a cluster or a host */
  agentId?: string | null | undefined;
  /** What its kind asks for */
  attributes: ResourceAttributesInput;
  /** What it is */
  kind: ResourceKind;
  /** Unique among those of its kind in the project */
  name: string;
  /** The VPC that it lies in; left out for a VPC itself */
  vpcId?: string | null | undefined;
};

/** What removeAccess needs */
export type RemoveAccessInput = {
  /** The id of the access */
  accessId: string;
  /** The id of the instance */
  instanceId: string;
};

/** What removeEngineBackupPolicy needs */
export type RemoveEngineBackupPolicyInput = {
  /** The id of the engine */
  engineId: string;
};

/** What removeGroupMember needs */
export type RemoveGroupMemberInput = {
  /** The id of the group */
  groupId: string;
  /** The id of the user */
  userId: string;
};

/** What removeTotp needs */
export type RemoveTotpInput = {
  /** A code from your app, or a recovery code; or else the password */
  code?: string | null | undefined;
  /** Your password; or else a code */
  password?: string | null | undefined;
};

/** What renameProject needs */
export type RenameProjectInput = {
  /** That services must be upgraded afterwards, as the refusal says */
  acknowledged?: boolean | null | undefined;
  /** Unique in the account */
  name: string;
  /** The id of the project */
  projectId: string;
};

/** What rerunJobRun needs */
export type RerunJobRunInput = {
  /** Begin again with this step: what it can have relied on is taken over */
  fromStepId?: string | null | undefined;
  /** The id of the run */
  runId: string;
};

/** What resetEngineAccountPassword needs */
export type ResetEngineAccountPasswordInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique at the engine */
  name: string;
  /** Told nobody again */
  password: string;
};

/** What resetSecondFactors needs */
export type ResetSecondFactorsInput = {
  /** The id of the user */
  userId: string;
};

/** What resizeEngine needs */
export type ResizeEngineInput = {
  /** The id of the engine */
  engineId: string;
  /** Microservice instances at most: 100, 500 or 2000 */
  instanceQuota: number;
};

/** What is known of a resource; its kind says which of them it has */
export type ResourceAttributesInput = {
  /** The host name or IP address at which it is reached */
  address?: string | null | undefined;
  /** Its failure domain in the region */
  availabilityZone?: string | null | undefined;
  /** The range of addresses, such as 10.0.0.0/16 */
  cidr?: string | null | undefined;
  /** The cluster that it is a node of */
  clusterId?: string | null | undefined;
  /** The number of the database */
  database?: number | null | undefined;
  /** What runs workloads there */
  engine?: ClusterEngine | null | undefined;
  /** The host name or IP address at which it is reached */
  host?: string | null | undefined;
  /** Whether what lies in it is reached by IPv6 as well (ENG-13) */
  ipv6?: boolean | null | undefined;
  /** Whether IPv6 works beside IPv4 (ENV-10) */
  ipv6DualStack?: boolean | null | undefined;
  /** Kept sealed and never told */
  password?: string | null | undefined;
  /** The TCP port */
  port?: number | null | undefined;
  /** Whether it is reached from outside its VPC */
  public?: boolean | null | undefined;
  /** Where it is */
  region?: string | null | undefined;
  /** The version of what runs workloads there */
  version?: string | null | undefined;
};

export type ResourceKind =
  | 'cache'
  | 'cluster'
  | 'engine'
  | 'host'
  | 'load_balancer'
  | 'public_ip'
  | 'subnet'
  | 'vpc';

export type ResourceRole =
  | 'base'
  | 'network'
  | 'optional';

/** What restartInstance needs */
export type RestartInstanceInput = {
  /** The id of the instance */
  instanceId: string;
};

/** What restoreEngineBackup needs */
export type RestoreEngineBackupInput = {
  /** That the warning in the refusal was read */
  acknowledged?: boolean | null | undefined;
  /** The id of one of its backups */
  backupId: string;
  /** The id of the engine */
  engineId: string;
};

/** What retryEngine needs */
export type RetryEngineInput = {
  /** The id of the engine */
  engineId: string;
};

/** What revokeApiToken needs */
export type RevokeApiTokenInput = {
  /** The id of the token */
  apiTokenId: string;
};

/** What revokeGrant needs */
export type RevokeGrantInput = {
  /** The id of the grant */
  grantId: string;
  /** The id of the group */
  groupId: string;
};

/** What rollbackConfigurationItem needs */
export type RollbackConfigurationItemInput = {
  /** The id of the engine */
  engineId: string;
  /** The id of the item */
  itemId: string;
  /** The revision to go back to */
  revision: number;
};

/** What rollbackInstance needs */
export type RollbackInstanceInput = {
  /** The id of the instance */
  instanceId: string;
  /** The number of the version in the history */
  revision: number;
};

/** The kind of package a runtime takes (CMP-09) */
export type RuntimePackageKind =
  | 'jar'
  | 'none'
  | 'war'
  | 'zip';

/** What scaleInstance needs */
export type ScaleInstanceInput = {
  /** The id of the instance */
  instanceId: string;
  /** How many there should be */
  replicas: number;
};

/** What services are made with */
export type ServiceFramework =
  | 'go_chassis'
  | 'java_chassis_2'
  | 'java_chassis_3'
  | 'spring_cloud_huawei';

/** How somebody signed in */
export type SessionMethod =
  | 'openid'
  | 'passkey'
  | 'password';

/** What setApplicationVariables needs */
export type SetApplicationVariablesInput = {
  /** The id of the application */
  applicationId: string;
  /** The id of the environment */
  environmentId: string;
  /** All of them; what is left out is removed */
  variables: Array<SetApplicationVariablesVariableInput>;
};

export type SetApplicationVariablesVariableInput = {
  key: string;
  value: string;
};

/** What setEngineAuthentication needs */
export type SetEngineAuthenticationInput = {
  /** Whether services must authenticate */
  enabled: boolean;
  /** The id of the engine */
  engineId: string;
  /** Of the account `root`; needed when it is switched on for the first time */
  rootPassword?: string | null | undefined;
};

/** What setEngineBackupPolicy needs */
export type SetEngineBackupPolicyInput = {
  /** The id of the engine */
  engineId: string;
  /** The full hour, UTC; it begins within the hour after */
  hour: number;
  /** 1 is Monday, 7 is Sunday */
  weekdays: Array<number>;
};

/** What setMicroserviceInstanceStatus needs */
export type SetMicroserviceInstanceStatusInput = {
  /** The id of the engine */
  engineId: string;
  /** The instance */
  instanceId: string;
  /** The id of the microservice, of one version */
  serviceId: string;
  /** Only an instance that is UP is called */
  status: SwitchableInstanceStatus;
};

/** What setUserPassword needs */
export type SetUserPasswordInput = {
  /** Only a salted hash of it is stored */
  password: string;
  /** The id of the user */
  userId: string;
};

export type SettingChangeKind =
  | 'added'
  | 'changed'
  | 'removed'
  | 'same';

/** What startInstance needs */
export type StartInstanceInput = {
  /** The id of the instance */
  instanceId: string;
};

/** What startPackageUpload needs */
export type StartPackageUploadInput = {
  /** Ends with .jar, .war or .zip */
  fileName: string;
  /** Bytes, exactly */
  size: number;
};

/** What stopInstance needs */
export type StopInstanceInput = {
  /** The id of the instance */
  instanceId: string;
};

export type SwitchableInstanceStatus =
  | 'DOWN'
  | 'OUTOFSERVICE'
  | 'TESTING'
  | 'UP';

export type TaskKind =
  | 'delete'
  | 'deploy'
  | 'restart'
  | 'rollback'
  | 'scale'
  | 'start'
  | 'stop'
  | 'upgrade';

export type TaskState =
  | 'failed'
  | 'running'
  | 'succeeded'
  | 'superseded';

/** What updateApplication needs */
export type UpdateApplicationInput = {
  /** The id of the application */
  applicationId: string;
  /** What it is for */
  description?: string | null | undefined;
  /** A new name, unique in the project */
  name?: string | null | undefined;
};

/** What updateConfigurationItem needs */
export type UpdateConfigurationItemInput = {
  /** The id of the engine */
  engineId: string;
  /** Refuse when it was changed after this revision */
  ifRevision?: number | null | undefined;
  /** The id of the item */
  itemId: string;
  /** Whether clients use it */
  status?: UpdateConfigurationItemStatus | null | undefined;
  /** Stored in clear text */
  value?: string | null | undefined;
};

/** Whether clients use it */
export type UpdateConfigurationItemStatus =
  | 'disabled'
  | 'enabled';

/** What updateEngineAccount needs */
export type UpdateEngineAccountInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique at the engine */
  name: string;
  roles?: Array<string> | null | undefined;
  status?: EngineAccountStatus | null | undefined;
};

/** What updateEngine needs */
export type UpdateEngineInput = {
  /** What it is for */
  description: string;
  /** The id of the engine */
  engineId: string;
};

/** What updateEngineRole needs */
export type UpdateEngineRoleInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique at the engine */
  name: string;
  /** What accounts that have it may do */
  permissions: Array<EngineRolePermissionInput>;
};

/** What updateEnvironment needs */
export type UpdateEnvironmentInput = {
  /** Resources of its VPC to put in */
  addResourceIds?: Array<string> | null | undefined;
  /** What it is for */
  description?: string | null | undefined;
  /** The id of the environment */
  environmentId: string;
  /** A new name, unique in the project */
  name?: string | null | undefined;
  /** Resources to take out; they stay in the inventory */
  removeResourceIds?: Array<string> | null | undefined;
};

/** What updateGovernanceRule needs */
export type UpdateGovernanceRuleInput = {
  /** The id of the engine */
  engineId: string;
  /** The id of the rule */
  ruleId: string;
  /** What the rule says; its kind tells which fields it has */
  spec: GovernanceSpecInput;
};

/** What updateGrayRule needs */
export type UpdateGrayRuleInput = {
  /** The id of the engine */
  engineId: string;
  /** Unique among the rules of the microservice */
  name?: string | null | undefined;
  /** A rule of a larger one is asked first; unique too */
  priority?: number | null | undefined;
  /** The id of the rule */
  ruleId: string;
  /** Which requests go to which versions */
  spec?: GrayRuleSpecInput | null | undefined;
};

/** What updateGroup needs */
export type UpdateGroupInput = {
  /** Whom it is for */
  description?: string | null | undefined;
  /** The id of the group */
  groupId: string;
  /** A new name, unique in the account */
  name?: string | null | undefined;
};

/** What updateMicroserviceTag needs */
export type UpdateMicroserviceTagInput = {
  /** The id of the engine */
  engineId: string;
  /** A letter, then letters, digits, _ - .; at most 64 */
  key: string;
  /** The id of the microservice, of one version */
  serviceId: string;
  /** As the key */
  value: string;
};

/** What updatePolicy needs */
export type UpdatePolicyInput = {
  /** What it is for */
  description?: string | null | undefined;
  /** { "Version": "1.1", "Statement": [{ "Effect": …, "Action": […] }] } */
  document?: unknown;
  /** A new name, unique in the account */
  name?: string | null | undefined;
  /** The id of the policy */
  policyId: string;
  /** In place of the document; what the actions depend on is added */
  statements?: Array<PolicyStatementInput> | null | undefined;
};

/** What updateResource needs */
export type UpdateResourceInput = {
  /** The agent that reaches it; null for none */
  agentId?: string | null | undefined;
  /** Those that change; null takes one away */
  attributes?: ResourceAttributesInput | null | undefined;
  /** A new name, unique among those of its kind in the project */
  name?: string | null | undefined;
  /** The id of the resource */
  resourceId: string;
};

/** What updateUser needs */
export type UpdateUserInput = {
  /** Whether it holds every right of the account; only for administrators to say */
  administrator?: boolean | null | undefined;
  /** Who this is */
  description?: string | null | undefined;
  /** E-mail address; null for none */
  email?: string | null | undefined;
  /** Whether the user may sign in */
  enabled?: boolean | null | undefined;
  /** Phone number; null for none */
  phone?: string | null | undefined;
  /** The id of the user */
  userId: string;
};

/** What upgradeComponents needs */
export type UpgradeComponentsInput = {
  /** One for each component */
  upgrades: Array<UpgradeComponentsUpgradeInput>;
};

export type UpgradeComponentsUpgradeInput = {
  /** The id of the component */
  componentId: string;
  /** Where to upgrade */
  environmentIds?: Array<string> | null | undefined;
  /** The id of the new package */
  packageId: string;
  /** The version after the upgrade */
  version: string;
};

/** What upgradeEngine needs */
export type UpgradeEngineInput = {
  /** The id of the engine */
  engineId: string;
  /** The version after the upgrade */
  version: string;
};

/** What upgradeInstance needs */
export type UpgradeInstanceInput = {
  /** Arguments of the start command; ${PORT} is filled in */
  arguments?: Array<string> | null | undefined;
  /** Replaces the runtime's own start command; ${PORT} is filled in */
  command?: Array<string> | null | undefined;
  /** Seconds within which it must become ready */
  deadline?: number | null | undefined;
  /** What is new in this version */
  description?: string | null | undefined;
  /** The id of the instance */
  instanceId: string;
  /** For Java and Tomcat, as in -Xms256m -Xmx1024m (ADV-18) */
  jvmOptions?: string | null | undefined;
  /** Whether it serves on the port that it is handed as PORT */
  listens?: boolean | null | undefined;
  /** Restart it when this fails (OPS-47) */
  liveness?: ProbeInput | null | undefined;
  /** Log files to collect beside standard output */
  logFiles?: Array<string> | null | undefined;
  /** How many may be missing during a rolling upgrade (OPS-27) */
  maxUnavailable?: MaxUnavailableInput | null | undefined;
  /** The id of the package; without it the component's source */
  packageId?: string | null | undefined;
  /** The port it is known by to others (DEP-14) */
  port?: number | null | undefined;
  /** Send it requests only while this succeeds (OPS-48) */
  readiness?: ProbeInput | null | undefined;
  replicas?: number | null | undefined;
  /** Seconds that a leaving process may take to save its data (OPS-26) */
  scaleInWindow?: number | null | undefined;
  /** Tomcat's server.xml (ADV-19) */
  serverXml?: string | null | undefined;
  /** How the next version takes its place (OPS-40, OPS-41) */
  strategy?: UpgradeStrategy | null | undefined;
  /** Environment variables (ADV-02) */
  variables?: Array<UpgradeInstanceVariableInput> | null | undefined;
  /** A JSON or YAML file of further variables (ADV-05) */
  variablesFile?: UpgradeInstanceVariablesFileInput | null | undefined;
  /** The new version; with the same number there is no way back to the former one (OPS-03) */
  version?: string | null | undefined;
};

export type UpgradeInstanceVariableInput = {
  name: string;
  value: string;
};

/** A JSON or YAML file of further variables (ADV-05) */
export type UpgradeInstanceVariablesFileInput = {
  content: string;
  name: string;
};

/** What upgradeInstances needs */
export type UpgradeInstancesInput = {
  /** One for each instance */
  upgrades: Array<UpgradeInstancesUpgradeInput>;
};

export type UpgradeInstancesUpgradeInput = {
  /** Arguments of the start command; ${PORT} is filled in */
  arguments?: Array<string> | null | undefined;
  /** Replaces the runtime's own start command; ${PORT} is filled in */
  command?: Array<string> | null | undefined;
  /** Seconds within which it must become ready */
  deadline?: number | null | undefined;
  /** What is new in this version */
  description?: string | null | undefined;
  /** The id of the instance */
  instanceId: string;
  /** For Java and Tomcat, as in -Xms256m -Xmx1024m (ADV-18) */
  jvmOptions?: string | null | undefined;
  /** Whether it serves on the port that it is handed as PORT */
  listens?: boolean | null | undefined;
  /** Restart it when this fails (OPS-47) */
  liveness?: ProbeInput | null | undefined;
  /** Log files to collect beside standard output */
  logFiles?: Array<string> | null | undefined;
  /** How many may be missing during a rolling upgrade (OPS-27) */
  maxUnavailable?: MaxUnavailableInput | null | undefined;
  /** The id of the package; without it the component's source */
  packageId?: string | null | undefined;
  /** The port it is known by to others (DEP-14) */
  port?: number | null | undefined;
  /** Send it requests only while this succeeds (OPS-48) */
  readiness?: ProbeInput | null | undefined;
  replicas?: number | null | undefined;
  /** Seconds that a leaving process may take to save its data (OPS-26) */
  scaleInWindow?: number | null | undefined;
  /** Tomcat's server.xml (ADV-19) */
  serverXml?: string | null | undefined;
  /** How the next version takes its place (OPS-40, OPS-41) */
  strategy?: UpgradeStrategy | null | undefined;
  /** Environment variables (ADV-02) */
  variables?: Array<UpgradeInstancesUpgradeVariableInput> | null | undefined;
  /** A JSON or YAML file of further variables (ADV-05) */
  variablesFile?: UpgradeInstancesUpgradeVariablesFileInput | null | undefined;
  /** The new version; with the same number there is no way back to the former one (OPS-03) */
  version?: string | null | undefined;
};

export type UpgradeInstancesUpgradeVariableInput = {
  name: string;
  value: string;
};

/** A JSON or YAML file of further variables (ADV-05) */
export type UpgradeInstancesUpgradeVariablesFileInput = {
  content: string;
  name: string;
};

export type UpgradeStrategy =
  | 'replace'
  | 'rolling';

/** A part that was uploaded */
export type UploadedPartInput = {
  /** The ETag header of the answer to its upload */
  etag: string;
  /** As it was given when the upload began */
  number: number;
};

export type InstanceChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type InstanceChangesSubscription = { instanceChanged: { cursor: string, instanceId: string, environmentId: string } };

export type CreateApplicationMutationVariables = Exact<{
  input: CreateApplicationInput;
}>;


export type CreateApplicationMutation = { createApplication: { id: string, name: string } };

export type UpdateApplicationMutationVariables = Exact<{
  input: UpdateApplicationInput;
}>;


export type UpdateApplicationMutation = { updateApplication: { id: string, name: string, description: string } };

export type ApplicationListQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
  orderBy?: ListApplicationsOrderBy | null | undefined;
}>;


export type ApplicationListQuery = { applications: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, description: string, createdBy: string, createdAt: string, updatedAt: string, viewerCan: { updateApplication: { allowed: boolean, reason: string | null }, deleteApplication: { allowed: boolean, reason: string | null } } }> } };

export type ApplicationVariablesQueryVariables = Exact<{
  applicationId: string;
  environmentId: string;
}>;


export type ApplicationVariablesQuery = { applicationVariables: Array<{ key: string, value: string }> };

export type SetApplicationVariablesMutationVariables = Exact<{
  input: SetApplicationVariablesInput;
}>;


export type SetApplicationVariablesMutation = { setApplicationVariables: Array<{ key: string, value: string }> };

export type ApplicationPageQueryVariables = Exact<{
  applicationId: string;
}>;


export type ApplicationPageQuery = { application: { id: string, name: string, description: string, viewerCan: { createComponent: { allowed: boolean, reason: string | null }, deleteApplication: { allowed: boolean, reason: string | null }, updateApplication: { allowed: boolean, reason: string | null }, setApplicationVariables: { allowed: boolean, reason: string | null } } } };

export type DeleteApplicationMutationVariables = Exact<{
  input: DeleteApplicationInput;
}>;


export type DeleteApplicationMutation = { deleteApplication: { id: string } };

export type EnvironmentViewQueryVariables = Exact<{
  applicationId: string;
  environmentId: string;
}>;


export type EnvironmentViewQuery = { instances: { nodes: Array<{ failure: string | null, revision: number, ready: number, replicas: number, updatedAt: string, deploySystem: DeploySystem, id: string, name: string, state: InstanceState, version: string, component: { id: string, name: string, type: ComponentType, runtime: string }, accesses: Array<{ id: string, address: string | null }>, viewerCan: { upgradeInstance: { allowed: boolean, reason: string | null }, scaleInstance: { allowed: boolean, reason: string | null }, startInstance: { allowed: boolean, reason: string | null }, stopInstance: { allowed: boolean, reason: string | null }, restartInstance: { allowed: boolean, reason: string | null }, rollbackInstance: { allowed: boolean, reason: string | null }, deleteInstance: { allowed: boolean, reason: string | null } } }> } };

export type ComponentPageQueryVariables = Exact<{
  componentId: string;
}>;


export type ComponentPageQuery = { component: { id: string, name: string, description: string, type: ComponentType, runtime: string, framework: string | null, createdBy: string, createdAt: string, application: { id: string, name: string }, source: { kind: ComponentSourceKind, repository: string | null, package: { id: string, fileName: string, size: number } | null }, python: { framework: string, module: string | null, variable: string | null } | null, instances: Array<{ failure: string | null, ready: number, updatedAt: string, id: string, name: string, state: InstanceState, version: string, replicas: number, environment: { id: string, name: string }, accesses: Array<{ id: string, name: string, mode: AccessMode, protocol: AccessProtocol, containerPort: number | null, accessPort: number | null, address: string | null, addresses: Array<string> }>, component: { id: string, name: string }, viewerCan: { upgradeInstance: { allowed: boolean, reason: string | null }, scaleInstance: { allowed: boolean, reason: string | null }, startInstance: { allowed: boolean, reason: string | null }, stopInstance: { allowed: boolean, reason: string | null }, restartInstance: { allowed: boolean, reason: string | null }, rollbackInstance: { allowed: boolean, reason: string | null }, deleteInstance: { allowed: boolean, reason: string | null } } }>, viewerCan: { deployComponent: { allowed: boolean, reason: string | null }, updateComponentSource: { allowed: boolean, reason: string | null }, deleteComponent: { allowed: boolean, reason: string | null } } } };

export type ComponentListQueryVariables = Exact<{
  applicationId: string;
  after?: string | null | undefined;
  search?: string | null | undefined;
  orderBy?: ListComponentsOrderBy | null | undefined;
}>;


export type ComponentListQuery = { components: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, type: ComponentType, runtime: string, framework: string | null, createdAt: string, source: { kind: ComponentSourceKind, repository: string | null, package: { id: string, fileName: string, size: number } | null }, instances: Array<{ id: string, state: InstanceState, failure: string | null, version: string, environment: { id: string, name: string } }>, viewerCan: { deployComponent: { allowed: boolean, reason: string | null }, updateComponentSource: { allowed: boolean, reason: string | null }, deleteComponent: { allowed: boolean, reason: string | null } } }> } };

export type ApplicationForComponentQueryVariables = Exact<{
  applicationId: string;
}>;


export type ApplicationForComponentQuery = { application: { id: string, name: string, viewerCan: { createComponent: { allowed: boolean, reason: string | null } } } };

export type CreateComponentMutationVariables = Exact<{
  input: CreateComponentInput;
}>;


export type CreateComponentMutation = { createComponent: { id: string, name: string } };

export type DeleteComponentsMutationVariables = Exact<{
  input: DeleteComponentsInput;
}>;


export type DeleteComponentsMutation = { deleteComponents: Array<{ id: string, done: boolean, code: ErrorCode | null, message: string | null }> };

export type DeleteComponentTemplateMutationVariables = Exact<{
  input: DeleteComponentTemplateInput;
}>;


export type DeleteComponentTemplateMutation = { deleteComponentTemplate: { id: string } };

export type ComponentOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ComponentOptionsQuery = { runtimes: Array<{ id: string, label: string, family: string | null, packageKind: RuntimePackageKind, packageHelp: string, vmDeployable: boolean, hasJvm: boolean, hasServerXml: boolean, asksPythonFramework: boolean, defaultPort: number | null }>, componentOptions: { frameworks: Array<{ id: string, label: string }>, pythonFrameworks: Array<{ name: string, asksModule: boolean }>, templates: Array<{ name: string, type: ComponentType, runtime: string, framework: string | null, frameworkLabel: string }>, combinations: Array<{ type: ComponentType, framework: string | null, runtime: string, sources: Array<ComponentSourceKind> }> }, componentTemplates: { nodes: Array<{ id: string, name: string, type: ComponentType, runtime: string, framework: string | null }> } };

export type ReadyPackagesQueryVariables = Exact<{
  format?: PackageFormat | null | undefined;
  search?: string | null | undefined;
}>;


export type ReadyPackagesQuery = { packages: { nodes: Array<{ id: string, fileName: string, size: number, createdAt: string, createdBy: string }> } };

export type ChosenPackageQueryVariables = Exact<{
  packageId: string;
}>;


export type ChosenPackageQuery = { package: { id: string, fileName: string, size: number, createdAt: string, createdBy: string } };

export type ClustersToBuildQueryVariables = Exact<{ [key: string]: never; }>;


export type ClustersToBuildQuery = { resources: { nodes: Array<{ id: string, name: string }> } };

export type UpgradeComponentsMutationVariables = Exact<{
  input: UpgradeComponentsInput;
}>;


export type UpgradeComponentsMutation = { upgradeComponents: Array<{ id: string, done: boolean, code: ErrorCode | null, message: string | null }> };

export type StartUploadMutationVariables = Exact<{
  input: StartPackageUploadInput;
}>;


export type StartUploadMutation = { startPackageUpload: { url: string | null, partSize: number | null, package: { id: string }, parts: Array<{ number: number, url: string }> } };

export type CompleteUploadMutationVariables = Exact<{
  input: CompletePackageUploadInput;
}>;


export type CompleteUploadMutation = { completePackageUpload: { id: string, fileName: string, state: PackageState, refusal: string | null, size: number, format: PackageFormat | null } };

export type AbortUploadMutationVariables = Exact<{
  input: AbortPackageUploadInput;
}>;


export type AbortUploadMutation = { abortPackageUpload: { id: string } };

export type EnvironmentResourcesQueryVariables = Exact<{
  environmentId: string;
}>;


export type EnvironmentResourcesQuery = { environment: { id: string, name: string, resources: Array<{ id: string, name: string, kind: ResourceKind, attributes: { engine: ClusterEngine | null, address: string | null } }> } };

export type CloneToEnvironmentMutationVariables = Exact<{
  input: CloneToEnvironmentInput;
}>;


export type CloneToEnvironmentMutation = { cloneToEnvironment: Array<{ id: string, done: boolean, code: ErrorCode | null, message: string | null }> };

export type DeploySummaryQueryVariables = Exact<{
  environmentId: string;
  packageId: string;
  withPackage: boolean;
}>;


export type DeploySummaryQuery = { environment: { id: string, name: string, resources: Array<{ id: string, name: string }> }, package?: { id: string, fileName: string } };

export type ComponentToDeployQueryVariables = Exact<{
  componentId: string;
}>;


export type ComponentToDeployQuery = { component: { id: string, name: string, runtime: string, type: ComponentType, application: { id: string, name: string }, source: { kind: ComponentSourceKind, package: { id: string, fileName: string } | null }, instances: Array<{ id: string, environment: { id: string, name: string } }>, viewerCan: { deployComponent: { allowed: boolean, reason: string | null } } } };

export type DeployComponentMutationVariables = Exact<{
  input: DeployComponentInput;
}>;


export type DeployComponentMutation = { deployComponent: { id: string, name: string } };

export type UpgradeInstancesMutationVariables = Exact<{
  input: UpgradeInstancesInput;
}>;


export type UpgradeInstancesMutation = { upgradeInstances: Array<{ id: string, done: boolean, code: ErrorCode | null, message: string | null }> };

export type InstanceToUpgradeQueryVariables = Exact<{
  instanceId: string;
}>;


export type InstanceToUpgradeQuery = { instance: { id: string, name: string, version: string, revision: number, deploySystem: DeploySystem, scaleInWindow: number, maxUnavailable: { value: number, percent: boolean }, application: { id: string, name: string }, component: { id: string, name: string, runtime: string, source: { kind: ComponentSourceKind } }, environment: { id: string, name: string }, revisions: Array<{ number: number, settings: unknown }>, viewerCan: { upgradeInstance: { allowed: boolean, reason: string | null } } } };

export type UpgradeInstanceMutationVariables = Exact<{
  input: UpgradeInstanceInput;
}>;


export type UpgradeInstanceMutation = { upgradeInstance: { id: string, version: string } };

export type DeleteEngineBackupMutationVariables = Exact<{
  input: DeleteEngineBackupInput;
}>;


export type DeleteEngineBackupMutation = { deleteEngineBackup: { id: string } };

export type RestoreEngineBackupMutationVariables = Exact<{
  input: RestoreEngineBackupInput;
}>;


export type RestoreEngineBackupMutation = { restoreEngineBackup: { id: string } };

export type EngineBackupsQueryVariables = Exact<{
  engineId: string;
  after?: string | null | undefined;
}>;


export type EngineBackupsQuery = { engineBackups: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, remark: string, kind: BackupKind, state: BackupState, version: string, takenAt: string | null, entries: number | null, size: number | null, createdBy: string, createdAt: string, failure: { code: string, message: string, service: string } | null }> } };

export type EngineBackupRightsQueryVariables = Exact<{
  engineId: string;
}>;


export type EngineBackupRightsQuery = { engine: { id: string, name: string, backupPolicy: { weekdays: Array<number>, hour: number } | null, viewerCan: { createEngineBackup: { allowed: boolean, reason: string | null }, deleteEngineBackup: { allowed: boolean, reason: string | null }, restoreEngineBackup: { allowed: boolean, reason: string | null }, setEngineBackupPolicy: { allowed: boolean, reason: string | null } } } };

export type CreateEngineBackupMutationVariables = Exact<{
  input: CreateEngineBackupInput;
}>;


export type CreateEngineBackupMutation = { createEngineBackup: { id: string } };

export type SetEngineBackupPolicyMutationVariables = Exact<{
  input: SetEngineBackupPolicyInput;
}>;


export type SetEngineBackupPolicyMutation = { setEngineBackupPolicy: { weekdays: Array<number>, hour: number } };

export type RemoveEngineBackupPolicyMutationVariables = Exact<{
  input: RemoveEngineBackupPolicyInput;
}>;


export type RemoveEngineBackupPolicyMutation = { removeEngineBackupPolicy: { id: string } };

export type EngineRestoresQueryVariables = Exact<{
  engineId: string;
  after?: string | null | undefined;
}>;


export type EngineRestoresQuery = { engineRestores: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, backupName: string, state: BackupState, startedBy: string, createdAt: string, endedAt: string | null, failure: { code: string, message: string, service: string } | null }> } };

export type EngineApplicationsQueryVariables = Exact<{
  engineId: string;
  after?: string | null | undefined;
  search?: string | null | undefined;
  environment?: string | null | undefined;
}>;


export type EngineApplicationsQuery = { engineApplications: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, environment: string, microservices: number, instances: number }> } };

export type MicroserviceContractsQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
}>;


export type MicroserviceContractsQuery = { microserviceContracts: { nodes: Array<{ id: string, summary: string }> } };

export type MicroserviceContractQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
  contractId: string;
}>;


export type MicroserviceContractQuery = { microserviceContract: { id: string, text: string, format: string | null } };

export type CreateMicroserviceMutationVariables = Exact<{
  input: CreateMicroserviceInput;
}>;


export type CreateMicroserviceMutation = { createMicroservice: { id: string } };

export type DeleteMicroserviceMutationVariables = Exact<{
  input: DeleteMicroserviceInput;
}>;


export type DeleteMicroserviceMutation = { deleteMicroservice: { id: string } };

export type MicroserviceInstancesQueryVariables = Exact<{
  engineId: string;
  after?: string | null | undefined;
  serviceId?: string | null | undefined;
  search?: string | null | undefined;
  environment?: string | null | undefined;
  application?: string | null | undefined;
}>;


export type MicroserviceInstancesQuery = { microserviceInstances: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, serviceId: string, microservice: string, application: string, environment: string, version: string, hostName: string, endpoints: Array<string>, status: MicroserviceInstanceStatus, zone: string, region: string, registeredAt: string, updatedAt: string, properties: Array<{ key: string, value: string }> }> } };

export type RelatedMicroservicesQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
  side: CallSide;
  after?: string | null | undefined;
}>;


export type RelatedMicroservicesQuery = { relatedMicroservices: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, version: string, application: string, instances: number, online: number }> } };

export type MicroservicesQueryVariables = Exact<{
  engineId: string;
  after?: string | null | undefined;
  search?: string | null | undefined;
  environment?: string | null | undefined;
  application?: string | null | undefined;
  microservice?: string | null | undefined;
}>;


export type MicroservicesQuery = { microservices: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, version: string, application: string, environment: string, instances: number, online: number, registeredBy: string, createdAt: string, framework: { name: string, version: string } | null }> } };

export type AddMicroserviceTagMutationVariables = Exact<{
  input: AddMicroserviceTagInput;
}>;


export type AddMicroserviceTagMutation = { addMicroserviceTag: { id: string } };

export type UpdateMicroserviceTagMutationVariables = Exact<{
  input: UpdateMicroserviceTagInput;
}>;


export type UpdateMicroserviceTagMutation = { updateMicroserviceTag: { id: string } };

export type DeleteMicroserviceTagMutationVariables = Exact<{
  input: DeleteMicroserviceTagInput;
}>;


export type DeleteMicroserviceTagMutation = { deleteMicroserviceTag: { id: string } };

export type MicroservicePageQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
}>;


export type MicroservicePageQuery = { engine: { id: string, name: string, viewerCan: { addMicroserviceTag: { allowed: boolean, reason: string | null }, updateMicroserviceTag: { allowed: boolean, reason: string | null }, deleteMicroserviceTag: { allowed: boolean, reason: string | null }, deleteMicroservice: { allowed: boolean, reason: string | null }, setMicroserviceInstanceStatus: { allowed: boolean, reason: string | null }, createConfigurationItem: { allowed: boolean, reason: string | null }, updateConfigurationItem: { allowed: boolean, reason: string | null }, deleteConfigurationItems: { allowed: boolean, reason: string | null }, importConfiguration: { allowed: boolean, reason: string | null }, rollbackConfigurationItem: { allowed: boolean, reason: string | null }, createGovernanceRule: { allowed: boolean, reason: string | null }, updateGovernanceRule: { allowed: boolean, reason: string | null }, deleteGovernanceRule: { allowed: boolean, reason: string | null }, createGrayRule: { allowed: boolean, reason: string | null }, updateGrayRule: { allowed: boolean, reason: string | null }, confirmGrayRule: { allowed: boolean, reason: string | null }, deleteGrayRule: { allowed: boolean, reason: string | null } } }, microservice: { id: string, name: string, version: string, alias: string, application: string, environment: string, description: string, registeredBy: string, instances: number, online: number, createdAt: string, framework: { name: string, version: string } | null, properties: Array<{ key: string, value: string }>, tags: Array<{ key: string, value: string }> } };

export type SetInstanceStatusMutationVariables = Exact<{
  input: SetMicroserviceInstanceStatusInput;
}>;


export type SetInstanceStatusMutation = { setMicroserviceInstanceStatus: { id: string, status: MicroserviceInstanceStatus } };

export type DeleteConfigurationItemsMutationVariables = Exact<{
  input: DeleteConfigurationItemsInput;
}>;


export type DeleteConfigurationItemsMutation = { deleteConfigurationItems: Array<{ id: string }> };

export type ImportConfigurationMutationVariables = Exact<{
  input: ImportConfigurationInput;
}>;


export type ImportConfigurationMutation = { importConfiguration: Array<{ id: string }> };

export type SwitchConfigurationItemMutationVariables = Exact<{
  input: UpdateConfigurationItemInput;
}>;


export type SwitchConfigurationItemMutation = { updateConfigurationItem: { id: string, status: UpdateConfigurationItemStatus } };

export type CreateConfigurationItemMutationVariables = Exact<{
  input: CreateConfigurationItemInput;
}>;


export type CreateConfigurationItemMutation = { createConfigurationItem: { id: string } };

export type UpdateConfigurationItemMutationVariables = Exact<{
  input: UpdateConfigurationItemInput;
}>;


export type UpdateConfigurationItemMutation = { updateConfigurationItem: { id: string, value: string, revision: number } };

export type ConfigurationRevisionsQueryVariables = Exact<{
  engineId: string;
  itemId: string;
}>;


export type ConfigurationRevisionsQuery = { configurationRevisions: Array<{ revision: number, value: string, status: UpdateConfigurationItemStatus, deleted: boolean, changedBy: string, updatedAt: string }> };

export type ConfigurationDifferenceQueryVariables = Exact<{
  engineId: string;
  itemId: string;
  from: number;
  to: number;
}>;


export type ConfigurationDifferenceQuery = { configurationDifference: Array<{ change: ConfigurationDifference, text: string }> };

export type RollbackConfigurationItemMutationVariables = Exact<{
  input: RollbackConfigurationItemInput;
}>;


export type RollbackConfigurationItemMutation = { rollbackConfigurationItem: { id: string, revision: number } };

export type ConfigurationItemsQueryVariables = Exact<{
  engineId: string;
  after?: string | null | undefined;
  search?: string | null | undefined;
  scope?: string | null | undefined;
  service?: string | null | undefined;
  application?: string | null | undefined;
  environment?: string | null | undefined;
  deleted?: boolean | null | undefined;
}>;


export type ConfigurationItemsQuery = { configurationItems: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, key: string, value: string, valueType: CreateConfigurationItemValueType, status: UpdateConfigurationItemStatus, scope: string | null, environment: string, revision: number, deleted: boolean, changedBy: string, updatedAt: string }> } };

export type ConfigurationRightsFragment = { createConfigurationItem: { allowed: boolean, reason: string | null }, updateConfigurationItem: { allowed: boolean, reason: string | null }, deleteConfigurationItems: { allowed: boolean, reason: string | null }, importConfiguration: { allowed: boolean, reason: string | null }, rollbackConfigurationItem: { allowed: boolean, reason: string | null } };

export type ExportConfigurationQueryVariables = Exact<{
  engineId: string;
  scope: string;
  environment?: string | null | undefined;
}>;


export type ExportConfigurationQuery = { configurationExport: { file: string, fileName: string } };

export type EngineConsoleQueryVariables = Exact<{
  engineId: string;
}>;


export type EngineConsoleQuery = { engine: { id: string, name: string, state: EngineState, viewerCan: { createMicroservice: { allowed: boolean, reason: string | null }, setMicroserviceInstanceStatus: { allowed: boolean, reason: string | null }, createConfigurationItem: { allowed: boolean, reason: string | null }, updateConfigurationItem: { allowed: boolean, reason: string | null }, deleteConfigurationItems: { allowed: boolean, reason: string | null }, importConfiguration: { allowed: boolean, reason: string | null }, rollbackConfigurationItem: { allowed: boolean, reason: string | null } } } };

export type DashboardChangedSubscriptionVariables = Exact<{
  engineId: string;
  application?: string | null | undefined;
  search?: string | null | undefined;
  sort?: GetDashboardSort | null | undefined;
}>;


export type DashboardChangedSubscription = { dashboardChanged: { applications: Array<string>, services: Array<{ service: string, application: string, environment: string, versions: Array<string>, instances: number, silentInstances: number, throughput: number, latencyMs: number | null, p50Ms: number | null, p90Ms: number | null, p99Ms: number | null, successRate: number | null, calls: number, failedCalls: number, breakerOpen: boolean, lastAt: string }> } };

export type DashboardServiceChangedSubscriptionVariables = Exact<{
  engineId: string;
  application: string;
  service: string;
  environment?: string | null | undefined;
}>;


export type DashboardServiceChangedSubscription = { dashboardServiceChanged: { operations: Array<{ name: string, direction: CallDirection, throughput: number, latencyMs: number | null, p99Ms: number | null, successRate: number | null, timeouts: number, rejected: number, breakerOpen: boolean }>, instances: Array<{ instanceId: string, host: string, version: string, silent: boolean, throughput: number, latencyMs: number | null, successRate: number | null, cpu: number | null, threads: number | null }> } };

export type FreePublicIpsQueryVariables = Exact<{ [key: string]: never; }>;


export type FreePublicIpsQuery = { resources: { nodes: Array<{ id: string, name: string, attributes: { address: string | null } }> } };

export type OpenEngineMutationVariables = Exact<{
  input: OpenEnginePublicAccessInput;
}>;


export type OpenEngineMutation = { openEnginePublicAccess: { id: string, state: EngineState } };

export type CloseEngineMutationVariables = Exact<{
  input: CloseEnginePublicAccessInput;
}>;


export type CloseEngineMutation = { closeEnginePublicAccess: { id: string, state: EngineState } };

export type NetworksForEngineQueryVariables = Exact<{ [key: string]: never; }>;


export type NetworksForEngineQuery = { resources: { nodes: Array<{ id: string, name: string, kind: ResourceKind, vpc: { id: string } | null, attributes: { cidr: string | null, availabilityZone: string | null } }> } };

export type CreateEngineMutationVariables = Exact<{
  input: CreateEngineInput;
}>;


export type CreateEngineMutation = { createEngine: { id: string } };

export type DeleteEngineMutationVariables = Exact<{
  input: DeleteEngineInput;
}>;


export type DeleteEngineMutation = { deleteEngine: { id: string, state: EngineState } };

export type UpdateEngineMutationVariables = Exact<{
  input: UpdateEngineInput;
}>;


export type UpdateEngineMutation = { updateEngine: { id: string, description: string } };

export type EnginePartsFragment = { id: string, name: string, edition: EngineEdition, specification: EngineSpecification, instanceQuota: number, version: string, state: EngineState, failure: { code: string, message: string, service: string } | null, upgrades: Array<{ version: string, notes: string }>, viewerCan: { retryEngine: { allowed: boolean, reason: string | null }, resizeEngine: { allowed: boolean, reason: string | null }, upgradeEngine: { allowed: boolean, reason: string | null }, deleteEngine: { allowed: boolean, reason: string | null } } };

export type EngineListQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type EngineListQuery = { engines: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ description: string, zones: Array<string>, createdAt: string, id: string, name: string, edition: EngineEdition, specification: EngineSpecification, instanceQuota: number, version: string, state: EngineState, addresses: Array<{ url: string, scope: EngineAddressScope }>, failure: { code: string, message: string, service: string } | null, upgrades: Array<{ version: string, notes: string }>, viewerCan: { retryEngine: { allowed: boolean, reason: string | null }, resizeEngine: { allowed: boolean, reason: string | null }, upgradeEngine: { allowed: boolean, reason: string | null }, deleteEngine: { allowed: boolean, reason: string | null } } }> } };

export type EnginePageQueryVariables = Exact<{
  engineId: string;
}>;


export type EnginePageQuery = { engine: { description: string, zones: Array<string>, authentication: boolean, ipv6: boolean, createdBy: string, createdAt: string, updatedAt: string, id: string, name: string, edition: EngineEdition, specification: EngineSpecification, instanceQuota: number, version: string, state: EngineState, vpc: { id: string, name: string } | null, subnet: { id: string, name: string } | null, publicIp: { id: string, name: string } | null, addresses: Array<{ url: string, scope: EngineAddressScope, family: AddressFamily }>, operation: { id: string, kind: OperationKind, createdAt: string } | null, viewerCan: { updateEngine: { allowed: boolean, reason: string | null }, openEnginePublicAccess: { allowed: boolean, reason: string | null }, closeEnginePublicAccess: { allowed: boolean, reason: string | null }, retryEngine: { allowed: boolean, reason: string | null }, resizeEngine: { allowed: boolean, reason: string | null }, upgradeEngine: { allowed: boolean, reason: string | null }, deleteEngine: { allowed: boolean, reason: string | null } }, failure: { code: string, message: string, service: string } | null, upgrades: Array<{ version: string, notes: string }> } };

export type EngineChangedSubscriptionVariables = Exact<{
  engineId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type EngineChangedSubscription = { engineChanged: { cursor: string, engineId: string, state: EngineState | null } };

export type EngineOperationsQueryVariables = Exact<{
  engineId: string;
  after?: string | null | undefined;
}>;


export type EngineOperationsQuery = { engineOperations: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, kind: OperationKind, state: OperationState, startedBy: string, createdAt: string, endedAt: string | null, failure: { code: string, message: string, service: string } | null }> } };

export type EngineOperationLogAddedSubscriptionVariables = Exact<{
  operationId: string;
  after?: string | null | undefined;
}>;


export type EngineOperationLogAddedSubscription = { engineOperationLogAdded: { cursor: string, at: string, level: LogLevel, step: string, message: string } };

export type ResizeEngineMutationVariables = Exact<{
  input: ResizeEngineInput;
}>;


export type ResizeEngineMutation = { resizeEngine: { id: string, state: EngineState } };

export type RetryEngineMutationVariables = Exact<{
  input: RetryEngineInput;
}>;


export type RetryEngineMutation = { retryEngine: { id: string, state: EngineState } };

export type UpgradeEngineMutationVariables = Exact<{
  input: UpgradeEngineInput;
}>;


export type UpgradeEngineMutation = { upgradeEngine: { id: string, state: EngineState } };

export type ResetEngineAccountPasswordMutationVariables = Exact<{
  input: ResetEngineAccountPasswordInput;
}>;


export type ResetEngineAccountPasswordMutation = { resetEngineAccountPassword: { name: string } };

export type DeleteEngineAccountMutationVariables = Exact<{
  input: DeleteEngineAccountInput;
}>;


export type DeleteEngineAccountMutation = { deleteEngineAccount: { name: string } };

export type CreateEngineAccountMutationVariables = Exact<{
  input: CreateEngineAccountInput;
}>;


export type CreateEngineAccountMutation = { createEngineAccount: { name: string } };

export type UpdateEngineAccountMutationVariables = Exact<{
  input: UpdateEngineAccountInput;
}>;


export type UpdateEngineAccountMutation = { updateEngineAccount: { name: string, roles: Array<string>, status: EngineAccountStatus } };

export type SetEngineAuthenticationMutationVariables = Exact<{
  input: SetEngineAuthenticationInput;
}>;


export type SetEngineAuthenticationMutation = { setEngineAuthentication: { id: string, state: EngineState } };

export type DeleteEngineRoleMutationVariables = Exact<{
  input: DeleteEngineRoleInput;
}>;


export type DeleteEngineRoleMutation = { deleteEngineRole: { name: string } };

export type CreateEngineRoleMutationVariables = Exact<{
  input: CreateEngineRoleInput;
}>;


export type CreateEngineRoleMutation = { createEngineRole: { name: string } };

export type UpdateEngineRoleMutationVariables = Exact<{
  input: UpdateEngineRoleInput;
}>;


export type UpdateEngineRoleMutation = { updateEngineRole: { name: string } };

export type EngineSecurityQueryVariables = Exact<{
  engineId: string;
}>;


export type EngineSecurityQuery = { engine: { id: string, name: string, authentication: boolean, viewerCan: { setEngineAuthentication: { allowed: boolean, reason: string | null }, createEngineAccount: { allowed: boolean, reason: string | null }, updateEngineAccount: { allowed: boolean, reason: string | null }, resetEngineAccountPassword: { allowed: boolean, reason: string | null }, deleteEngineAccount: { allowed: boolean, reason: string | null }, createEngineRole: { allowed: boolean, reason: string | null }, updateEngineRole: { allowed: boolean, reason: string | null }, deleteEngineRole: { allowed: boolean, reason: string | null } } }, engineAccounts: Array<{ name: string, roles: Array<string>, status: EngineAccountStatus, createdAt: string, updatedAt: string }>, engineRoles: Array<{ name: string, builtIn: boolean, permissions: unknown }> };

export type CreateEnvironmentMutationVariables = Exact<{
  input: CreateEnvironmentInput;
}>;


export type CreateEnvironmentMutation = { createEnvironment: { id: string, name: string } };

export type DeleteEnvironmentMutationVariables = Exact<{
  input: DeleteEnvironmentInput;
}>;


export type DeleteEnvironmentMutation = { deleteEnvironment: { id: string } };

export type DeleteResourceMutationVariables = Exact<{
  input: DeleteResourceInput;
}>;


export type DeleteResourceMutation = { deleteResource: { id: string } };

export type EnvironmentToEditQueryVariables = Exact<{
  environmentId: string;
}>;


export type EnvironmentToEditQuery = { environment: { id: string, name: string, description: string, vpc: { id: string, name: string }, resources: Array<{ id: string }>, viewerCan: { updateEnvironment: { allowed: boolean, reason: string | null } } } };

export type UpdateEnvironmentMutationVariables = Exact<{
  input: UpdateEnvironmentInput;
}>;


export type UpdateEnvironmentMutation = { updateEnvironment: { id: string, name: string } };

export type EnvironmentChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type EnvironmentChoicesQuery = { environments: { nodes: Array<{ id: string, name: string }> } };

export type VpcsQueryVariables = Exact<{ [key: string]: never; }>;


export type VpcsQuery = { resources: { nodes: Array<{ id: string, name: string, attributes: { cidr: string | null } }> } };

export type EnvironmentListQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type EnvironmentListQuery = { environments: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, description: string, createdAt: string, vpc: { id: string, name: string }, resources: Array<{ id: string, name: string, kind: ResourceKind, role: ResourceRole }>, viewerCan: { updateEnvironment: { allowed: boolean, reason: string | null }, deleteEnvironment: { allowed: boolean, reason: string | null } } }> } };

export type ResourcesOfVpcQueryVariables = Exact<{
  vpcId: string;
}>;


export type ResourcesOfVpcQuery = { resources: { nodes: Array<{ id: string, name: string, kind: ResourceKind, selectionRefusal: string | null, attributes: { address: string | null, engine: ClusterEngine | null, host: string | null } }> } };

export type RegisterResourceMutationVariables = Exact<{
  input: RegisterResourceInput;
}>;


export type RegisterResourceMutation = { registerResource: { id: string } };

export type UpdateResourceMutationVariables = Exact<{
  input: UpdateResourceInput;
}>;


export type UpdateResourceMutation = { updateResource: { id: string } };

export type ResourceChoicesQueryVariables = Exact<{
  kind: ResourceKind;
  vpcId?: string | null | undefined;
}>;


export type ResourceChoicesQuery = { resources: { nodes: Array<{ id: string, name: string }> } };

export type ResourceListQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
  kind?: ResourceKind | null | undefined;
}>;


export type ResourceListQuery = { resources: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, kind: ResourceKind, createdAt: string, agentId: string | null, selectionRefusal: string | null, vpc: { id: string, name: string } | null, cluster: { id: string, name: string } | null, attributes: { address: string | null, availabilityZone: string | null, cidr: string | null, database: number | null, engine: ClusterEngine | null, host: string | null, ipv6DualStack: boolean | null, port: number | null, public: boolean | null, region: string | null, version: string | null }, viewerCan: { updateResource: { allowed: boolean, reason: string | null }, deleteResource: { allowed: boolean, reason: string | null } } }> } };

export type DeleteGovernanceRuleMutationVariables = Exact<{
  input: DeleteGovernanceRuleInput;
}>;


export type DeleteGovernanceRuleMutation = { deleteGovernanceRule: { id: string } };

export type ConfirmGrayRuleMutationVariables = Exact<{
  input: ConfirmGrayRuleInput;
}>;


export type ConfirmGrayRuleMutation = { confirmGrayRule: { id: string, completedAt: string | null } };

export type GrayParametersQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
}>;


export type GrayParametersQuery = { grayParameters: Array<{ name: string, in: Array<string> }> };

export type DeleteGrayRuleMutationVariables = Exact<{
  input: DeleteGrayRuleInput;
}>;


export type DeleteGrayRuleMutation = { deleteGrayRule: { id: string } };

export type CreateGrayRuleMutationVariables = Exact<{
  input: CreateGrayRuleInput;
}>;


export type CreateGrayRuleMutation = { createGrayRule: { id: string } };

export type UpdateGrayRuleMutationVariables = Exact<{
  input: UpdateGrayRuleInput;
}>;


export type UpdateGrayRuleMutation = { updateGrayRule: { id: string } };

export type GrayRulesQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
}>;


export type GrayRulesQuery = { grayRules: Array<{ id: string, name: string, priority: number, spec: unknown, updatedBy: string, updatedAt: string, completedAt: string | null }> };

export type GrayRightsFragment = { createGrayRule: { allowed: boolean, reason: string | null }, updateGrayRule: { allowed: boolean, reason: string | null }, confirmGrayRule: { allowed: boolean, reason: string | null }, deleteGrayRule: { allowed: boolean, reason: string | null } };

export type PreviewGrayRuleQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
  ruleId?: string | null | undefined;
  name?: string | null | undefined;
  priority?: number | null | undefined;
  spec?: GrayRuleSpecInput | null | undefined;
}>;


export type PreviewGrayRuleQuery = { grayRulePreview: { changes: Array<{ scope: string, environment: string, key: string, change: SettingChangeKind, before: string | null, after: string | null, readBy: Array<ServiceFramework> }>, notes: Array<{ frameworks: Array<ServiceFramework>, text: { en: string, zh: string } }> } };

export type VersionsOfServiceQueryVariables = Exact<{
  engineId: string;
  environment?: string | null | undefined;
  application?: string | null | undefined;
  microservice?: string | null | undefined;
}>;


export type VersionsOfServiceQuery = { microservices: { nodes: Array<{ id: string, version: string }> } };

export type GovernanceKindsQueryVariables = Exact<{
  engineId: string;
}>;


export type GovernanceKindsQuery = { governanceKinds: Array<{ kind: GovernanceKind, governs: GovernanceSide, methods: boolean, title: { en: string, zh: string }, fields: Array<{ name: string, kind: FormFieldKind, description: string, required: boolean, min: number | null, max: number | null, unit: string | null, default: string | null, label: { en: string, zh: string }, choices: Array<{ value: string, label: { en: string, zh: string } }>, when: { field: string, is: Array<string> } | null }>, prerequisites: Array<{ frameworks: Array<ServiceFramework>, setting: string | null, text: { en: string, zh: string } }> }> };

export type ServicesToGovernQueryVariables = Exact<{
  engineId: string;
  environment?: string | null | undefined;
  application?: string | null | undefined;
  microservice?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type ServicesToGovernQuery = { microservices: { nodes: Array<{ id: string, name: string, application: string, version: string, contracts: Array<string> }> } };

export type OperationsToGovernQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
  contractId: string;
}>;


export type OperationsToGovernQuery = { microserviceContract: { id: string, operations: Array<{ id: string, method: string, path: string }> } };

export type PreviewGovernanceRuleQueryVariables = Exact<{
  engineId: string;
  serviceId: string;
  kind: GovernanceKind;
  ruleId?: string | null | undefined;
  spec?: GovernanceSpecInput | null | undefined;
}>;


export type PreviewGovernanceRuleQuery = { governanceRulePreview: { changes: Array<{ scope: string, environment: string, key: string, change: SettingChangeKind, before: string | null, after: string | null, readBy: Array<ServiceFramework> }>, notes: Array<{ frameworks: Array<ServiceFramework>, text: { en: string, zh: string } }> } };

export type PreviewPartsFragment = { changes: Array<{ scope: string, environment: string, key: string, change: SettingChangeKind, before: string | null, after: string | null, readBy: Array<ServiceFramework> }>, notes: Array<{ frameworks: Array<ServiceFramework>, text: { en: string, zh: string } }> };

export type CreateGovernanceRuleMutationVariables = Exact<{
  input: CreateGovernanceRuleInput;
}>;


export type CreateGovernanceRuleMutation = { createGovernanceRule: { id: string } };

export type UpdateGovernanceRuleMutationVariables = Exact<{
  input: UpdateGovernanceRuleInput;
}>;


export type UpdateGovernanceRuleMutation = { updateGovernanceRule: { id: string } };

export type GovernanceRulesQueryVariables = Exact<{
  engineId: string;
  serviceId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type GovernanceRulesQuery = { governanceRules: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, kind: GovernanceKind, spec: unknown, microservice: string, application: string, environment: string, updatedBy: string, updatedAt: string }> } };

export type GovernanceRightsFragment = { createGovernanceRule: { allowed: boolean, reason: string | null }, updateGovernanceRule: { allowed: boolean, reason: string | null }, deleteGovernanceRule: { allowed: boolean, reason: string | null } };

export type AccountRightsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountRightsQuery = { viewer: { id: string, tenant: { id: string, viewerCan: { createUser: { allowed: boolean, reason: string | null }, createGroup: { allowed: boolean, reason: string | null }, createPolicy: { allowed: boolean, reason: string | null }, createDelegation: { allowed: boolean, reason: string | null } } } } };

export type AuditPartsFragment = { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ seq: number, at: string, actorKind: string, actorId: string, actorName: string, sourceIp: string | null, operation: string, targetKind: string, targetId: string, result: string, requestId: string, position: number | null, hash: string | null }> };

export type AuditTrailQueryVariables = Exact<{
  ofAccount: boolean;
  after?: string | null | undefined;
  from?: string | null | undefined;
  until?: string | null | undefined;
  actorKind?: AuditActorKind | null | undefined;
  actorId?: string | null | undefined;
  actorName?: string | null | undefined;
  sourceIp?: string | null | undefined;
  operation?: string | null | undefined;
  targetKind?: string | null | undefined;
  targetId?: string | null | undefined;
  result?: AuditResult | null | undefined;
  requestId?: string | null | undefined;
}>;


export type AuditTrailQuery = { project?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ seq: number, at: string, actorKind: string, actorId: string, actorName: string, sourceIp: string | null, operation: string, targetKind: string, targetId: string, result: string, requestId: string, position: number | null, hash: string | null }> }, account?: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ seq: number, at: string, actorKind: string, actorId: string, actorName: string, sourceIp: string | null, operation: string, targetKind: string, targetId: string, result: string, requestId: string, position: number | null, hash: string | null }> } };

export type VerificationPartsFragment = { intact: boolean, rows: number, head: string | null, sealedUpTo: number | null, broken: { position: number, seq: number | null, operation: string | null, reason: string } | null };

export type VerifyAuditTrailQueryVariables = Exact<{
  ofAccount: boolean;
}>;


export type VerifyAuditTrailQuery = { project?: { intact: boolean, rows: number, head: string | null, sealedUpTo: number | null, broken: { position: number, seq: number | null, operation: string | null, reason: string } | null }, account?: { intact: boolean, rows: number, head: string | null, sealedUpTo: number | null, broken: { position: number, seq: number | null, operation: string | null, reason: string } | null } };

export type AccessKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessKeysQuery = { accessKeys: Array<{ id: string, description: string | null, enabled: boolean, system: boolean, projectId: string, createdAt: string, lastUsedAt: string | null }> };

export type CreateAccessKeyMutationVariables = Exact<{
  input: CreateAccessKeyInput;
}>;


export type CreateAccessKeyMutation = { createAccessKey: { id: string, secret: string, fileName: string, credentials: string } };

export type EnableAccessKeyMutationVariables = Exact<{
  input: EnableAccessKeyInput;
}>;


export type EnableAccessKeyMutation = { enableAccessKey: { id: string, enabled: boolean } };

export type DisableAccessKeyMutationVariables = Exact<{
  input: DisableAccessKeyInput;
}>;


export type DisableAccessKeyMutation = { disableAccessKey: { id: string, enabled: boolean } };

export type DeleteAccessKeyMutationVariables = Exact<{
  input: DeleteAccessKeyInput;
}>;


export type DeleteAccessKeyMutation = { deleteAccessKey: { id: string } };

export type ApiTokensQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ApiTokensQuery = { apiTokens: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, hint: string, actions: Array<string>, resources: Array<string>, addresses: Array<string> | null, requestsPerMinute: number | null, createdAt: string, expiresAt: string, lastUsedAt: string | null, revokedAt: string | null, parentId: string | null }> } };

export type RevokeApiTokenMutationVariables = Exact<{
  input: RevokeApiTokenInput;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: { id: string, revokedAt: string | null } };

export type SecondFactorsQueryVariables = Exact<{ [key: string]: never; }>;


export type SecondFactorsQuery = { secondFactors: { totp: boolean, passkeys: number, recoveryCodesLeft: number } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { id: string } };

export type RemoveTotpMutationVariables = Exact<{
  input: RemoveTotpInput;
}>;


export type RemoveTotpMutation = { removeTotp: { totp: boolean } };

export type NewRecoveryCodesMutationVariables = Exact<{
  input: MakeNewRecoveryCodesInput;
}>;


export type NewRecoveryCodesMutation = { makeNewRecoveryCodes: { recoveryCodes: Array<string> } };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { sessions: Array<{ id: string, client: string | null, sourceIp: string | null, method: SessionMethod, mfa: boolean, current: boolean, createdAt: string, renewedAt: string, expiresAt: string }> };

export type EndSessionMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type EndSessionMutation = { endSession: { id: string } };

export type EndOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type EndOtherSessionsMutation = { endOtherSessions: { ended: number } };

export type PasskeysQueryVariables = Exact<{ [key: string]: never; }>;


export type PasskeysQuery = { passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt: string | null }> };

export type BeginPasskeyMutationVariables = Exact<{
  input: BeginPasskeyInput;
}>;


export type BeginPasskeyMutation = { beginPasskey: { ticket: string, options: unknown } };

export type AddPasskeyMutationVariables = Exact<{
  input: AddPasskeyInput;
}>;


export type AddPasskeyMutation = { addPasskey: { id: string } };

export type DeletePasskeyMutationVariables = Exact<{
  input: DeletePasskeyInput;
}>;


export type DeletePasskeyMutation = { deletePasskey: { id: string } };

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type CreateProjectMutation = { createProject: { id: string } };

export type RenameProjectMutationVariables = Exact<{
  input: RenameProjectInput;
}>;


export type RenameProjectMutation = { renameProject: { id: string, name: string } };

export type BeginTotpMutationVariables = Exact<{
  input: BeginTotpInput;
}>;


export type BeginTotpMutation = { beginTotp: { address: string, secret: string } };

export type ConfirmTotpMutationVariables = Exact<{
  input: ConfirmTotpInput;
}>;


export type ConfirmTotpMutation = { confirmTotp: { recoveryCodes: Array<string> } };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { id: string, token: string } };

export type CreateDelegationMutationVariables = Exact<{
  input: CreateDelegationInput;
}>;


export type CreateDelegationMutation = { createDelegation: { id: string } };

export type DelegationListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DelegationListQuery = { delegations: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, description: string, delegateId: string, expiresAt: string | null, createdAt: string, project: { id: string, name: string }, policies: Array<{ id: string, name: string }>, viewerCan: { deleteDelegation: { allowed: boolean, reason: string | null } } }> } };

export type ReceivedDelegationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReceivedDelegationsQuery = { receivedDelegations: Array<{ id: string, name: string, account: string, projectId: string, project: string, expiresAt: string | null }> };

export type DeleteDelegationMutationVariables = Exact<{
  input: DeleteDelegationInput;
}>;


export type DeleteDelegationMutation = { deleteDelegation: { id: string } };

export type ExplainPermissionQueryVariables = Exact<{
  subjectId: string;
  action: string;
  projectId?: string | null | undefined;
  resourceId?: string | null | undefined;
  ofAccount?: boolean | null | undefined;
  sourceIp?: string | null | undefined;
  at?: string | null | undefined;
  mfa?: boolean | null | undefined;
  tags?: Array<string> | string | null | undefined;
}>;


export type ExplainPermissionQuery = { explainPermission: { allowed: boolean, action: string, decidedOn: string, path: Array<string>, reason: string, by: { effect: string, action: Array<string>, resource: Array<string>, condition: unknown, source: string, policy: string | null, policyId: string | null, statement: number | null, group: string | null, groupId: string | null } | null } };

export type DeleteGroupMutationVariables = Exact<{
  input: DeleteGroupInput;
}>;


export type DeleteGroupMutation = { deleteGroup: { id: string } };

export type GrantPoliciesMutationVariables = Exact<{
  input: GrantPoliciesInput;
}>;


export type GrantPoliciesMutation = { grantPolicies: Array<{ id: string }> };

export type GroupChoiceQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type GroupChoiceQuery = { groups: { nodes: Array<{ id: string, name: string, description: string }> } };

export type CreateGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type CreateGroupMutation = { createGroup: { id: string } };

export type UpdateGroupMutationVariables = Exact<{
  input: UpdateGroupInput;
}>;


export type UpdateGroupMutation = { updateGroup: { id: string, name: string, description: string } };

export type RevokeGrantMutationVariables = Exact<{
  input: RevokeGrantInput;
}>;


export type RevokeGrantMutation = { revokeGrant: { id: string } };

export type GroupListQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type GroupListQuery = { groups: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, description: string, memberCount: number, createdAt: string, grants: Array<{ id: string, policy: string }>, viewerCan: { updateGroup: { allowed: boolean, reason: string | null }, deleteGroup: { allowed: boolean, reason: string | null } } }> } };

export type GroupMembersQueryVariables = Exact<{
  groupId: string;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type GroupMembersQuery = { users: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, description: string | null, enabled: boolean }> } };

export type AddGroupMembersMutationVariables = Exact<{
  input: AddGroupMembersInput;
}>;


export type AddGroupMembersMutation = { addGroupMembers: { id: string, memberCount: number } };

export type RemoveGroupMemberMutationVariables = Exact<{
  input: RemoveGroupMemberInput;
}>;


export type RemoveGroupMemberMutation = { removeGroupMember: { id: string, memberCount: number } };

export type GroupPageQueryVariables = Exact<{
  groupId: string;
}>;


export type GroupPageQuery = { group: { id: string, name: string, description: string, memberCount: number, grants: Array<{ id: string, policy: string, policyId: string, createdAt: string, project: { id: string, name: string } | null }>, viewerCan: { updateGroup: { allowed: boolean, reason: string | null }, deleteGroup: { allowed: boolean, reason: string | null }, addGroupMembers: { allowed: boolean, reason: string | null }, removeGroupMember: { allowed: boolean, reason: string | null }, grantPolicies: { allowed: boolean, reason: string | null }, revokeGrant: { allowed: boolean, reason: string | null } } } };

export type PolicyCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyCatalogueQuery = { policyCatalogue: { resourceKinds: Array<string>, actions: Array<{ action: string, service: string, resource: string, operation: string, dependsOn: Array<string>, impliedBy: string | null }>, conditions: Array<{ key: string, operators: Array<string>, wanted: string }> } };

export type CreatePolicyMutationVariables = Exact<{
  input: CreatePolicyInput;
}>;


export type CreatePolicyMutation = { createPolicy: { id: string } };

export type PolicyChoiceQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type PolicyChoiceQuery = { policies: { nodes: Array<{ id: string, name: string, description: string, system: boolean }> } };

export type DraftPolicyQueryVariables = Exact<{
  document?: unknown;
  statements?: Array<PolicyStatementInput> | PolicyStatementInput | null | undefined;
}>;


export type DraftPolicyQuery = { draftPolicy: { document: unknown, dependencies: Array<{ statement: number, action: string, neededBy: string, added: boolean }> } };

export type PolicyListQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
  system?: boolean | null | undefined;
}>;


export type PolicyListQuery = { policies: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, name: string, description: string, kind: PolicyKind, system: boolean, updatedAt: string }> } };

export type PolicyPageQueryVariables = Exact<{
  policyId: string;
}>;


export type PolicyPageQuery = { policy: { id: string, name: string, description: string, kind: PolicyKind, system: boolean, document: unknown, createdAt: string, updatedAt: string, viewerCan: { updatePolicy: { allowed: boolean, reason: string | null }, deletePolicy: { allowed: boolean, reason: string | null } } } };

export type UpdatePolicyMutationVariables = Exact<{
  input: UpdatePolicyInput;
}>;


export type UpdatePolicyMutation = { updatePolicy: { id: string, name: string, description: string, document: unknown } };

export type DeletePolicyMutationVariables = Exact<{
  input: DeletePolicyInput;
}>;


export type DeletePolicyMutation = { deletePolicy: { id: string } };

export type ProjectRightsQueryVariables = Exact<{
  id: string;
}>;


export type ProjectRightsQuery = { node:
    | { id: string, renameWarning: string, viewerCan: { createApplication: { allowed: boolean, reason: string | null }, createEngine: { allowed: boolean, reason: string | null }, createEnvironment: { allowed: boolean, reason: string | null }, registerResource: { allowed: boolean, reason: string | null }, cancelJobRun: { allowed: boolean, reason: string | null }, rerunJobRun: { allowed: boolean, reason: string | null }, renameProject: { allowed: boolean, reason: string | null } } }
    | Record<PropertyKey, never>
   };

export type UserPartsFragment = { id: string, name: string, description: string | null, email: string | null, phone: string | null, enabled: boolean, administrator: boolean, viewerCan: { updateUser: { allowed: boolean, reason: string | null }, setUserPassword: { allowed: boolean, reason: string | null }, resetSecondFactors: { allowed: boolean, reason: string | null }, linkIdentity: { allowed: boolean, reason: string | null }, deleteUser: { allowed: boolean, reason: string | null } } };

export type SwitchUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type SwitchUserMutation = { updateUser: { id: string, enabled: boolean } };

export type SetUserPasswordMutationVariables = Exact<{
  input: SetUserPasswordInput;
}>;


export type SetUserPasswordMutation = { setUserPassword: { id: string } };

export type ResetSecondFactorsMutationVariables = Exact<{
  input: ResetSecondFactorsInput;
}>;


export type ResetSecondFactorsMutation = { resetSecondFactors: { id: string } };

export type LinkIdentityMutationVariables = Exact<{
  input: LinkIdentityInput;
}>;


export type LinkIdentityMutation = { linkIdentity: { subject: string } };

export type DeleteUserMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUserMutation = { deleteUser: { id: string } };

export type UserChoiceQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type UserChoiceQuery = { users: { nodes: Array<{ id: string, name: string, description: string | null }> } };

export type CreateUserMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserMutation = { createUser: { id: string } };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { updateUser: { id: string, name: string, description: string | null, email: string | null, phone: string | null, enabled: boolean, administrator: boolean } };

export type UserListQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
  enabled?: boolean | null | undefined;
}>;


export type UserListQuery = { users: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ createdAt: string, id: string, name: string, description: string | null, email: string | null, phone: string | null, enabled: boolean, administrator: boolean, groups: Array<{ id: string, name: string }>, viewerCan: { updateUser: { allowed: boolean, reason: string | null }, setUserPassword: { allowed: boolean, reason: string | null }, resetSecondFactors: { allowed: boolean, reason: string | null }, linkIdentity: { allowed: boolean, reason: string | null }, deleteUser: { allowed: boolean, reason: string | null } } }> } };

export type UserPageQueryVariables = Exact<{
  userId: string;
}>;


export type UserPageQuery = { user: { createdAt: string, updatedAt: string, id: string, name: string, description: string | null, email: string | null, phone: string | null, enabled: boolean, administrator: boolean, groups: Array<{ id: string, name: string, description: string }>, viewerCan: { updateUser: { allowed: boolean, reason: string | null }, setUserPassword: { allowed: boolean, reason: string | null }, resetSecondFactors: { allowed: boolean, reason: string | null }, linkIdentity: { allowed: boolean, reason: string | null }, deleteUser: { allowed: boolean, reason: string | null } } } };

export type JoinGroupMutationVariables = Exact<{
  input: AddGroupMembersInput;
}>;


export type JoinGroupMutation = { addGroupMembers: { id: string } };

export type LeaveGroupMutationVariables = Exact<{
  input: RemoveGroupMemberInput;
}>;


export type LeaveGroupMutation = { removeGroupMember: { id: string } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, account: string, accountId: string, projectId: string, projects: Array<{ id: string, name: string, authorised: boolean, delegatedBy: string | null }> } };

export type JobNumbersQueryVariables = Exact<{ [key: string]: never; }>;


export type JobNumbersQuery = { jobStats: { queuedRuns: number, runningRuns: number, completedInADay: number, failedInADay: number, dueCalls: number, callsToRepeat: number, timers: number, lagMs: number, appUnreachableSince: string | null } };

export type JobRunListQueryVariables = Exact<{
  after?: string | null | undefined;
  state?: JobRunState | null | undefined;
  workflow?: string | null | undefined;
}>;


export type JobRunListQuery = { jobRuns: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, workflow: string, event: string, state: JobRunState, why: string, error: string | null, createdAt: string, startedAt: string | null, endedAt: string | null }> } };

export type JobRunPageQueryVariables = Exact<{
  runId: string;
}>;


export type JobRunPageQuery = { jobRun: { id: string, workflow: string, event: string, taskId: string | null, state: JobRunState, why: string, note: string | null, error: string | null, nextAt: string | null, createdAt: string, startedAt: string | null, endedAt: string | null, input: { text: string, truncated: boolean } | null, output: { text: string, truncated: boolean } | null, attempts: Array<{ stepId: string | null, number: number, httpStatus: number | null, error: string | null, beganAt: string, endedAt: string | null }>, steps: Array<{ id: string, name: string | null, kind: string, state: JobStepState, plannedAt: string, endedAt: string | null, wakesAt: string | null, awaited: string | null, output: { text: string, truncated: boolean } | null, error: { text: string, truncated: boolean } | null, attempts: Array<{ number: number, httpStatus: number | null, error: string | null, beganAt: string, endedAt: string | null }> }> } };

export type TaskOfRunQueryVariables = Exact<{
  taskId: string;
}>;


export type TaskOfRunQuery = { task: { id: string, kind: TaskKind, instanceId: string, instanceName: string } };

export type CancelJobRunMutationVariables = Exact<{
  input: CancelJobRunInput;
}>;


export type CancelJobRunMutation = { cancelJobRun: { id: string } };

export type RerunJobRunMutationVariables = Exact<{
  input: RerunJobRunInput;
}>;


export type RerunJobRunMutation = { rerunJobRun: { id: string } };

export type FindApplicationsQueryVariables = Exact<{
  search: string;
}>;


export type FindApplicationsQuery = { found: { nodes: Array<{ id: string, name: string }> } };

export type FindInstancesQueryVariables = Exact<{
  search: string;
}>;


export type FindInstancesQuery = { found: { nodes: Array<{ id: string, name: string }> } };

export type FindEnvironmentsQueryVariables = Exact<{
  search: string;
}>;


export type FindEnvironmentsQuery = { found: { nodes: Array<{ id: string, name: string }> } };

export type FindUsersQueryVariables = Exact<{
  search: string;
}>;


export type FindUsersQuery = { found: { nodes: Array<{ id: string, name: string }> } };

export type FindGroupsQueryVariables = Exact<{
  search: string;
}>;


export type FindGroupsQuery = { found: { nodes: Array<{ id: string, name: string }> } };

export type FindPoliciesQueryVariables = Exact<{
  search: string;
}>;


export type FindPoliciesQuery = { found: { nodes: Array<{ id: string, name: string }> } };

export type AddAccessMutationVariables = Exact<{
  input: AddAccessInput;
}>;


export type AddAccessMutation = { addAccess: { id: string, name: string } };

export type RemoveAccessMutationVariables = Exact<{
  input: RemoveAccessInput;
}>;


export type RemoveAccessMutation = { removeAccess: { id: string } };

export type AccessPartsFragment = { id: string, name: string, mode: AccessMode, protocol: AccessProtocol, containerPort: number | null, accessPort: number | null, address: string | null, addresses: Array<string> };

export type InstanceEventsQueryVariables = Exact<{
  instanceId: string;
  replicaId?: string | null | undefined;
  type?: EventType | null | undefined;
}>;


export type InstanceEventsQuery = { instanceEvents: Array<{ replicaId: string | null, type: EventType, reason: string, message: string, at: string }> };

export type InstanceMenuPartsFragment = { id: string, name: string, state: InstanceState, version: string, replicas: number, component: { id: string, name: string }, viewerCan: { upgradeInstance: { allowed: boolean, reason: string | null }, scaleInstance: { allowed: boolean, reason: string | null }, startInstance: { allowed: boolean, reason: string | null }, stopInstance: { allowed: boolean, reason: string | null }, restartInstance: { allowed: boolean, reason: string | null }, rollbackInstance: { allowed: boolean, reason: string | null }, deleteInstance: { allowed: boolean, reason: string | null } } };

export type InstancePageQueryVariables = Exact<{
  instanceId: string;
}>;


export type InstancePageQuery = { instance: { failure: string | null, revision: number, ready: number, deploySystem: DeploySystem, scaleInWindow: number, createdBy: string, createdAt: string, updatedAt: string, id: string, name: string, state: InstanceState, version: string, replicas: number, application: { id: string, name: string }, component: { id: string, name: string, type: ComponentType, runtime: string }, environment: { id: string, name: string }, replicaList: Array<{ id: string, revision: number, state: string, ready: boolean, port: number | null, restarts: number, startedAt: string | null, message: string | null }>, accesses: Array<{ id: string, name: string, mode: AccessMode, protocol: AccessProtocol, containerPort: number | null, accessPort: number | null, address: string | null, addresses: Array<string> }>, revisions: Array<{ number: number, version: string, description: string, restores: number | null, proven: boolean, createdBy: string, createdAt: string, settings: unknown }>, viewerCan: { addAccess: { allowed: boolean, reason: string | null }, removeAccess: { allowed: boolean, reason: string | null }, upgradeInstance: { allowed: boolean, reason: string | null }, scaleInstance: { allowed: boolean, reason: string | null }, startInstance: { allowed: boolean, reason: string | null }, stopInstance: { allowed: boolean, reason: string | null }, restartInstance: { allowed: boolean, reason: string | null }, rollbackInstance: { allowed: boolean, reason: string | null }, deleteInstance: { allowed: boolean, reason: string | null } } }, tasks: { nodes: Array<{ id: string, kind: TaskKind, state: TaskState, createdAt: string, startedBy: string, failure: string | null, endedAt: string | null }> } };

export type StartInstanceMutationVariables = Exact<{
  input: StartInstanceInput;
}>;


export type StartInstanceMutation = { startInstance: { id: string, state: InstanceState } };

export type StopInstanceMutationVariables = Exact<{
  input: StopInstanceInput;
}>;


export type StopInstanceMutation = { stopInstance: { id: string, state: InstanceState } };

export type RestartInstanceMutationVariables = Exact<{
  input: RestartInstanceInput;
}>;


export type RestartInstanceMutation = { restartInstance: { id: string, state: InstanceState } };

export type ScaleInstanceMutationVariables = Exact<{
  input: ScaleInstanceInput;
}>;


export type ScaleInstanceMutation = { scaleInstance: { id: string, state: InstanceState } };

export type DeleteInstanceMutationVariables = Exact<{
  input: DeleteInstanceInput;
}>;


export type DeleteInstanceMutation = { deleteInstance: { id: string, state: InstanceState } };

export type RunLogQueryVariables = Exact<{
  instanceId: string;
  replicaId?: string | null | undefined;
  file?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  search?: string | null | undefined;
  before?: string | null | undefined;
  last?: number | null | undefined;
}>;


export type RunLogQuery = { runLog: Array<{ cursor: string, at: string, replicaId: string, file: string, text: string }> };

export type RunLogAddedSubscriptionVariables = Exact<{
  instanceId: string;
  replicaId?: string | null | undefined;
  file?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type RunLogAddedSubscription = { runLogAdded: { cursor: string, at: string, replicaId: string, file: string, text: string } };

export type LogFilesQueryVariables = Exact<{
  instanceId: string;
}>;


export type LogFilesQuery = { logFiles: Array<{ replicaId: string, file: string, running: boolean }> };

export type InstanceTasksQueryVariables = Exact<{
  instanceId: string;
  after?: string | null | undefined;
}>;


export type InstanceTasksQuery = { tasks: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, kind: TaskKind, state: TaskState, failure: string | null, startedBy: string, createdAt: string, endedAt: string | null }> } };

export type TaskLogAddedSubscriptionVariables = Exact<{
  taskId: string;
  after?: string | null | undefined;
}>;


export type TaskLogAddedSubscription = { taskLogAdded: { cursor: string, at: string, level: LogLevel, message: string } };

export type TaskLogQueryVariables = Exact<{
  taskId: string;
}>;


export type TaskLogQuery = { taskLog: Array<{ cursor: string, at: string, level: LogLevel, message: string }> };

export type RollbackInstanceMutationVariables = Exact<{
  input: RollbackInstanceInput;
}>;


export type RollbackInstanceMutation = { rollbackInstance: { id: string, version: string } };

export type OverviewFailedQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewFailedQuery = { tasks: { nodes: Array<{ id: string, kind: TaskKind, instanceId: string, instanceName: string, failure: string | null, createdAt: string }> } };

export type OverviewHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewHealthQuery = { instances: { totalCount: number, nodes: Array<{ id: string, state: InstanceState, failure: string | null, ready: number, replicas: number, component: { id: string, name: string }, environment: { id: string, name: string } }> } };

export type OverviewCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewCountsQuery = { applications: { totalCount: number, nodes: Array<{ id: string }> }, environments: { totalCount: number, nodes: Array<{ id: string }> }, instances: { totalCount: number, nodes: Array<{ id: string }> } };

export type OverviewTasksQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewTasksQuery = { tasks: { nodes: Array<{ id: string, kind: TaskKind, state: TaskState, instanceId: string, instanceName: string, startedBy: string, createdAt: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ConfigurationRightsFragmentDoc = new TypedDocumentString(`
    fragment ConfigurationRights on EnginePermissions {
  createConfigurationItem {
    allowed
    reason
  }
  updateConfigurationItem {
    allowed
    reason
  }
  deleteConfigurationItems {
    allowed
    reason
  }
  importConfiguration {
    allowed
    reason
  }
  rollbackConfigurationItem {
    allowed
    reason
  }
}
    `, {"fragmentName":"ConfigurationRights"}) as unknown as TypedDocumentString<ConfigurationRightsFragment, unknown>;
export const EnginePartsFragmentDoc = new TypedDocumentString(`
    fragment EngineParts on Engine {
  id
  name
  edition
  specification
  instanceQuota
  version
  state
  failure {
    code
    message
    service
  }
  upgrades {
    version
    notes
  }
  viewerCan {
    retryEngine {
      allowed
      reason
    }
    resizeEngine {
      allowed
      reason
    }
    upgradeEngine {
      allowed
      reason
    }
    deleteEngine {
      allowed
      reason
    }
  }
}
    `, {"fragmentName":"EngineParts"}) as unknown as TypedDocumentString<EnginePartsFragment, unknown>;
export const GrayRightsFragmentDoc = new TypedDocumentString(`
    fragment GrayRights on EnginePermissions {
  createGrayRule {
    allowed
    reason
  }
  updateGrayRule {
    allowed
    reason
  }
  confirmGrayRule {
    allowed
    reason
  }
  deleteGrayRule {
    allowed
    reason
  }
}
    `, {"fragmentName":"GrayRights"}) as unknown as TypedDocumentString<GrayRightsFragment, unknown>;
export const PreviewPartsFragmentDoc = new TypedDocumentString(`
    fragment PreviewParts on GovernancePreview {
  changes {
    scope
    environment
    key
    change
    before
    after
    readBy
  }
  notes {
    frameworks
    text {
      en
      zh
    }
  }
}
    `, {"fragmentName":"PreviewParts"}) as unknown as TypedDocumentString<PreviewPartsFragment, unknown>;
export const GovernanceRightsFragmentDoc = new TypedDocumentString(`
    fragment GovernanceRights on EnginePermissions {
  createGovernanceRule {
    allowed
    reason
  }
  updateGovernanceRule {
    allowed
    reason
  }
  deleteGovernanceRule {
    allowed
    reason
  }
}
    `, {"fragmentName":"GovernanceRights"}) as unknown as TypedDocumentString<GovernanceRightsFragment, unknown>;
export const AuditPartsFragmentDoc = new TypedDocumentString(`
    fragment AuditParts on AuditEventConnection {
  totalCount
  pageInfo {
    endCursor
    hasNextPage
  }
  nodes {
    seq
    at
    actorKind
    actorId
    actorName
    sourceIp
    operation
    targetKind
    targetId
    result
    requestId
    position
    hash
  }
}
    `, {"fragmentName":"AuditParts"}) as unknown as TypedDocumentString<AuditPartsFragment, unknown>;
export const VerificationPartsFragmentDoc = new TypedDocumentString(`
    fragment VerificationParts on AuditVerification {
  intact
  rows
  head
  sealedUpTo
  broken {
    position
    seq
    operation
    reason
  }
}
    `, {"fragmentName":"VerificationParts"}) as unknown as TypedDocumentString<VerificationPartsFragment, unknown>;
export const UserPartsFragmentDoc = new TypedDocumentString(`
    fragment UserParts on User {
  id
  name
  description
  email
  phone
  enabled
  administrator
  viewerCan {
    updateUser {
      allowed
      reason
    }
    setUserPassword {
      allowed
      reason
    }
    resetSecondFactors {
      allowed
      reason
    }
    linkIdentity {
      allowed
      reason
    }
    deleteUser {
      allowed
      reason
    }
  }
}
    `, {"fragmentName":"UserParts"}) as unknown as TypedDocumentString<UserPartsFragment, unknown>;
export const AccessPartsFragmentDoc = new TypedDocumentString(`
    fragment AccessParts on Access {
  id
  name
  mode
  protocol
  containerPort
  accessPort
  address
  addresses
}
    `, {"fragmentName":"AccessParts"}) as unknown as TypedDocumentString<AccessPartsFragment, unknown>;
export const InstanceMenuPartsFragmentDoc = new TypedDocumentString(`
    fragment InstanceMenuParts on Instance {
  id
  name
  state
  version
  replicas
  component {
    id
    name
  }
  viewerCan {
    upgradeInstance {
      allowed
      reason
    }
    scaleInstance {
      allowed
      reason
    }
    startInstance {
      allowed
      reason
    }
    stopInstance {
      allowed
      reason
    }
    restartInstance {
      allowed
      reason
    }
    rollbackInstance {
      allowed
      reason
    }
    deleteInstance {
      allowed
      reason
    }
  }
}
    `, {"fragmentName":"InstanceMenuParts"}) as unknown as TypedDocumentString<InstanceMenuPartsFragment, unknown>;
export const InstanceChangesDocument = new TypedDocumentString(`
    subscription InstanceChanges($after: String) {
  instanceChanged(after: $after) {
    cursor
    instanceId
    environmentId
  }
}
    `) as unknown as TypedDocumentString<InstanceChangesSubscription, InstanceChangesSubscriptionVariables>;
export const CreateApplicationDocument = new TypedDocumentString(`
    mutation CreateApplication($input: CreateApplicationInput!) {
  createApplication(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CreateApplicationMutation, CreateApplicationMutationVariables>;
export const UpdateApplicationDocument = new TypedDocumentString(`
    mutation UpdateApplication($input: UpdateApplicationInput!) {
  updateApplication(input: $input) {
    id
    name
    description
  }
}
    `) as unknown as TypedDocumentString<UpdateApplicationMutation, UpdateApplicationMutationVariables>;
export const ApplicationListDocument = new TypedDocumentString(`
    query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {
  applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      description
      createdBy
      createdAt
      updatedAt
      viewerCan {
        updateApplication {
          allowed
          reason
        }
        deleteApplication {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicationListQuery, ApplicationListQueryVariables>;
export const ApplicationVariablesDocument = new TypedDocumentString(`
    query ApplicationVariables($applicationId: ID!, $environmentId: ID!) {
  applicationVariables(
    applicationId: $applicationId
    environmentId: $environmentId
  ) {
    key
    value
  }
}
    `) as unknown as TypedDocumentString<ApplicationVariablesQuery, ApplicationVariablesQueryVariables>;
export const SetApplicationVariablesDocument = new TypedDocumentString(`
    mutation SetApplicationVariables($input: SetApplicationVariablesInput!) {
  setApplicationVariables(input: $input) {
    key
    value
  }
}
    `) as unknown as TypedDocumentString<SetApplicationVariablesMutation, SetApplicationVariablesMutationVariables>;
export const ApplicationPageDocument = new TypedDocumentString(`
    query ApplicationPage($applicationId: ID!) {
  application(applicationId: $applicationId) {
    id
    name
    description
    viewerCan {
      createComponent {
        allowed
        reason
      }
      deleteApplication {
        allowed
        reason
      }
      updateApplication {
        allowed
        reason
      }
      setApplicationVariables {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicationPageQuery, ApplicationPageQueryVariables>;
export const DeleteApplicationDocument = new TypedDocumentString(`
    mutation DeleteApplication($input: DeleteApplicationInput!) {
  deleteApplication(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteApplicationMutation, DeleteApplicationMutationVariables>;
export const EnvironmentViewDocument = new TypedDocumentString(`
    query EnvironmentView($applicationId: ID!, $environmentId: ID!) {
  instances(
    first: 200
    applicationId: $applicationId
    environmentId: $environmentId
  ) {
    nodes {
      ...InstanceMenuParts
      failure
      revision
      ready
      replicas
      updatedAt
      deploySystem
      component {
        id
        name
        type
        runtime
      }
      accesses {
        id
        address
      }
    }
  }
}
    fragment InstanceMenuParts on Instance {
  id
  name
  state
  version
  replicas
  component {
    id
    name
  }
  viewerCan {
    upgradeInstance {
      allowed
      reason
    }
    scaleInstance {
      allowed
      reason
    }
    startInstance {
      allowed
      reason
    }
    stopInstance {
      allowed
      reason
    }
    restartInstance {
      allowed
      reason
    }
    rollbackInstance {
      allowed
      reason
    }
    deleteInstance {
      allowed
      reason
    }
  }
}`) as unknown as TypedDocumentString<EnvironmentViewQuery, EnvironmentViewQueryVariables>;
export const ComponentPageDocument = new TypedDocumentString(`
    query ComponentPage($componentId: ID!) {
  component(componentId: $componentId) {
    id
    name
    description
    type
    runtime
    framework
    createdBy
    createdAt
    application {
      id
      name
    }
    source {
      kind
      repository
      package {
        id
        fileName
        size
      }
    }
    python {
      framework
      module
      variable
    }
    instances {
      ...InstanceMenuParts
      failure
      ready
      updatedAt
      environment {
        id
        name
      }
      accesses {
        ...AccessParts
      }
    }
    viewerCan {
      deployComponent {
        allowed
        reason
      }
      updateComponentSource {
        allowed
        reason
      }
      deleteComponent {
        allowed
        reason
      }
    }
  }
}
    fragment AccessParts on Access {
  id
  name
  mode
  protocol
  containerPort
  accessPort
  address
  addresses
}
fragment InstanceMenuParts on Instance {
  id
  name
  state
  version
  replicas
  component {
    id
    name
  }
  viewerCan {
    upgradeInstance {
      allowed
      reason
    }
    scaleInstance {
      allowed
      reason
    }
    startInstance {
      allowed
      reason
    }
    stopInstance {
      allowed
      reason
    }
    restartInstance {
      allowed
      reason
    }
    rollbackInstance {
      allowed
      reason
    }
    deleteInstance {
      allowed
      reason
    }
  }
}`) as unknown as TypedDocumentString<ComponentPageQuery, ComponentPageQueryVariables>;
export const ComponentListDocument = new TypedDocumentString(`
    query ComponentList($applicationId: ID!, $after: String, $search: String, $orderBy: ListComponentsOrderBy) {
  components(
    applicationId: $applicationId
    first: 20
    after: $after
    search: $search
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      type
      runtime
      framework
      createdAt
      source {
        kind
        repository
        package {
          id
          fileName
          size
        }
      }
      instances {
        id
        state
        failure
        version
        environment {
          id
          name
        }
      }
      viewerCan {
        deployComponent {
          allowed
          reason
        }
        updateComponentSource {
          allowed
          reason
        }
        deleteComponent {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ComponentListQuery, ComponentListQueryVariables>;
export const ApplicationForComponentDocument = new TypedDocumentString(`
    query ApplicationForComponent($applicationId: ID!) {
  application(applicationId: $applicationId) {
    id
    name
    viewerCan {
      createComponent {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicationForComponentQuery, ApplicationForComponentQueryVariables>;
export const CreateComponentDocument = new TypedDocumentString(`
    mutation CreateComponent($input: CreateComponentInput!) {
  createComponent(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CreateComponentMutation, CreateComponentMutationVariables>;
export const DeleteComponentsDocument = new TypedDocumentString(`
    mutation DeleteComponents($input: DeleteComponentsInput!) {
  deleteComponents(input: $input) {
    id
    done
    code
    message
  }
}
    `) as unknown as TypedDocumentString<DeleteComponentsMutation, DeleteComponentsMutationVariables>;
export const DeleteComponentTemplateDocument = new TypedDocumentString(`
    mutation DeleteComponentTemplate($input: DeleteComponentTemplateInput!) {
  deleteComponentTemplate(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteComponentTemplateMutation, DeleteComponentTemplateMutationVariables>;
export const ComponentOptionsDocument = new TypedDocumentString(`
    query ComponentOptions {
  runtimes {
    id
    label
    family
    packageKind
    packageHelp
    vmDeployable
    hasJvm
    hasServerXml
    asksPythonFramework
    defaultPort
  }
  componentOptions {
    frameworks {
      id
      label
    }
    pythonFrameworks {
      name
      asksModule
    }
    templates {
      name
      type
      runtime
      framework
      frameworkLabel
    }
    combinations {
      type
      framework
      runtime
      sources
    }
  }
  componentTemplates(first: 100) {
    nodes {
      id
      name
      type
      runtime
      framework
    }
  }
}
    `) as unknown as TypedDocumentString<ComponentOptionsQuery, ComponentOptionsQueryVariables>;
export const ReadyPackagesDocument = new TypedDocumentString(`
    query ReadyPackages($format: PackageFormat, $search: String) {
  packages(first: 50, state: ready, format: $format, search: $search) {
    nodes {
      id
      fileName
      size
      createdAt
      createdBy
    }
  }
}
    `) as unknown as TypedDocumentString<ReadyPackagesQuery, ReadyPackagesQueryVariables>;
export const ChosenPackageDocument = new TypedDocumentString(`
    query ChosenPackage($packageId: ID!) {
  package(packageId: $packageId) {
    id
    fileName
    size
    createdAt
    createdBy
  }
}
    `) as unknown as TypedDocumentString<ChosenPackageQuery, ChosenPackageQueryVariables>;
export const ClustersToBuildDocument = new TypedDocumentString(`
    query ClustersToBuild {
  resources(first: 200, kind: cluster) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ClustersToBuildQuery, ClustersToBuildQueryVariables>;
export const UpgradeComponentsDocument = new TypedDocumentString(`
    mutation UpgradeComponents($input: UpgradeComponentsInput!) {
  upgradeComponents(input: $input) {
    id
    done
    code
    message
  }
}
    `) as unknown as TypedDocumentString<UpgradeComponentsMutation, UpgradeComponentsMutationVariables>;
export const StartUploadDocument = new TypedDocumentString(`
    mutation StartUpload($input: StartPackageUploadInput!) {
  startPackageUpload(input: $input) {
    package {
      id
    }
    url
    partSize
    parts {
      number
      url
    }
  }
}
    `) as unknown as TypedDocumentString<StartUploadMutation, StartUploadMutationVariables>;
export const CompleteUploadDocument = new TypedDocumentString(`
    mutation CompleteUpload($input: CompletePackageUploadInput!) {
  completePackageUpload(input: $input) {
    id
    fileName
    state
    refusal
    size
    format
  }
}
    `) as unknown as TypedDocumentString<CompleteUploadMutation, CompleteUploadMutationVariables>;
export const AbortUploadDocument = new TypedDocumentString(`
    mutation AbortUpload($input: AbortPackageUploadInput!) {
  abortPackageUpload(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AbortUploadMutation, AbortUploadMutationVariables>;
export const EnvironmentResourcesDocument = new TypedDocumentString(`
    query EnvironmentResources($environmentId: ID!) {
  environment(environmentId: $environmentId) {
    id
    name
    resources {
      id
      name
      kind
      attributes {
        engine
        address
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EnvironmentResourcesQuery, EnvironmentResourcesQueryVariables>;
export const CloneToEnvironmentDocument = new TypedDocumentString(`
    mutation CloneToEnvironment($input: CloneToEnvironmentInput!) {
  cloneToEnvironment(input: $input) {
    id
    done
    code
    message
  }
}
    `) as unknown as TypedDocumentString<CloneToEnvironmentMutation, CloneToEnvironmentMutationVariables>;
export const DeploySummaryDocument = new TypedDocumentString(`
    query DeploySummary($environmentId: ID!, $packageId: ID!, $withPackage: Boolean!) {
  environment(environmentId: $environmentId) {
    id
    name
    resources {
      id
      name
    }
  }
  package(packageId: $packageId) @include(if: $withPackage) {
    id
    fileName
  }
}
    `) as unknown as TypedDocumentString<DeploySummaryQuery, DeploySummaryQueryVariables>;
export const ComponentToDeployDocument = new TypedDocumentString(`
    query ComponentToDeploy($componentId: ID!) {
  component(componentId: $componentId) {
    id
    name
    runtime
    type
    application {
      id
      name
    }
    source {
      kind
      package {
        id
        fileName
      }
    }
    instances {
      id
      environment {
        id
        name
      }
    }
    viewerCan {
      deployComponent {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ComponentToDeployQuery, ComponentToDeployQueryVariables>;
export const DeployComponentDocument = new TypedDocumentString(`
    mutation DeployComponent($input: DeployComponentInput!) {
  deployComponent(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<DeployComponentMutation, DeployComponentMutationVariables>;
export const UpgradeInstancesDocument = new TypedDocumentString(`
    mutation UpgradeInstances($input: UpgradeInstancesInput!) {
  upgradeInstances(input: $input) {
    id
    done
    code
    message
  }
}
    `) as unknown as TypedDocumentString<UpgradeInstancesMutation, UpgradeInstancesMutationVariables>;
export const InstanceToUpgradeDocument = new TypedDocumentString(`
    query InstanceToUpgrade($instanceId: ID!) {
  instance(instanceId: $instanceId) {
    id
    name
    version
    revision
    deploySystem
    scaleInWindow
    maxUnavailable {
      value
      percent
    }
    application {
      id
      name
    }
    component {
      id
      name
      runtime
      source {
        kind
      }
    }
    environment {
      id
      name
    }
    revisions {
      number
      settings
    }
    viewerCan {
      upgradeInstance {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InstanceToUpgradeQuery, InstanceToUpgradeQueryVariables>;
export const UpgradeInstanceDocument = new TypedDocumentString(`
    mutation UpgradeInstance($input: UpgradeInstanceInput!) {
  upgradeInstance(input: $input) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<UpgradeInstanceMutation, UpgradeInstanceMutationVariables>;
export const DeleteEngineBackupDocument = new TypedDocumentString(`
    mutation DeleteEngineBackup($input: DeleteEngineBackupInput!) {
  deleteEngineBackup(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteEngineBackupMutation, DeleteEngineBackupMutationVariables>;
export const RestoreEngineBackupDocument = new TypedDocumentString(`
    mutation RestoreEngineBackup($input: RestoreEngineBackupInput!) {
  restoreEngineBackup(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RestoreEngineBackupMutation, RestoreEngineBackupMutationVariables>;
export const EngineBackupsDocument = new TypedDocumentString(`
    query EngineBackups($engineId: ID!, $after: String) {
  engineBackups(engineId: $engineId, first: 20, after: $after) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      remark
      kind
      state
      version
      takenAt
      entries
      size
      createdBy
      createdAt
      failure {
        code
        message
        service
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EngineBackupsQuery, EngineBackupsQueryVariables>;
export const EngineBackupRightsDocument = new TypedDocumentString(`
    query EngineBackupRights($engineId: ID!) {
  engine(engineId: $engineId) {
    id
    name
    backupPolicy {
      weekdays
      hour
    }
    viewerCan {
      createEngineBackup {
        allowed
        reason
      }
      deleteEngineBackup {
        allowed
        reason
      }
      restoreEngineBackup {
        allowed
        reason
      }
      setEngineBackupPolicy {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EngineBackupRightsQuery, EngineBackupRightsQueryVariables>;
export const CreateEngineBackupDocument = new TypedDocumentString(`
    mutation CreateEngineBackup($input: CreateEngineBackupInput!) {
  createEngineBackup(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateEngineBackupMutation, CreateEngineBackupMutationVariables>;
export const SetEngineBackupPolicyDocument = new TypedDocumentString(`
    mutation SetEngineBackupPolicy($input: SetEngineBackupPolicyInput!) {
  setEngineBackupPolicy(input: $input) {
    weekdays
    hour
  }
}
    `) as unknown as TypedDocumentString<SetEngineBackupPolicyMutation, SetEngineBackupPolicyMutationVariables>;
export const RemoveEngineBackupPolicyDocument = new TypedDocumentString(`
    mutation RemoveEngineBackupPolicy($input: RemoveEngineBackupPolicyInput!) {
  removeEngineBackupPolicy(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RemoveEngineBackupPolicyMutation, RemoveEngineBackupPolicyMutationVariables>;
export const EngineRestoresDocument = new TypedDocumentString(`
    query EngineRestores($engineId: ID!, $after: String) {
  engineRestores(engineId: $engineId, first: 20, after: $after) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      backupName
      state
      startedBy
      createdAt
      endedAt
      failure {
        code
        message
        service
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EngineRestoresQuery, EngineRestoresQueryVariables>;
export const EngineApplicationsDocument = new TypedDocumentString(`
    query EngineApplications($engineId: ID!, $after: String, $search: String, $environment: String) {
  engineApplications(
    engineId: $engineId
    first: 20
    after: $after
    search: $search
    environment: $environment
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      environment
      microservices
      instances
    }
  }
}
    `) as unknown as TypedDocumentString<EngineApplicationsQuery, EngineApplicationsQueryVariables>;
export const MicroserviceContractsDocument = new TypedDocumentString(`
    query MicroserviceContracts($engineId: ID!, $serviceId: ID!) {
  microserviceContracts(engineId: $engineId, serviceId: $serviceId, first: 200) {
    nodes {
      id
      summary
    }
  }
}
    `) as unknown as TypedDocumentString<MicroserviceContractsQuery, MicroserviceContractsQueryVariables>;
export const MicroserviceContractDocument = new TypedDocumentString(`
    query MicroserviceContract($engineId: ID!, $serviceId: ID!, $contractId: ID!) {
  microserviceContract(
    engineId: $engineId
    serviceId: $serviceId
    contractId: $contractId
  ) {
    id
    text
    format
  }
}
    `) as unknown as TypedDocumentString<MicroserviceContractQuery, MicroserviceContractQueryVariables>;
export const CreateMicroserviceDocument = new TypedDocumentString(`
    mutation CreateMicroservice($input: CreateMicroserviceInput!) {
  createMicroservice(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateMicroserviceMutation, CreateMicroserviceMutationVariables>;
export const DeleteMicroserviceDocument = new TypedDocumentString(`
    mutation DeleteMicroservice($input: DeleteMicroserviceInput!) {
  deleteMicroservice(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteMicroserviceMutation, DeleteMicroserviceMutationVariables>;
export const MicroserviceInstancesDocument = new TypedDocumentString(`
    query MicroserviceInstances($engineId: ID!, $after: String, $serviceId: ID, $search: String, $environment: String, $application: String) {
  microserviceInstances(
    engineId: $engineId
    first: 20
    after: $after
    serviceId: $serviceId
    search: $search
    environment: $environment
    application: $application
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      serviceId
      microservice
      application
      environment
      version
      hostName
      endpoints
      status
      zone
      region
      properties {
        key
        value
      }
      registeredAt
      updatedAt
    }
  }
}
    `) as unknown as TypedDocumentString<MicroserviceInstancesQuery, MicroserviceInstancesQueryVariables>;
export const RelatedMicroservicesDocument = new TypedDocumentString(`
    query RelatedMicroservices($engineId: ID!, $serviceId: ID!, $side: CallSide!, $after: String) {
  relatedMicroservices(
    engineId: $engineId
    serviceId: $serviceId
    side: $side
    first: 20
    after: $after
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      version
      application
      instances
      online
    }
  }
}
    `) as unknown as TypedDocumentString<RelatedMicroservicesQuery, RelatedMicroservicesQueryVariables>;
export const MicroservicesDocument = new TypedDocumentString(`
    query Microservices($engineId: ID!, $after: String, $search: String, $environment: String, $application: String, $microservice: String) {
  microservices(
    engineId: $engineId
    first: 20
    after: $after
    search: $search
    environment: $environment
    application: $application
    microservice: $microservice
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      version
      application
      environment
      instances
      online
      registeredBy
      framework {
        name
        version
      }
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<MicroservicesQuery, MicroservicesQueryVariables>;
export const AddMicroserviceTagDocument = new TypedDocumentString(`
    mutation AddMicroserviceTag($input: AddMicroserviceTagInput!) {
  addMicroserviceTag(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddMicroserviceTagMutation, AddMicroserviceTagMutationVariables>;
export const UpdateMicroserviceTagDocument = new TypedDocumentString(`
    mutation UpdateMicroserviceTag($input: UpdateMicroserviceTagInput!) {
  updateMicroserviceTag(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateMicroserviceTagMutation, UpdateMicroserviceTagMutationVariables>;
export const DeleteMicroserviceTagDocument = new TypedDocumentString(`
    mutation DeleteMicroserviceTag($input: DeleteMicroserviceTagInput!) {
  deleteMicroserviceTag(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteMicroserviceTagMutation, DeleteMicroserviceTagMutationVariables>;
export const MicroservicePageDocument = new TypedDocumentString(`
    query MicroservicePage($engineId: ID!, $serviceId: ID!) {
  engine(engineId: $engineId) {
    id
    name
    viewerCan {
      ...ConfigurationRights
      addMicroserviceTag {
        allowed
        reason
      }
      updateMicroserviceTag {
        allowed
        reason
      }
      deleteMicroserviceTag {
        allowed
        reason
      }
      deleteMicroservice {
        allowed
        reason
      }
      setMicroserviceInstanceStatus {
        allowed
        reason
      }
      ...GovernanceRights
      ...GrayRights
    }
  }
  microservice(engineId: $engineId, serviceId: $serviceId) {
    id
    name
    version
    alias
    application
    environment
    description
    registeredBy
    instances
    online
    createdAt
    framework {
      name
      version
    }
    properties {
      key
      value
    }
    tags {
      key
      value
    }
  }
}
    fragment ConfigurationRights on EnginePermissions {
  createConfigurationItem {
    allowed
    reason
  }
  updateConfigurationItem {
    allowed
    reason
  }
  deleteConfigurationItems {
    allowed
    reason
  }
  importConfiguration {
    allowed
    reason
  }
  rollbackConfigurationItem {
    allowed
    reason
  }
}
fragment GrayRights on EnginePermissions {
  createGrayRule {
    allowed
    reason
  }
  updateGrayRule {
    allowed
    reason
  }
  confirmGrayRule {
    allowed
    reason
  }
  deleteGrayRule {
    allowed
    reason
  }
}
fragment GovernanceRights on EnginePermissions {
  createGovernanceRule {
    allowed
    reason
  }
  updateGovernanceRule {
    allowed
    reason
  }
  deleteGovernanceRule {
    allowed
    reason
  }
}`) as unknown as TypedDocumentString<MicroservicePageQuery, MicroservicePageQueryVariables>;
export const SetInstanceStatusDocument = new TypedDocumentString(`
    mutation SetInstanceStatus($input: SetMicroserviceInstanceStatusInput!) {
  setMicroserviceInstanceStatus(input: $input) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<SetInstanceStatusMutation, SetInstanceStatusMutationVariables>;
export const DeleteConfigurationItemsDocument = new TypedDocumentString(`
    mutation DeleteConfigurationItems($input: DeleteConfigurationItemsInput!) {
  deleteConfigurationItems(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteConfigurationItemsMutation, DeleteConfigurationItemsMutationVariables>;
export const ImportConfigurationDocument = new TypedDocumentString(`
    mutation ImportConfiguration($input: ImportConfigurationInput!) {
  importConfiguration(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ImportConfigurationMutation, ImportConfigurationMutationVariables>;
export const SwitchConfigurationItemDocument = new TypedDocumentString(`
    mutation SwitchConfigurationItem($input: UpdateConfigurationItemInput!) {
  updateConfigurationItem(input: $input) {
    id
    status
  }
}
    `) as unknown as TypedDocumentString<SwitchConfigurationItemMutation, SwitchConfigurationItemMutationVariables>;
export const CreateConfigurationItemDocument = new TypedDocumentString(`
    mutation CreateConfigurationItem($input: CreateConfigurationItemInput!) {
  createConfigurationItem(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateConfigurationItemMutation, CreateConfigurationItemMutationVariables>;
export const UpdateConfigurationItemDocument = new TypedDocumentString(`
    mutation UpdateConfigurationItem($input: UpdateConfigurationItemInput!) {
  updateConfigurationItem(input: $input) {
    id
    value
    revision
  }
}
    `) as unknown as TypedDocumentString<UpdateConfigurationItemMutation, UpdateConfigurationItemMutationVariables>;
export const ConfigurationRevisionsDocument = new TypedDocumentString(`
    query ConfigurationRevisions($engineId: ID!, $itemId: ID!) {
  configurationRevisions(engineId: $engineId, itemId: $itemId) {
    revision
    value
    status
    deleted
    changedBy
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<ConfigurationRevisionsQuery, ConfigurationRevisionsQueryVariables>;
export const ConfigurationDifferenceDocument = new TypedDocumentString(`
    query ConfigurationDifference($engineId: ID!, $itemId: ID!, $from: Int!, $to: Int!) {
  configurationDifference(
    engineId: $engineId
    itemId: $itemId
    from: $from
    to: $to
  ) {
    change
    text
  }
}
    `) as unknown as TypedDocumentString<ConfigurationDifferenceQuery, ConfigurationDifferenceQueryVariables>;
export const RollbackConfigurationItemDocument = new TypedDocumentString(`
    mutation RollbackConfigurationItem($input: RollbackConfigurationItemInput!) {
  rollbackConfigurationItem(input: $input) {
    id
    revision
  }
}
    `) as unknown as TypedDocumentString<RollbackConfigurationItemMutation, RollbackConfigurationItemMutationVariables>;
export const ConfigurationItemsDocument = new TypedDocumentString(`
    query ConfigurationItems($engineId: ID!, $after: String, $search: String, $scope: String, $service: String, $application: String, $environment: String, $deleted: Boolean) {
  configurationItems(
    engineId: $engineId
    first: 20
    after: $after
    search: $search
    scope: $scope
    service: $service
    application: $application
    environment: $environment
    deleted: $deleted
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      key
      value
      valueType
      status
      scope
      environment
      revision
      deleted
      changedBy
      updatedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ConfigurationItemsQuery, ConfigurationItemsQueryVariables>;
export const ExportConfigurationDocument = new TypedDocumentString(`
    query ExportConfiguration($engineId: ID!, $scope: String!, $environment: String) {
  configurationExport(
    engineId: $engineId
    scope: $scope
    environment: $environment
  ) {
    file
    fileName
  }
}
    `) as unknown as TypedDocumentString<ExportConfigurationQuery, ExportConfigurationQueryVariables>;
export const EngineConsoleDocument = new TypedDocumentString(`
    query EngineConsole($engineId: ID!) {
  engine(engineId: $engineId) {
    id
    name
    state
    viewerCan {
      createMicroservice {
        allowed
        reason
      }
      setMicroserviceInstanceStatus {
        allowed
        reason
      }
      ...ConfigurationRights
    }
  }
}
    fragment ConfigurationRights on EnginePermissions {
  createConfigurationItem {
    allowed
    reason
  }
  updateConfigurationItem {
    allowed
    reason
  }
  deleteConfigurationItems {
    allowed
    reason
  }
  importConfiguration {
    allowed
    reason
  }
  rollbackConfigurationItem {
    allowed
    reason
  }
}`) as unknown as TypedDocumentString<EngineConsoleQuery, EngineConsoleQueryVariables>;
export const DashboardChangedDocument = new TypedDocumentString(`
    subscription DashboardChanged($engineId: ID!, $application: String, $search: String, $sort: GetDashboardSort) {
  dashboardChanged(
    engineId: $engineId
    application: $application
    search: $search
    sort: $sort
    first: 100
  ) {
    applications
    services {
      service
      application
      environment
      versions
      instances
      silentInstances
      throughput
      latencyMs
      p50Ms
      p90Ms
      p99Ms
      successRate
      calls
      failedCalls
      breakerOpen
      lastAt
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardChangedSubscription, DashboardChangedSubscriptionVariables>;
export const DashboardServiceChangedDocument = new TypedDocumentString(`
    subscription DashboardServiceChanged($engineId: ID!, $application: String!, $service: String!, $environment: String) {
  dashboardServiceChanged(
    engineId: $engineId
    application: $application
    service: $service
    environment: $environment
  ) {
    operations {
      name
      direction
      throughput
      latencyMs
      p99Ms
      successRate
      timeouts
      rejected
      breakerOpen
    }
    instances {
      instanceId
      host
      version
      silent
      throughput
      latencyMs
      successRate
      cpu
      threads
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardServiceChangedSubscription, DashboardServiceChangedSubscriptionVariables>;
export const FreePublicIpsDocument = new TypedDocumentString(`
    query FreePublicIps {
  resources(first: 200, kind: public_ip) {
    nodes {
      id
      name
      attributes {
        address
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FreePublicIpsQuery, FreePublicIpsQueryVariables>;
export const OpenEngineDocument = new TypedDocumentString(`
    mutation OpenEngine($input: OpenEnginePublicAccessInput!) {
  openEnginePublicAccess(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<OpenEngineMutation, OpenEngineMutationVariables>;
export const CloseEngineDocument = new TypedDocumentString(`
    mutation CloseEngine($input: CloseEnginePublicAccessInput!) {
  closeEnginePublicAccess(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<CloseEngineMutation, CloseEngineMutationVariables>;
export const NetworksForEngineDocument = new TypedDocumentString(`
    query NetworksForEngine {
  resources(first: 200) {
    nodes {
      id
      name
      kind
      vpc {
        id
      }
      attributes {
        cidr
        availabilityZone
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NetworksForEngineQuery, NetworksForEngineQueryVariables>;
export const CreateEngineDocument = new TypedDocumentString(`
    mutation CreateEngine($input: CreateEngineInput!) {
  createEngine(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateEngineMutation, CreateEngineMutationVariables>;
export const DeleteEngineDocument = new TypedDocumentString(`
    mutation DeleteEngine($input: DeleteEngineInput!) {
  deleteEngine(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<DeleteEngineMutation, DeleteEngineMutationVariables>;
export const UpdateEngineDocument = new TypedDocumentString(`
    mutation UpdateEngine($input: UpdateEngineInput!) {
  updateEngine(input: $input) {
    id
    description
  }
}
    `) as unknown as TypedDocumentString<UpdateEngineMutation, UpdateEngineMutationVariables>;
export const EngineListDocument = new TypedDocumentString(`
    query EngineList($after: String, $search: String) {
  engines(first: 20, after: $after, search: $search) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      ...EngineParts
      description
      zones
      createdAt
      addresses {
        url
        scope
      }
    }
  }
}
    fragment EngineParts on Engine {
  id
  name
  edition
  specification
  instanceQuota
  version
  state
  failure {
    code
    message
    service
  }
  upgrades {
    version
    notes
  }
  viewerCan {
    retryEngine {
      allowed
      reason
    }
    resizeEngine {
      allowed
      reason
    }
    upgradeEngine {
      allowed
      reason
    }
    deleteEngine {
      allowed
      reason
    }
  }
}`) as unknown as TypedDocumentString<EngineListQuery, EngineListQueryVariables>;
export const EnginePageDocument = new TypedDocumentString(`
    query EnginePage($engineId: ID!) {
  engine(engineId: $engineId) {
    ...EngineParts
    description
    zones
    authentication
    ipv6
    createdBy
    createdAt
    updatedAt
    vpc {
      id
      name
    }
    subnet {
      id
      name
    }
    publicIp {
      id
      name
    }
    addresses {
      url
      scope
      family
    }
    operation {
      id
      kind
      createdAt
    }
    viewerCan {
      updateEngine {
        allowed
        reason
      }
      openEnginePublicAccess {
        allowed
        reason
      }
      closeEnginePublicAccess {
        allowed
        reason
      }
    }
  }
}
    fragment EngineParts on Engine {
  id
  name
  edition
  specification
  instanceQuota
  version
  state
  failure {
    code
    message
    service
  }
  upgrades {
    version
    notes
  }
  viewerCan {
    retryEngine {
      allowed
      reason
    }
    resizeEngine {
      allowed
      reason
    }
    upgradeEngine {
      allowed
      reason
    }
    deleteEngine {
      allowed
      reason
    }
  }
}`) as unknown as TypedDocumentString<EnginePageQuery, EnginePageQueryVariables>;
export const EngineChangedDocument = new TypedDocumentString(`
    subscription EngineChanged($engineId: ID, $after: String) {
  engineChanged(engineId: $engineId, after: $after) {
    cursor
    engineId
    state
  }
}
    `) as unknown as TypedDocumentString<EngineChangedSubscription, EngineChangedSubscriptionVariables>;
export const EngineOperationsDocument = new TypedDocumentString(`
    query EngineOperations($engineId: ID!, $after: String) {
  engineOperations(engineId: $engineId, first: 20, after: $after) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      kind
      state
      startedBy
      createdAt
      endedAt
      failure {
        code
        message
        service
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EngineOperationsQuery, EngineOperationsQueryVariables>;
export const EngineOperationLogAddedDocument = new TypedDocumentString(`
    subscription EngineOperationLogAdded($operationId: ID!, $after: String) {
  engineOperationLogAdded(operationId: $operationId, after: $after) {
    cursor
    at
    level
    step
    message
  }
}
    `) as unknown as TypedDocumentString<EngineOperationLogAddedSubscription, EngineOperationLogAddedSubscriptionVariables>;
export const ResizeEngineDocument = new TypedDocumentString(`
    mutation ResizeEngine($input: ResizeEngineInput!) {
  resizeEngine(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ResizeEngineMutation, ResizeEngineMutationVariables>;
export const RetryEngineDocument = new TypedDocumentString(`
    mutation RetryEngine($input: RetryEngineInput!) {
  retryEngine(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RetryEngineMutation, RetryEngineMutationVariables>;
export const UpgradeEngineDocument = new TypedDocumentString(`
    mutation UpgradeEngine($input: UpgradeEngineInput!) {
  upgradeEngine(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<UpgradeEngineMutation, UpgradeEngineMutationVariables>;
export const ResetEngineAccountPasswordDocument = new TypedDocumentString(`
    mutation ResetEngineAccountPassword($input: ResetEngineAccountPasswordInput!) {
  resetEngineAccountPassword(input: $input) {
    name
  }
}
    `) as unknown as TypedDocumentString<ResetEngineAccountPasswordMutation, ResetEngineAccountPasswordMutationVariables>;
export const DeleteEngineAccountDocument = new TypedDocumentString(`
    mutation DeleteEngineAccount($input: DeleteEngineAccountInput!) {
  deleteEngineAccount(input: $input) {
    name
  }
}
    `) as unknown as TypedDocumentString<DeleteEngineAccountMutation, DeleteEngineAccountMutationVariables>;
export const CreateEngineAccountDocument = new TypedDocumentString(`
    mutation CreateEngineAccount($input: CreateEngineAccountInput!) {
  createEngineAccount(input: $input) {
    name
  }
}
    `) as unknown as TypedDocumentString<CreateEngineAccountMutation, CreateEngineAccountMutationVariables>;
export const UpdateEngineAccountDocument = new TypedDocumentString(`
    mutation UpdateEngineAccount($input: UpdateEngineAccountInput!) {
  updateEngineAccount(input: $input) {
    name
    roles
    status
  }
}
    `) as unknown as TypedDocumentString<UpdateEngineAccountMutation, UpdateEngineAccountMutationVariables>;
export const SetEngineAuthenticationDocument = new TypedDocumentString(`
    mutation SetEngineAuthentication($input: SetEngineAuthenticationInput!) {
  setEngineAuthentication(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<SetEngineAuthenticationMutation, SetEngineAuthenticationMutationVariables>;
export const DeleteEngineRoleDocument = new TypedDocumentString(`
    mutation DeleteEngineRole($input: DeleteEngineRoleInput!) {
  deleteEngineRole(input: $input) {
    name
  }
}
    `) as unknown as TypedDocumentString<DeleteEngineRoleMutation, DeleteEngineRoleMutationVariables>;
export const CreateEngineRoleDocument = new TypedDocumentString(`
    mutation CreateEngineRole($input: CreateEngineRoleInput!) {
  createEngineRole(input: $input) {
    name
  }
}
    `) as unknown as TypedDocumentString<CreateEngineRoleMutation, CreateEngineRoleMutationVariables>;
export const UpdateEngineRoleDocument = new TypedDocumentString(`
    mutation UpdateEngineRole($input: UpdateEngineRoleInput!) {
  updateEngineRole(input: $input) {
    name
  }
}
    `) as unknown as TypedDocumentString<UpdateEngineRoleMutation, UpdateEngineRoleMutationVariables>;
export const EngineSecurityDocument = new TypedDocumentString(`
    query EngineSecurity($engineId: ID!) {
  engine(engineId: $engineId) {
    id
    name
    authentication
    viewerCan {
      setEngineAuthentication {
        allowed
        reason
      }
      createEngineAccount {
        allowed
        reason
      }
      updateEngineAccount {
        allowed
        reason
      }
      resetEngineAccountPassword {
        allowed
        reason
      }
      deleteEngineAccount {
        allowed
        reason
      }
      createEngineRole {
        allowed
        reason
      }
      updateEngineRole {
        allowed
        reason
      }
      deleteEngineRole {
        allowed
        reason
      }
    }
  }
  engineAccounts(engineId: $engineId) {
    name
    roles
    status
    createdAt
    updatedAt
  }
  engineRoles(engineId: $engineId) {
    name
    builtIn
    permissions
  }
}
    `) as unknown as TypedDocumentString<EngineSecurityQuery, EngineSecurityQueryVariables>;
export const CreateEnvironmentDocument = new TypedDocumentString(`
    mutation CreateEnvironment($input: CreateEnvironmentInput!) {
  createEnvironment(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CreateEnvironmentMutation, CreateEnvironmentMutationVariables>;
export const DeleteEnvironmentDocument = new TypedDocumentString(`
    mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {
  deleteEnvironment(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteEnvironmentMutation, DeleteEnvironmentMutationVariables>;
export const DeleteResourceDocument = new TypedDocumentString(`
    mutation DeleteResource($input: DeleteResourceInput!) {
  deleteResource(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteResourceMutation, DeleteResourceMutationVariables>;
export const EnvironmentToEditDocument = new TypedDocumentString(`
    query EnvironmentToEdit($environmentId: ID!) {
  environment(environmentId: $environmentId) {
    id
    name
    description
    vpc {
      id
      name
    }
    resources {
      id
    }
    viewerCan {
      updateEnvironment {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EnvironmentToEditQuery, EnvironmentToEditQueryVariables>;
export const UpdateEnvironmentDocument = new TypedDocumentString(`
    mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {
  updateEnvironment(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<UpdateEnvironmentMutation, UpdateEnvironmentMutationVariables>;
export const EnvironmentChoicesDocument = new TypedDocumentString(`
    query EnvironmentChoices {
  environments(first: 200, orderBy: name) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<EnvironmentChoicesQuery, EnvironmentChoicesQueryVariables>;
export const VpcsDocument = new TypedDocumentString(`
    query Vpcs {
  resources(first: 200, kind: vpc) {
    nodes {
      id
      name
      attributes {
        cidr
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VpcsQuery, VpcsQueryVariables>;
export const EnvironmentListDocument = new TypedDocumentString(`
    query EnvironmentList($after: String, $search: String) {
  environments(first: 20, after: $after, search: $search) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      description
      createdAt
      vpc {
        id
        name
      }
      resources {
        id
        name
        kind
        role
      }
      viewerCan {
        updateEnvironment {
          allowed
          reason
        }
        deleteEnvironment {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EnvironmentListQuery, EnvironmentListQueryVariables>;
export const ResourcesOfVpcDocument = new TypedDocumentString(`
    query ResourcesOfVpc($vpcId: ID!) {
  resources(first: 200, vpcId: $vpcId) {
    nodes {
      id
      name
      kind
      selectionRefusal
      attributes {
        address
        engine
        host
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResourcesOfVpcQuery, ResourcesOfVpcQueryVariables>;
export const RegisterResourceDocument = new TypedDocumentString(`
    mutation RegisterResource($input: RegisterResourceInput!) {
  registerResource(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RegisterResourceMutation, RegisterResourceMutationVariables>;
export const UpdateResourceDocument = new TypedDocumentString(`
    mutation UpdateResource($input: UpdateResourceInput!) {
  updateResource(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateResourceMutation, UpdateResourceMutationVariables>;
export const ResourceChoicesDocument = new TypedDocumentString(`
    query ResourceChoices($kind: ResourceKind!, $vpcId: ID) {
  resources(first: 200, kind: $kind, vpcId: $vpcId) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ResourceChoicesQuery, ResourceChoicesQueryVariables>;
export const ResourceListDocument = new TypedDocumentString(`
    query ResourceList($after: String, $search: String, $kind: ResourceKind) {
  resources(first: 20, after: $after, search: $search, kind: $kind) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      kind
      createdAt
      agentId
      selectionRefusal
      vpc {
        id
        name
      }
      cluster {
        id
        name
      }
      attributes {
        address
        availabilityZone
        cidr
        database
        engine
        host
        ipv6DualStack
        port
        public
        region
        version
      }
      viewerCan {
        updateResource {
          allowed
          reason
        }
        deleteResource {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ResourceListQuery, ResourceListQueryVariables>;
export const DeleteGovernanceRuleDocument = new TypedDocumentString(`
    mutation DeleteGovernanceRule($input: DeleteGovernanceRuleInput!) {
  deleteGovernanceRule(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteGovernanceRuleMutation, DeleteGovernanceRuleMutationVariables>;
export const ConfirmGrayRuleDocument = new TypedDocumentString(`
    mutation ConfirmGrayRule($input: ConfirmGrayRuleInput!) {
  confirmGrayRule(input: $input) {
    id
    completedAt
  }
}
    `) as unknown as TypedDocumentString<ConfirmGrayRuleMutation, ConfirmGrayRuleMutationVariables>;
export const GrayParametersDocument = new TypedDocumentString(`
    query GrayParameters($engineId: ID!, $serviceId: ID!) {
  grayParameters(engineId: $engineId, serviceId: $serviceId) {
    name
    in
  }
}
    `) as unknown as TypedDocumentString<GrayParametersQuery, GrayParametersQueryVariables>;
export const DeleteGrayRuleDocument = new TypedDocumentString(`
    mutation DeleteGrayRule($input: DeleteGrayRuleInput!) {
  deleteGrayRule(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteGrayRuleMutation, DeleteGrayRuleMutationVariables>;
export const CreateGrayRuleDocument = new TypedDocumentString(`
    mutation CreateGrayRule($input: CreateGrayRuleInput!) {
  createGrayRule(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateGrayRuleMutation, CreateGrayRuleMutationVariables>;
export const UpdateGrayRuleDocument = new TypedDocumentString(`
    mutation UpdateGrayRule($input: UpdateGrayRuleInput!) {
  updateGrayRule(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateGrayRuleMutation, UpdateGrayRuleMutationVariables>;
export const GrayRulesDocument = new TypedDocumentString(`
    query GrayRules($engineId: ID!, $serviceId: ID!) {
  grayRules(engineId: $engineId, serviceId: $serviceId) {
    id
    name
    priority
    spec
    updatedBy
    updatedAt
    completedAt
  }
}
    `) as unknown as TypedDocumentString<GrayRulesQuery, GrayRulesQueryVariables>;
export const PreviewGrayRuleDocument = new TypedDocumentString(`
    query PreviewGrayRule($engineId: ID!, $serviceId: ID!, $ruleId: ID, $name: String, $priority: Int, $spec: GrayRuleSpecInput) {
  grayRulePreview(
    engineId: $engineId
    serviceId: $serviceId
    ruleId: $ruleId
    name: $name
    priority: $priority
    spec: $spec
  ) {
    ...PreviewParts
  }
}
    fragment PreviewParts on GovernancePreview {
  changes {
    scope
    environment
    key
    change
    before
    after
    readBy
  }
  notes {
    frameworks
    text {
      en
      zh
    }
  }
}`) as unknown as TypedDocumentString<PreviewGrayRuleQuery, PreviewGrayRuleQueryVariables>;
export const VersionsOfServiceDocument = new TypedDocumentString(`
    query VersionsOfService($engineId: ID!, $environment: String, $application: String, $microservice: String) {
  microservices(
    engineId: $engineId
    first: 100
    environment: $environment
    application: $application
    microservice: $microservice
  ) {
    nodes {
      id
      version
    }
  }
}
    `) as unknown as TypedDocumentString<VersionsOfServiceQuery, VersionsOfServiceQueryVariables>;
export const GovernanceKindsDocument = new TypedDocumentString(`
    query GovernanceKinds($engineId: ID!) {
  governanceKinds(engineId: $engineId) {
    kind
    governs
    methods
    title {
      en
      zh
    }
    fields {
      name
      kind
      description
      required
      min
      max
      unit
      default
      label {
        en
        zh
      }
      choices {
        value
        label {
          en
          zh
        }
      }
      when {
        field
        is
      }
    }
    prerequisites {
      frameworks
      setting
      text {
        en
        zh
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GovernanceKindsQuery, GovernanceKindsQueryVariables>;
export const ServicesToGovernDocument = new TypedDocumentString(`
    query ServicesToGovern($engineId: ID!, $environment: String, $application: String, $microservice: String, $search: String) {
  microservices(
    engineId: $engineId
    first: 100
    environment: $environment
    application: $application
    microservice: $microservice
    search: $search
  ) {
    nodes {
      id
      name
      application
      version
      contracts
    }
  }
}
    `) as unknown as TypedDocumentString<ServicesToGovernQuery, ServicesToGovernQueryVariables>;
export const OperationsToGovernDocument = new TypedDocumentString(`
    query OperationsToGovern($engineId: ID!, $serviceId: ID!, $contractId: ID!) {
  microserviceContract(
    engineId: $engineId
    serviceId: $serviceId
    contractId: $contractId
  ) {
    id
    operations {
      id
      method
      path
    }
  }
}
    `) as unknown as TypedDocumentString<OperationsToGovernQuery, OperationsToGovernQueryVariables>;
export const PreviewGovernanceRuleDocument = new TypedDocumentString(`
    query PreviewGovernanceRule($engineId: ID!, $serviceId: ID!, $kind: GovernanceKind!, $ruleId: ID, $spec: GovernanceSpecInput) {
  governanceRulePreview(
    engineId: $engineId
    serviceId: $serviceId
    kind: $kind
    ruleId: $ruleId
    spec: $spec
  ) {
    ...PreviewParts
  }
}
    fragment PreviewParts on GovernancePreview {
  changes {
    scope
    environment
    key
    change
    before
    after
    readBy
  }
  notes {
    frameworks
    text {
      en
      zh
    }
  }
}`) as unknown as TypedDocumentString<PreviewGovernanceRuleQuery, PreviewGovernanceRuleQueryVariables>;
export const CreateGovernanceRuleDocument = new TypedDocumentString(`
    mutation CreateGovernanceRule($input: CreateGovernanceRuleInput!) {
  createGovernanceRule(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateGovernanceRuleMutation, CreateGovernanceRuleMutationVariables>;
export const UpdateGovernanceRuleDocument = new TypedDocumentString(`
    mutation UpdateGovernanceRule($input: UpdateGovernanceRuleInput!) {
  updateGovernanceRule(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateGovernanceRuleMutation, UpdateGovernanceRuleMutationVariables>;
export const GovernanceRulesDocument = new TypedDocumentString(`
    query GovernanceRules($engineId: ID!, $serviceId: ID, $after: String) {
  governanceRules(
    engineId: $engineId
    serviceId: $serviceId
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      kind
      spec
      microservice
      application
      environment
      updatedBy
      updatedAt
    }
  }
}
    `) as unknown as TypedDocumentString<GovernanceRulesQuery, GovernanceRulesQueryVariables>;
export const AccountRightsDocument = new TypedDocumentString(`
    query AccountRights {
  viewer {
    id
    tenant {
      id
      viewerCan {
        createUser {
          allowed
          reason
        }
        createGroup {
          allowed
          reason
        }
        createPolicy {
          allowed
          reason
        }
        createDelegation {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountRightsQuery, AccountRightsQueryVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($ofAccount: Boolean!, $after: String, $from: String, $until: String, $actorKind: AuditActorKind, $actorId: ID, $actorName: String, $sourceIp: String, $operation: String, $targetKind: String, $targetId: ID, $result: AuditResult, $requestId: ID) {
  project: auditEvents(
    first: 50
    after: $after
    from: $from
    until: $until
    actorKind: $actorKind
    actorId: $actorId
    actorName: $actorName
    sourceIp: $sourceIp
    operation: $operation
    targetKind: $targetKind
    targetId: $targetId
    result: $result
    requestId: $requestId
  ) @skip(if: $ofAccount) {
    ...AuditParts
  }
  account: accountAuditEvents(
    first: 50
    after: $after
    from: $from
    until: $until
    actorKind: $actorKind
    actorId: $actorId
    actorName: $actorName
    sourceIp: $sourceIp
    operation: $operation
    targetKind: $targetKind
    targetId: $targetId
    result: $result
    requestId: $requestId
  ) @include(if: $ofAccount) {
    ...AuditParts
  }
}
    fragment AuditParts on AuditEventConnection {
  totalCount
  pageInfo {
    endCursor
    hasNextPage
  }
  nodes {
    seq
    at
    actorKind
    actorId
    actorName
    sourceIp
    operation
    targetKind
    targetId
    result
    requestId
    position
    hash
  }
}`) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const VerifyAuditTrailDocument = new TypedDocumentString(`
    query VerifyAuditTrail($ofAccount: Boolean!) {
  project: auditVerification @skip(if: $ofAccount) {
    ...VerificationParts
  }
  account: accountAuditVerification @include(if: $ofAccount) {
    ...VerificationParts
  }
}
    fragment VerificationParts on AuditVerification {
  intact
  rows
  head
  sealedUpTo
  broken {
    position
    seq
    operation
    reason
  }
}`) as unknown as TypedDocumentString<VerifyAuditTrailQuery, VerifyAuditTrailQueryVariables>;
export const AccessKeysDocument = new TypedDocumentString(`
    query AccessKeys {
  accessKeys {
    id
    description
    enabled
    system
    projectId
    createdAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<AccessKeysQuery, AccessKeysQueryVariables>;
export const CreateAccessKeyDocument = new TypedDocumentString(`
    mutation CreateAccessKey($input: CreateAccessKeyInput!) {
  createAccessKey(input: $input) {
    id
    secret
    fileName
    credentials
  }
}
    `) as unknown as TypedDocumentString<CreateAccessKeyMutation, CreateAccessKeyMutationVariables>;
export const EnableAccessKeyDocument = new TypedDocumentString(`
    mutation EnableAccessKey($input: EnableAccessKeyInput!) {
  enableAccessKey(input: $input) {
    id
    enabled
  }
}
    `) as unknown as TypedDocumentString<EnableAccessKeyMutation, EnableAccessKeyMutationVariables>;
export const DisableAccessKeyDocument = new TypedDocumentString(`
    mutation DisableAccessKey($input: DisableAccessKeyInput!) {
  disableAccessKey(input: $input) {
    id
    enabled
  }
}
    `) as unknown as TypedDocumentString<DisableAccessKeyMutation, DisableAccessKeyMutationVariables>;
export const DeleteAccessKeyDocument = new TypedDocumentString(`
    mutation DeleteAccessKey($input: DeleteAccessKeyInput!) {
  deleteAccessKey(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteAccessKeyMutation, DeleteAccessKeyMutationVariables>;
export const ApiTokensDocument = new TypedDocumentString(`
    query ApiTokens($after: String) {
  apiTokens(first: 20, after: $after) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      hint
      actions
      resources
      addresses
      requestsPerMinute
      createdAt
      expiresAt
      lastUsedAt
      revokedAt
      parentId
    }
  }
}
    `) as unknown as TypedDocumentString<ApiTokensQuery, ApiTokensQueryVariables>;
export const RevokeApiTokenDocument = new TypedDocumentString(`
    mutation RevokeApiToken($input: RevokeApiTokenInput!) {
  revokeApiToken(input: $input) {
    id
    revokedAt
  }
}
    `) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const SecondFactorsDocument = new TypedDocumentString(`
    query SecondFactors {
  secondFactors {
    totp
    passkeys
    recoveryCodesLeft
  }
}
    `) as unknown as TypedDocumentString<SecondFactorsQuery, SecondFactorsQueryVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const RemoveTotpDocument = new TypedDocumentString(`
    mutation RemoveTotp($input: RemoveTotpInput!) {
  removeTotp(input: $input) {
    totp
  }
}
    `) as unknown as TypedDocumentString<RemoveTotpMutation, RemoveTotpMutationVariables>;
export const NewRecoveryCodesDocument = new TypedDocumentString(`
    mutation NewRecoveryCodes($input: MakeNewRecoveryCodesInput!) {
  makeNewRecoveryCodes(input: $input) {
    recoveryCodes
  }
}
    `) as unknown as TypedDocumentString<NewRecoveryCodesMutation, NewRecoveryCodesMutationVariables>;
export const OwnSessionsDocument = new TypedDocumentString(`
    query OwnSessions {
  sessions {
    id
    client
    sourceIp
    method
    mfa
    current
    createdAt
    renewedAt
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<OwnSessionsQuery, OwnSessionsQueryVariables>;
export const EndSessionDocument = new TypedDocumentString(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndSessionMutation, EndSessionMutationVariables>;
export const EndOtherSessionsDocument = new TypedDocumentString(`
    mutation EndOtherSessions {
  endOtherSessions {
    ended
  }
}
    `) as unknown as TypedDocumentString<EndOtherSessionsMutation, EndOtherSessionsMutationVariables>;
export const PasskeysDocument = new TypedDocumentString(`
    query Passkeys {
  passkeys {
    id
    name
    createdAt
    lastUsedAt
  }
}
    `) as unknown as TypedDocumentString<PasskeysQuery, PasskeysQueryVariables>;
export const BeginPasskeyDocument = new TypedDocumentString(`
    mutation BeginPasskey($input: BeginPasskeyInput!) {
  beginPasskey(input: $input) {
    ticket
    options
  }
}
    `) as unknown as TypedDocumentString<BeginPasskeyMutation, BeginPasskeyMutationVariables>;
export const AddPasskeyDocument = new TypedDocumentString(`
    mutation AddPasskey($input: AddPasskeyInput!) {
  addPasskey(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddPasskeyMutation, AddPasskeyMutationVariables>;
export const DeletePasskeyDocument = new TypedDocumentString(`
    mutation DeletePasskey($input: DeletePasskeyInput!) {
  deletePasskey(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeletePasskeyMutation, DeletePasskeyMutationVariables>;
export const CreateProjectDocument = new TypedDocumentString(`
    mutation CreateProject($input: CreateProjectInput!) {
  createProject(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateProjectMutation, CreateProjectMutationVariables>;
export const RenameProjectDocument = new TypedDocumentString(`
    mutation RenameProject($input: RenameProjectInput!) {
  renameProject(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<RenameProjectMutation, RenameProjectMutationVariables>;
export const BeginTotpDocument = new TypedDocumentString(`
    mutation BeginTotp($input: BeginTotpInput!) {
  beginTotp(input: $input) {
    address
    secret
  }
}
    `) as unknown as TypedDocumentString<BeginTotpMutation, BeginTotpMutationVariables>;
export const ConfirmTotpDocument = new TypedDocumentString(`
    mutation ConfirmTotp($input: ConfirmTotpInput!) {
  confirmTotp(input: $input) {
    recoveryCodes
  }
}
    `) as unknown as TypedDocumentString<ConfirmTotpMutation, ConfirmTotpMutationVariables>;
export const CreateApiTokenDocument = new TypedDocumentString(`
    mutation CreateApiToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    id
    token
  }
}
    `) as unknown as TypedDocumentString<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const CreateDelegationDocument = new TypedDocumentString(`
    mutation CreateDelegation($input: CreateDelegationInput!) {
  createDelegation(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateDelegationMutation, CreateDelegationMutationVariables>;
export const DelegationListDocument = new TypedDocumentString(`
    query DelegationList($after: String) {
  delegations(first: 20, after: $after) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      description
      delegateId
      expiresAt
      createdAt
      project {
        id
        name
      }
      policies {
        id
        name
      }
      viewerCan {
        deleteDelegation {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DelegationListQuery, DelegationListQueryVariables>;
export const ReceivedDelegationsDocument = new TypedDocumentString(`
    query ReceivedDelegations {
  receivedDelegations {
    id
    name
    account
    projectId
    project
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ReceivedDelegationsQuery, ReceivedDelegationsQueryVariables>;
export const DeleteDelegationDocument = new TypedDocumentString(`
    mutation DeleteDelegation($input: DeleteDelegationInput!) {
  deleteDelegation(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteDelegationMutation, DeleteDelegationMutationVariables>;
export const ExplainPermissionDocument = new TypedDocumentString(`
    query ExplainPermission($subjectId: ID!, $action: String!, $projectId: ID, $resourceId: ID, $ofAccount: Boolean, $sourceIp: String, $at: String, $mfa: Boolean, $tags: [String!]) {
  explainPermission(
    subjectId: $subjectId
    action: $action
    projectId: $projectId
    resourceId: $resourceId
    ofAccount: $ofAccount
    sourceIp: $sourceIp
    at: $at
    mfa: $mfa
    tags: $tags
  ) {
    allowed
    action
    decidedOn
    path
    reason
    by {
      effect
      action
      resource
      condition
      source
      policy
      policyId
      statement
      group
      groupId
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainPermissionQuery, ExplainPermissionQueryVariables>;
export const DeleteGroupDocument = new TypedDocumentString(`
    mutation DeleteGroup($input: DeleteGroupInput!) {
  deleteGroup(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteGroupMutation, DeleteGroupMutationVariables>;
export const GrantPoliciesDocument = new TypedDocumentString(`
    mutation GrantPolicies($input: GrantPoliciesInput!) {
  grantPolicies(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<GrantPoliciesMutation, GrantPoliciesMutationVariables>;
export const GroupChoiceDocument = new TypedDocumentString(`
    query GroupChoice($search: String) {
  groups(first: 50, search: $search, orderBy: name) {
    nodes {
      id
      name
      description
    }
  }
}
    `) as unknown as TypedDocumentString<GroupChoiceQuery, GroupChoiceQueryVariables>;
export const CreateGroupDocument = new TypedDocumentString(`
    mutation CreateGroup($input: CreateGroupInput!) {
  createGroup(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateGroupMutation, CreateGroupMutationVariables>;
export const UpdateGroupDocument = new TypedDocumentString(`
    mutation UpdateGroup($input: UpdateGroupInput!) {
  updateGroup(input: $input) {
    id
    name
    description
  }
}
    `) as unknown as TypedDocumentString<UpdateGroupMutation, UpdateGroupMutationVariables>;
export const RevokeGrantDocument = new TypedDocumentString(`
    mutation RevokeGrant($input: RevokeGrantInput!) {
  revokeGrant(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RevokeGrantMutation, RevokeGrantMutationVariables>;
export const GroupListDocument = new TypedDocumentString(`
    query GroupList($after: String, $search: String) {
  groups(first: 20, after: $after, search: $search) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      description
      memberCount
      createdAt
      grants {
        id
        policy
      }
      viewerCan {
        updateGroup {
          allowed
          reason
        }
        deleteGroup {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupListQuery, GroupListQueryVariables>;
export const GroupMembersDocument = new TypedDocumentString(`
    query GroupMembers($groupId: ID!, $after: String, $search: String) {
  users(
    groupId: $groupId
    first: 20
    after: $after
    search: $search
    orderBy: name
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      description
      enabled
    }
  }
}
    `) as unknown as TypedDocumentString<GroupMembersQuery, GroupMembersQueryVariables>;
export const AddGroupMembersDocument = new TypedDocumentString(`
    mutation AddGroupMembers($input: AddGroupMembersInput!) {
  addGroupMembers(input: $input) {
    id
    memberCount
  }
}
    `) as unknown as TypedDocumentString<AddGroupMembersMutation, AddGroupMembersMutationVariables>;
export const RemoveGroupMemberDocument = new TypedDocumentString(`
    mutation RemoveGroupMember($input: RemoveGroupMemberInput!) {
  removeGroupMember(input: $input) {
    id
    memberCount
  }
}
    `) as unknown as TypedDocumentString<RemoveGroupMemberMutation, RemoveGroupMemberMutationVariables>;
export const GroupPageDocument = new TypedDocumentString(`
    query GroupPage($groupId: ID!) {
  group(groupId: $groupId) {
    id
    name
    description
    memberCount
    grants {
      id
      policy
      policyId
      createdAt
      project {
        id
        name
      }
    }
    viewerCan {
      updateGroup {
        allowed
        reason
      }
      deleteGroup {
        allowed
        reason
      }
      addGroupMembers {
        allowed
        reason
      }
      removeGroupMember {
        allowed
        reason
      }
      grantPolicies {
        allowed
        reason
      }
      revokeGrant {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupPageQuery, GroupPageQueryVariables>;
export const PolicyCatalogueDocument = new TypedDocumentString(`
    query PolicyCatalogue {
  policyCatalogue {
    actions {
      action
      service
      resource
      operation
      dependsOn
      impliedBy
    }
    resourceKinds
    conditions {
      key
      operators
      wanted
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyCatalogueQuery, PolicyCatalogueQueryVariables>;
export const CreatePolicyDocument = new TypedDocumentString(`
    mutation CreatePolicy($input: CreatePolicyInput!) {
  createPolicy(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreatePolicyMutation, CreatePolicyMutationVariables>;
export const PolicyChoiceDocument = new TypedDocumentString(`
    query PolicyChoice($search: String) {
  policies(first: 100, search: $search) {
    nodes {
      id
      name
      description
      system
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyChoiceQuery, PolicyChoiceQueryVariables>;
export const DraftPolicyDocument = new TypedDocumentString(`
    query DraftPolicy($document: JSON, $statements: [PolicyStatementInput!]) {
  draftPolicy(document: $document, statements: $statements) {
    document
    dependencies {
      statement
      action
      neededBy
      added
    }
  }
}
    `) as unknown as TypedDocumentString<DraftPolicyQuery, DraftPolicyQueryVariables>;
export const PolicyListDocument = new TypedDocumentString(`
    query PolicyList($after: String, $search: String, $system: Boolean) {
  policies(first: 20, after: $after, search: $search, system: $system) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      name
      description
      kind
      system
      updatedAt
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyListQuery, PolicyListQueryVariables>;
export const PolicyPageDocument = new TypedDocumentString(`
    query PolicyPage($policyId: ID!) {
  policy(policyId: $policyId) {
    id
    name
    description
    kind
    system
    document
    createdAt
    updatedAt
    viewerCan {
      updatePolicy {
        allowed
        reason
      }
      deletePolicy {
        allowed
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyPageQuery, PolicyPageQueryVariables>;
export const UpdatePolicyDocument = new TypedDocumentString(`
    mutation UpdatePolicy($input: UpdatePolicyInput!) {
  updatePolicy(input: $input) {
    id
    name
    description
    document
  }
}
    `) as unknown as TypedDocumentString<UpdatePolicyMutation, UpdatePolicyMutationVariables>;
export const DeletePolicyDocument = new TypedDocumentString(`
    mutation DeletePolicy($input: DeletePolicyInput!) {
  deletePolicy(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeletePolicyMutation, DeletePolicyMutationVariables>;
export const ProjectRightsDocument = new TypedDocumentString(`
    query ProjectRights($id: ID!) {
  node(id: $id) {
    ... on Project {
      id
      renameWarning
      viewerCan {
        createApplication {
          allowed
          reason
        }
        createEngine {
          allowed
          reason
        }
        createEnvironment {
          allowed
          reason
        }
        registerResource {
          allowed
          reason
        }
        cancelJobRun {
          allowed
          reason
        }
        rerunJobRun {
          allowed
          reason
        }
        renameProject {
          allowed
          reason
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectRightsQuery, ProjectRightsQueryVariables>;
export const SwitchUserDocument = new TypedDocumentString(`
    mutation SwitchUser($input: UpdateUserInput!) {
  updateUser(input: $input) {
    id
    enabled
  }
}
    `) as unknown as TypedDocumentString<SwitchUserMutation, SwitchUserMutationVariables>;
export const SetUserPasswordDocument = new TypedDocumentString(`
    mutation SetUserPassword($input: SetUserPasswordInput!) {
  setUserPassword(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetUserPasswordMutation, SetUserPasswordMutationVariables>;
export const ResetSecondFactorsDocument = new TypedDocumentString(`
    mutation ResetSecondFactors($input: ResetSecondFactorsInput!) {
  resetSecondFactors(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ResetSecondFactorsMutation, ResetSecondFactorsMutationVariables>;
export const LinkIdentityDocument = new TypedDocumentString(`
    mutation LinkIdentity($input: LinkIdentityInput!) {
  linkIdentity(input: $input) {
    subject
  }
}
    `) as unknown as TypedDocumentString<LinkIdentityMutation, LinkIdentityMutationVariables>;
export const DeleteUserDocument = new TypedDocumentString(`
    mutation DeleteUser($input: DeleteUserInput!) {
  deleteUser(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeleteUserMutation, DeleteUserMutationVariables>;
export const UserChoiceDocument = new TypedDocumentString(`
    query UserChoice($search: String) {
  users(first: 50, search: $search, orderBy: name) {
    nodes {
      id
      name
      description
    }
  }
}
    `) as unknown as TypedDocumentString<UserChoiceQuery, UserChoiceQueryVariables>;
export const CreateUserDocument = new TypedDocumentString(`
    mutation CreateUser($input: CreateUserInput!) {
  createUser(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateUserMutation, CreateUserMutationVariables>;
export const UpdateUserDocument = new TypedDocumentString(`
    mutation UpdateUser($input: UpdateUserInput!) {
  updateUser(input: $input) {
    id
    name
    description
    email
    phone
    enabled
    administrator
  }
}
    `) as unknown as TypedDocumentString<UpdateUserMutation, UpdateUserMutationVariables>;
export const UserListDocument = new TypedDocumentString(`
    query UserList($after: String, $search: String, $enabled: Boolean) {
  users(first: 20, after: $after, search: $search, enabled: $enabled) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      ...UserParts
      createdAt
      groups {
        id
        name
      }
    }
  }
}
    fragment UserParts on User {
  id
  name
  description
  email
  phone
  enabled
  administrator
  viewerCan {
    updateUser {
      allowed
      reason
    }
    setUserPassword {
      allowed
      reason
    }
    resetSecondFactors {
      allowed
      reason
    }
    linkIdentity {
      allowed
      reason
    }
    deleteUser {
      allowed
      reason
    }
  }
}`) as unknown as TypedDocumentString<UserListQuery, UserListQueryVariables>;
export const UserPageDocument = new TypedDocumentString(`
    query UserPage($userId: ID!) {
  user(userId: $userId) {
    ...UserParts
    createdAt
    updatedAt
    groups {
      id
      name
      description
    }
  }
}
    fragment UserParts on User {
  id
  name
  description
  email
  phone
  enabled
  administrator
  viewerCan {
    updateUser {
      allowed
      reason
    }
    setUserPassword {
      allowed
      reason
    }
    resetSecondFactors {
      allowed
      reason
    }
    linkIdentity {
      allowed
      reason
    }
    deleteUser {
      allowed
      reason
    }
  }
}`) as unknown as TypedDocumentString<UserPageQuery, UserPageQueryVariables>;
export const JoinGroupDocument = new TypedDocumentString(`
    mutation JoinGroup($input: AddGroupMembersInput!) {
  addGroupMembers(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<JoinGroupMutation, JoinGroupMutationVariables>;
export const LeaveGroupDocument = new TypedDocumentString(`
    mutation LeaveGroup($input: RemoveGroupMemberInput!) {
  removeGroupMember(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<LeaveGroupMutation, LeaveGroupMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    account
    accountId
    projectId
    projects {
      id
      name
      authorised
      delegatedBy
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const JobNumbersDocument = new TypedDocumentString(`
    query JobNumbers {
  jobStats {
    queuedRuns
    runningRuns
    completedInADay
    failedInADay
    dueCalls
    callsToRepeat
    timers
    lagMs
    appUnreachableSince
  }
}
    `) as unknown as TypedDocumentString<JobNumbersQuery, JobNumbersQueryVariables>;
export const JobRunListDocument = new TypedDocumentString(`
    query JobRunList($after: String, $state: JobRunState, $workflow: String) {
  jobRuns(first: 20, after: $after, state: $state, workflow: $workflow) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      workflow
      event
      state
      why
      error
      createdAt
      startedAt
      endedAt
    }
  }
}
    `) as unknown as TypedDocumentString<JobRunListQuery, JobRunListQueryVariables>;
export const JobRunPageDocument = new TypedDocumentString(`
    query JobRunPage($runId: ID!) {
  jobRun(runId: $runId) {
    id
    workflow
    event
    taskId
    state
    why
    note
    error
    nextAt
    createdAt
    startedAt
    endedAt
    input {
      text
      truncated
    }
    output {
      text
      truncated
    }
    attempts {
      stepId
      number
      httpStatus
      error
      beganAt
      endedAt
    }
    steps {
      id
      name
      kind
      state
      plannedAt
      endedAt
      wakesAt
      awaited
      output {
        text
        truncated
      }
      error {
        text
        truncated
      }
      attempts {
        number
        httpStatus
        error
        beganAt
        endedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<JobRunPageQuery, JobRunPageQueryVariables>;
export const TaskOfRunDocument = new TypedDocumentString(`
    query TaskOfRun($taskId: ID!) {
  task(taskId: $taskId) {
    id
    kind
    instanceId
    instanceName
  }
}
    `) as unknown as TypedDocumentString<TaskOfRunQuery, TaskOfRunQueryVariables>;
export const CancelJobRunDocument = new TypedDocumentString(`
    mutation CancelJobRun($input: CancelJobRunInput!) {
  cancelJobRun(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CancelJobRunMutation, CancelJobRunMutationVariables>;
export const RerunJobRunDocument = new TypedDocumentString(`
    mutation RerunJobRun($input: RerunJobRunInput!) {
  rerunJobRun(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RerunJobRunMutation, RerunJobRunMutationVariables>;
export const FindApplicationsDocument = new TypedDocumentString(`
    query FindApplications($search: String!) {
  found: applications(first: 5, search: $search) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindApplicationsQuery, FindApplicationsQueryVariables>;
export const FindInstancesDocument = new TypedDocumentString(`
    query FindInstances($search: String!) {
  found: instances(first: 5, search: $search) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindInstancesQuery, FindInstancesQueryVariables>;
export const FindEnvironmentsDocument = new TypedDocumentString(`
    query FindEnvironments($search: String!) {
  found: environments(first: 5, search: $search) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindEnvironmentsQuery, FindEnvironmentsQueryVariables>;
export const FindUsersDocument = new TypedDocumentString(`
    query FindUsers($search: String!) {
  found: users(first: 5, search: $search) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindUsersQuery, FindUsersQueryVariables>;
export const FindGroupsDocument = new TypedDocumentString(`
    query FindGroups($search: String!) {
  found: groups(first: 5, search: $search) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindGroupsQuery, FindGroupsQueryVariables>;
export const FindPoliciesDocument = new TypedDocumentString(`
    query FindPolicies($search: String!) {
  found: policies(first: 5, search: $search) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FindPoliciesQuery, FindPoliciesQueryVariables>;
export const AddAccessDocument = new TypedDocumentString(`
    mutation AddAccess($input: AddAccessInput!) {
  addAccess(input: $input) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<AddAccessMutation, AddAccessMutationVariables>;
export const RemoveAccessDocument = new TypedDocumentString(`
    mutation RemoveAccess($input: RemoveAccessInput!) {
  removeAccess(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<RemoveAccessMutation, RemoveAccessMutationVariables>;
export const InstanceEventsDocument = new TypedDocumentString(`
    query InstanceEvents($instanceId: ID!, $replicaId: ID, $type: EventType) {
  instanceEvents(
    instanceId: $instanceId
    replicaId: $replicaId
    type: $type
    first: 200
  ) {
    replicaId
    type
    reason
    message
    at
  }
}
    `) as unknown as TypedDocumentString<InstanceEventsQuery, InstanceEventsQueryVariables>;
export const InstancePageDocument = new TypedDocumentString(`
    query InstancePage($instanceId: ID!) {
  instance(instanceId: $instanceId) {
    ...InstanceMenuParts
    failure
    revision
    ready
    deploySystem
    scaleInWindow
    createdBy
    createdAt
    updatedAt
    application {
      id
      name
    }
    component {
      id
      name
      type
      runtime
    }
    environment {
      id
      name
    }
    replicaList {
      id
      revision
      state
      ready
      port
      restarts
      startedAt
      message
    }
    accesses {
      ...AccessParts
    }
    revisions {
      number
      version
      description
      restores
      proven
      createdBy
      createdAt
      settings
    }
    viewerCan {
      addAccess {
        allowed
        reason
      }
      removeAccess {
        allowed
        reason
      }
    }
  }
  tasks(instanceId: $instanceId, first: 1) {
    nodes {
      id
      kind
      state
      createdAt
      startedBy
      failure
      endedAt
    }
  }
}
    fragment AccessParts on Access {
  id
  name
  mode
  protocol
  containerPort
  accessPort
  address
  addresses
}
fragment InstanceMenuParts on Instance {
  id
  name
  state
  version
  replicas
  component {
    id
    name
  }
  viewerCan {
    upgradeInstance {
      allowed
      reason
    }
    scaleInstance {
      allowed
      reason
    }
    startInstance {
      allowed
      reason
    }
    stopInstance {
      allowed
      reason
    }
    restartInstance {
      allowed
      reason
    }
    rollbackInstance {
      allowed
      reason
    }
    deleteInstance {
      allowed
      reason
    }
  }
}`) as unknown as TypedDocumentString<InstancePageQuery, InstancePageQueryVariables>;
export const StartInstanceDocument = new TypedDocumentString(`
    mutation StartInstance($input: StartInstanceInput!) {
  startInstance(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<StartInstanceMutation, StartInstanceMutationVariables>;
export const StopInstanceDocument = new TypedDocumentString(`
    mutation StopInstance($input: StopInstanceInput!) {
  stopInstance(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<StopInstanceMutation, StopInstanceMutationVariables>;
export const RestartInstanceDocument = new TypedDocumentString(`
    mutation RestartInstance($input: RestartInstanceInput!) {
  restartInstance(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<RestartInstanceMutation, RestartInstanceMutationVariables>;
export const ScaleInstanceDocument = new TypedDocumentString(`
    mutation ScaleInstance($input: ScaleInstanceInput!) {
  scaleInstance(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ScaleInstanceMutation, ScaleInstanceMutationVariables>;
export const DeleteInstanceDocument = new TypedDocumentString(`
    mutation DeleteInstance($input: DeleteInstanceInput!) {
  deleteInstance(input: $input) {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<DeleteInstanceMutation, DeleteInstanceMutationVariables>;
export const RunLogDocument = new TypedDocumentString(`
    query RunLog($instanceId: ID!, $replicaId: ID, $file: String, $from: String, $to: String, $search: String, $before: String, $last: Int) {
  runLog(
    instanceId: $instanceId
    replicaId: $replicaId
    file: $file
    from: $from
    to: $to
    search: $search
    before: $before
    last: $last
  ) {
    cursor
    at
    replicaId
    file
    text
  }
}
    `) as unknown as TypedDocumentString<RunLogQuery, RunLogQueryVariables>;
export const RunLogAddedDocument = new TypedDocumentString(`
    subscription RunLogAdded($instanceId: ID!, $replicaId: ID, $file: String, $after: String) {
  runLogAdded(
    instanceId: $instanceId
    replicaId: $replicaId
    file: $file
    after: $after
  ) {
    cursor
    at
    replicaId
    file
    text
  }
}
    `) as unknown as TypedDocumentString<RunLogAddedSubscription, RunLogAddedSubscriptionVariables>;
export const LogFilesDocument = new TypedDocumentString(`
    query LogFiles($instanceId: ID!) {
  logFiles(instanceId: $instanceId) {
    replicaId
    file
    running
  }
}
    `) as unknown as TypedDocumentString<LogFilesQuery, LogFilesQueryVariables>;
export const InstanceTasksDocument = new TypedDocumentString(`
    query InstanceTasks($instanceId: ID!, $after: String) {
  tasks(instanceId: $instanceId, first: 20, after: $after) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      kind
      state
      failure
      startedBy
      createdAt
      endedAt
    }
  }
}
    `) as unknown as TypedDocumentString<InstanceTasksQuery, InstanceTasksQueryVariables>;
export const TaskLogAddedDocument = new TypedDocumentString(`
    subscription TaskLogAdded($taskId: ID!, $after: String) {
  taskLogAdded(taskId: $taskId, after: $after) {
    cursor
    at
    level
    message
  }
}
    `) as unknown as TypedDocumentString<TaskLogAddedSubscription, TaskLogAddedSubscriptionVariables>;
export const TaskLogDocument = new TypedDocumentString(`
    query TaskLog($taskId: ID!) {
  taskLog(taskId: $taskId) {
    cursor
    at
    level
    message
  }
}
    `) as unknown as TypedDocumentString<TaskLogQuery, TaskLogQueryVariables>;
export const RollbackInstanceDocument = new TypedDocumentString(`
    mutation RollbackInstance($input: RollbackInstanceInput!) {
  rollbackInstance(input: $input) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<RollbackInstanceMutation, RollbackInstanceMutationVariables>;
export const OverviewFailedDocument = new TypedDocumentString(`
    query OverviewFailed {
  tasks(first: 10, state: failed) {
    nodes {
      id
      kind
      instanceId
      instanceName
      failure
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewFailedQuery, OverviewFailedQueryVariables>;
export const OverviewHealthDocument = new TypedDocumentString(`
    query OverviewHealth {
  instances(first: 200) {
    totalCount
    nodes {
      id
      state
      failure
      ready
      replicas
      component {
        id
        name
      }
      environment {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewHealthQuery, OverviewHealthQueryVariables>;
export const OverviewCountsDocument = new TypedDocumentString(`
    query OverviewCounts {
  applications(first: 1) {
    totalCount
    nodes {
      id
    }
  }
  environments(first: 1) {
    totalCount
    nodes {
      id
    }
  }
  instances(first: 1) {
    totalCount
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewCountsQuery, OverviewCountsQueryVariables>;
export const OverviewTasksDocument = new TypedDocumentString(`
    query OverviewTasks {
  tasks(first: 20) {
    nodes {
      id
      kind
      state
      instanceId
      instanceName
      startedBy
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewTasksQuery, OverviewTasksQueryVariables>;