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

/** What deleteEnvironment needs */
export type DeleteEnvironmentInput = {
  /** The id of the environment */
  environmentId: string;
};

/** What deleteInstance needs */
export type DeleteInstanceInput = {
  /** The instance's name, typed to confirm */
  confirm: string;
  /** The id of the instance */
  instanceId: string;
};

/** What deleteResource needs */
export type DeleteResourceInput = {
  /** The id of the resource */
  resourceId: string;
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

/** How many may be missing during a rolling upgrade (OPS-27) */
export type MaxUnavailableInput = {
  percent?: boolean | null | undefined;
  value: number;
};

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

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, account: string, projectId: string, projects: Array<{ id: string, name: string }> } };

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
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    account
    projectId
    projects {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
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