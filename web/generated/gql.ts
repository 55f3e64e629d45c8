/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  subscription InstanceChanges($instanceId: ID, $environmentId: ID, $after: String) {\n    instanceChanged(instanceId: $instanceId, environmentId: $environmentId, after: $after) { cursor instanceId state }\n  }\n": typeof types.InstanceChangesDocument,
    "mutation CreateApplication($input: CreateApplicationInput!) { createApplication(input: $input) { id name } }": typeof types.CreateApplicationDocument,
    "mutation UpdateApplication($input: UpdateApplicationInput!) { updateApplication(input: $input) { id name description } }": typeof types.UpdateApplicationDocument,
    "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdBy createdAt updatedAt\n        viewerCan { updateApplication { allowed reason } deleteApplication { allowed reason } }\n      }\n    }\n  }\n": typeof types.ApplicationListDocument,
    "\n  query ApplicationVariables($applicationId: ID!, $environmentId: ID!) { applicationVariables(applicationId: $applicationId, environmentId: $environmentId) { key value } }\n": typeof types.ApplicationVariablesDocument,
    "mutation SetApplicationVariables($input: SetApplicationVariablesInput!) { setApplicationVariables(input: $input) { key value } }": typeof types.SetApplicationVariablesDocument,
    "\n  query ApplicationPage($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id name description\n      viewerCan {\n        createComponent { allowed reason } deleteApplication { allowed reason } updateApplication { allowed reason }\n        setApplicationVariables { allowed reason }\n      }\n    }\n  }\n": typeof types.ApplicationPageDocument,
    "mutation DeleteApplication($input: DeleteApplicationInput!) { deleteApplication(input: $input) { id } }": typeof types.DeleteApplicationDocument,
    "\n  query EnvironmentView($applicationId: ID!, $environmentId: ID!) {\n    instances(first: 200, applicationId: $applicationId, environmentId: $environmentId) {\n      nodes {\n        ...InstanceMenuParts\n        failure revision ready replicas updatedAt deploySystem\n        component { id name type runtime }\n        accesses { id address }\n      }\n    }\n  }\n": typeof types.EnvironmentViewDocument,
    "\n  query ComponentList($applicationId: ID!, $after: String, $search: String, $orderBy: ListComponentsOrderBy) {\n    components(applicationId: $applicationId, first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name type runtime framework createdAt\n        source { kind repository package { id fileName size } }\n        instances { id state failure version environment { id name } }\n        viewerCan { deployComponent { allowed reason } updateComponentSource { allowed reason } deleteComponent { allowed reason } }\n      }\n    }\n  }\n": typeof types.ComponentListDocument,
    "\n  query ComponentPage($componentId: ID!) {\n    component(componentId: $componentId) {\n      id name description type runtime framework createdBy createdAt\n      application { id name }\n      source { kind repository package { id fileName size } }\n      python { framework module variable }\n      instances { ...InstanceMenuParts failure ready updatedAt environment { id name } accesses { ...AccessParts } }\n      viewerCan { deployComponent { allowed reason } updateComponentSource { allowed reason } deleteComponent { allowed reason } }\n    }\n  }\n": typeof types.ComponentPageDocument,
    "\n  query ApplicationForComponent($applicationId: ID!) { application(applicationId: $applicationId) { id name viewerCan { createComponent { allowed reason } } } }\n": typeof types.ApplicationForComponentDocument,
    "mutation CreateComponent($input: CreateComponentInput!) { createComponent(input: $input) { id name } }": typeof types.CreateComponentDocument,
    "mutation DeleteComponents($input: DeleteComponentsInput!) { deleteComponents(input: $input) { id done code message } }": typeof types.DeleteComponentsDocument,
    "mutation DeleteComponentTemplate($input: DeleteComponentTemplateInput!) { deleteComponentTemplate(input: $input) { id } }": typeof types.DeleteComponentTemplateDocument,
    "\n  query ComponentOptions {\n    runtimes { id label family packageKind packageHelp vmDeployable hasJvm hasServerXml asksPythonFramework defaultPort }\n    componentOptions {\n      frameworks { id label }\n      pythonFrameworks { name asksModule }\n      templates { name type runtime framework frameworkLabel }\n      combinations { type framework runtime sources }\n    }\n    componentTemplates(first: 100) { nodes { id name type runtime framework } }\n  }\n": typeof types.ComponentOptionsDocument,
    "\n  query ReadyPackages($format: PackageFormat, $search: String) {\n    packages(first: 50, state: ready, format: $format, search: $search) { nodes { id fileName size createdAt createdBy } }\n  }\n": typeof types.ReadyPackagesDocument,
    "query ChosenPackage($packageId: ID!) { package(packageId: $packageId) { id fileName size createdAt createdBy } }": typeof types.ChosenPackageDocument,
    "query ClustersToBuild { resources(first: 200, kind: cluster) { nodes { id name } } }": typeof types.ClustersToBuildDocument,
    "mutation UpgradeComponents($input: UpgradeComponentsInput!) { upgradeComponents(input: $input) { id done code message } }": typeof types.UpgradeComponentsDocument,
    "\n  mutation StartUpload($input: StartPackageUploadInput!) { startPackageUpload(input: $input) { package { id } url partSize parts { number url } } }\n": typeof types.StartUploadDocument,
    "\n  mutation CompleteUpload($input: CompletePackageUploadInput!) { completePackageUpload(input: $input) { id fileName state refusal size format } }\n": typeof types.CompleteUploadDocument,
    "mutation AbortUpload($input: AbortPackageUploadInput!) { abortPackageUpload(input: $input) { id } }": typeof types.AbortUploadDocument,
    "\n  query EnvironmentResources($environmentId: ID!) { environment(environmentId: $environmentId) { id name resources { id name kind attributes { engine address } } } }\n": typeof types.EnvironmentResourcesDocument,
    "mutation CloneToEnvironment($input: CloneToEnvironmentInput!) { cloneToEnvironment(input: $input) { id done code message } }": typeof types.CloneToEnvironmentDocument,
    "\n  query DeploySummary($environmentId: ID!, $packageId: ID!, $withPackage: Boolean!) {\n    environment(environmentId: $environmentId) { id name resources { id name } }\n    package(packageId: $packageId) @include(if: $withPackage) { id fileName }\n  }\n": typeof types.DeploySummaryDocument,
    "\n  query ComponentToDeploy($componentId: ID!) {\n    component(componentId: $componentId) {\n      id name runtime type\n      application { id name }\n      source { kind package { id fileName } }\n      instances { id environment { id name } }\n      viewerCan { deployComponent { allowed reason } }\n    }\n  }\n": typeof types.ComponentToDeployDocument,
    "mutation DeployComponent($input: DeployComponentInput!) { deployComponent(input: $input) { id name } }": typeof types.DeployComponentDocument,
    "mutation UpgradeInstances($input: UpgradeInstancesInput!) { upgradeInstances(input: $input) { id done code message } }": typeof types.UpgradeInstancesDocument,
    "\n  query InstanceToUpgrade($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      id name version revision deploySystem scaleInWindow\n      application { id name }\n      component { id name runtime source { kind } }\n      environment { id name }\n      revisions { number settings }\n      viewerCan { upgradeInstance { allowed reason } }\n    }\n  }\n": typeof types.InstanceToUpgradeDocument,
    "mutation UpgradeInstance($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { id version } }": typeof types.UpgradeInstanceDocument,
    "mutation CreateEnvironment($input: CreateEnvironmentInput!) { createEnvironment(input: $input) { id name } }": typeof types.CreateEnvironmentDocument,
    "mutation DeleteEnvironment($input: DeleteEnvironmentInput!) { deleteEnvironment(input: $input) { id } }": typeof types.DeleteEnvironmentDocument,
    "mutation DeleteResource($input: DeleteResourceInput!) { deleteResource(input: $input) { id } }": typeof types.DeleteResourceDocument,
    "\n  query EnvironmentToEdit($environmentId: ID!) {\n    environment(environmentId: $environmentId) { id name description vpc { id name } resources { id } viewerCan { updateEnvironment { allowed reason } } }\n  }\n": typeof types.EnvironmentToEditDocument,
    "mutation UpdateEnvironment($input: UpdateEnvironmentInput!) { updateEnvironment(input: $input) { id name } }": typeof types.UpdateEnvironmentDocument,
    "query EnvironmentChoices { environments(first: 200, orderBy: name) { nodes { id name } } }": typeof types.EnvironmentChoicesDocument,
    "query Vpcs { resources(first: 200, kind: vpc) { nodes { id name attributes { cidr } } } }": typeof types.VpcsDocument,
    "\n  query EnvironmentList($after: String, $search: String) {\n    environments(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdAt\n        vpc { id name }\n        resources { id name kind role }\n        viewerCan { updateEnvironment { allowed reason } deleteEnvironment { allowed reason } }\n      }\n    }\n  }\n": typeof types.EnvironmentListDocument,
    "\n  query ResourcesOfVpc($vpcId: ID!) {\n    resources(first: 200, vpcId: $vpcId) { nodes { id name kind selectionRefusal attributes { address engine host } } }\n  }\n": typeof types.ResourcesOfVpcDocument,
    "mutation RegisterResource($input: RegisterResourceInput!) { registerResource(input: $input) { id } }": typeof types.RegisterResourceDocument,
    "mutation UpdateResource($input: UpdateResourceInput!) { updateResource(input: $input) { id } }": typeof types.UpdateResourceDocument,
    "query ResourceChoices($kind: ResourceKind!, $vpcId: ID) { resources(first: 200, kind: $kind, vpcId: $vpcId) { nodes { id name } } }": typeof types.ResourceChoicesDocument,
    "\n  query ResourceList($after: String, $search: String, $kind: ResourceKind) {\n    resources(first: 20, after: $after, search: $search, kind: $kind) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name kind createdAt agentId selectionRefusal\n        vpc { id name }\n        cluster { id name }\n        attributes { address availabilityZone cidr database engine host ipv6DualStack port public region version }\n        viewerCan { updateResource { allowed reason } deleteResource { allowed reason } }\n      }\n    }\n  }\n": typeof types.ResourceListDocument,
    "query Viewer { viewer { id name account projectId projects { id name } } }": typeof types.ViewerDocument,
    "mutation AddAccess($input: AddAccessInput!) { addAccess(input: $input) { id name } }": typeof types.AddAccessDocument,
    "mutation RemoveAccess($input: RemoveAccessInput!) { removeAccess(input: $input) { id } }": typeof types.RemoveAccessDocument,
    "fragment AccessParts on Access { id name mode protocol containerPort accessPort address addresses }": typeof types.AccessPartsFragmentDoc,
    "\n  query InstanceEvents($instanceId: ID!, $replicaId: ID, $type: EventType) {\n    instanceEvents(instanceId: $instanceId, replicaId: $replicaId, type: $type, first: 200) { replicaId type reason message at }\n  }\n": typeof types.InstanceEventsDocument,
    "\n  fragment InstanceMenuParts on Instance {\n    id name state version replicas\n    component { id name }\n    viewerCan {\n      upgradeInstance { allowed reason } scaleInstance { allowed reason } startInstance { allowed reason } stopInstance { allowed reason }\n      restartInstance { allowed reason } rollbackInstance { allowed reason } deleteInstance { allowed reason }\n    }\n  }\n": typeof types.InstanceMenuPartsFragmentDoc,
    "\n  query InstancePage($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      ...InstanceMenuParts\n      failure revision ready deploySystem scaleInWindow createdBy createdAt updatedAt\n      application { id name }\n      component { id name type runtime }\n      environment { id name }\n      replicaList { id revision state ready port restarts startedAt message }\n      accesses { ...AccessParts }\n      revisions { number version description restores proven createdBy createdAt settings }\n      viewerCan { addAccess { allowed reason } removeAccess { allowed reason } }\n    }\n    tasks(instanceId: $instanceId, first: 1) { nodes { id kind state createdAt startedBy failure endedAt } }\n  }\n": typeof types.InstancePageDocument,
    "mutation StartInstance($input: StartInstanceInput!) { startInstance(input: $input) { id state } }": typeof types.StartInstanceDocument,
    "mutation StopInstance($input: StopInstanceInput!) { stopInstance(input: $input) { id state } }": typeof types.StopInstanceDocument,
    "mutation RestartInstance($input: RestartInstanceInput!) { restartInstance(input: $input) { id state } }": typeof types.RestartInstanceDocument,
    "mutation ScaleInstance($input: ScaleInstanceInput!) { scaleInstance(input: $input) { id state } }": typeof types.ScaleInstanceDocument,
    "mutation DeleteInstance($input: DeleteInstanceInput!) { deleteInstance(input: $input) { id state } }": typeof types.DeleteInstanceDocument,
    "\n  query RunLog($instanceId: ID!, $replicaId: ID, $file: String, $from: String, $to: String, $search: String, $before: String, $last: Int) {\n    runLog(instanceId: $instanceId, replicaId: $replicaId, file: $file, from: $from, to: $to, search: $search, before: $before, last: $last) { cursor at replicaId file text }\n  }\n": typeof types.RunLogDocument,
    "\n  subscription RunLogAdded($instanceId: ID!, $replicaId: ID, $file: String, $after: String) {\n    runLogAdded(instanceId: $instanceId, replicaId: $replicaId, file: $file, after: $after) { cursor at replicaId file text }\n  }\n": typeof types.RunLogAddedDocument,
    "query LogFiles($instanceId: ID!) { logFiles(instanceId: $instanceId) { replicaId file running } }": typeof types.LogFilesDocument,
    "\n  query InstanceTasks($instanceId: ID!, $after: String) {\n    tasks(instanceId: $instanceId, first: 20, after: $after) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes { id kind state failure startedBy createdAt endedAt }\n    }\n  }\n": typeof types.InstanceTasksDocument,
    "subscription TaskLog($taskId: ID!, $after: String) { taskLogAdded(taskId: $taskId, after: $after) { cursor at level message } }": typeof types.TaskLogDocument,
    "mutation RollbackInstance($input: RollbackInstanceInput!) { rollbackInstance(input: $input) { id version } }": typeof types.RollbackInstanceDocument,
    "\n  query OverviewCounts { applications(first: 1) { totalCount nodes { id } } environments(first: 1) { totalCount nodes { id } } instances(first: 1) { totalCount nodes { id } } }\n": typeof types.OverviewCountsDocument,
    "\n  query OverviewHealth { instances(first: 200) { totalCount nodes { id state failure version ready replicas updatedAt component { id name } environment { id name } application { id name } } } }\n": typeof types.OverviewHealthDocument,
    "\n  query OverviewTasks { tasks(first: 20) { nodes { id kind state failure instanceId instanceName startedBy createdAt endedAt } } }\n": typeof types.OverviewTasksDocument,
    "query OverviewFailed { tasks(first: 10, state: failed) { nodes { id kind instanceId instanceName failure createdAt } } }": typeof types.OverviewFailedDocument,
};
const documents: Documents = {
    "\n  subscription InstanceChanges($instanceId: ID, $environmentId: ID, $after: String) {\n    instanceChanged(instanceId: $instanceId, environmentId: $environmentId, after: $after) { cursor instanceId state }\n  }\n": types.InstanceChangesDocument,
    "mutation CreateApplication($input: CreateApplicationInput!) { createApplication(input: $input) { id name } }": types.CreateApplicationDocument,
    "mutation UpdateApplication($input: UpdateApplicationInput!) { updateApplication(input: $input) { id name description } }": types.UpdateApplicationDocument,
    "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdBy createdAt updatedAt\n        viewerCan { updateApplication { allowed reason } deleteApplication { allowed reason } }\n      }\n    }\n  }\n": types.ApplicationListDocument,
    "\n  query ApplicationVariables($applicationId: ID!, $environmentId: ID!) { applicationVariables(applicationId: $applicationId, environmentId: $environmentId) { key value } }\n": types.ApplicationVariablesDocument,
    "mutation SetApplicationVariables($input: SetApplicationVariablesInput!) { setApplicationVariables(input: $input) { key value } }": types.SetApplicationVariablesDocument,
    "\n  query ApplicationPage($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id name description\n      viewerCan {\n        createComponent { allowed reason } deleteApplication { allowed reason } updateApplication { allowed reason }\n        setApplicationVariables { allowed reason }\n      }\n    }\n  }\n": types.ApplicationPageDocument,
    "mutation DeleteApplication($input: DeleteApplicationInput!) { deleteApplication(input: $input) { id } }": types.DeleteApplicationDocument,
    "\n  query EnvironmentView($applicationId: ID!, $environmentId: ID!) {\n    instances(first: 200, applicationId: $applicationId, environmentId: $environmentId) {\n      nodes {\n        ...InstanceMenuParts\n        failure revision ready replicas updatedAt deploySystem\n        component { id name type runtime }\n        accesses { id address }\n      }\n    }\n  }\n": types.EnvironmentViewDocument,
    "\n  query ComponentList($applicationId: ID!, $after: String, $search: String, $orderBy: ListComponentsOrderBy) {\n    components(applicationId: $applicationId, first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name type runtime framework createdAt\n        source { kind repository package { id fileName size } }\n        instances { id state failure version environment { id name } }\n        viewerCan { deployComponent { allowed reason } updateComponentSource { allowed reason } deleteComponent { allowed reason } }\n      }\n    }\n  }\n": types.ComponentListDocument,
    "\n  query ComponentPage($componentId: ID!) {\n    component(componentId: $componentId) {\n      id name description type runtime framework createdBy createdAt\n      application { id name }\n      source { kind repository package { id fileName size } }\n      python { framework module variable }\n      instances { ...InstanceMenuParts failure ready updatedAt environment { id name } accesses { ...AccessParts } }\n      viewerCan { deployComponent { allowed reason } updateComponentSource { allowed reason } deleteComponent { allowed reason } }\n    }\n  }\n": types.ComponentPageDocument,
    "\n  query ApplicationForComponent($applicationId: ID!) { application(applicationId: $applicationId) { id name viewerCan { createComponent { allowed reason } } } }\n": types.ApplicationForComponentDocument,
    "mutation CreateComponent($input: CreateComponentInput!) { createComponent(input: $input) { id name } }": types.CreateComponentDocument,
    "mutation DeleteComponents($input: DeleteComponentsInput!) { deleteComponents(input: $input) { id done code message } }": types.DeleteComponentsDocument,
    "mutation DeleteComponentTemplate($input: DeleteComponentTemplateInput!) { deleteComponentTemplate(input: $input) { id } }": types.DeleteComponentTemplateDocument,
    "\n  query ComponentOptions {\n    runtimes { id label family packageKind packageHelp vmDeployable hasJvm hasServerXml asksPythonFramework defaultPort }\n    componentOptions {\n      frameworks { id label }\n      pythonFrameworks { name asksModule }\n      templates { name type runtime framework frameworkLabel }\n      combinations { type framework runtime sources }\n    }\n    componentTemplates(first: 100) { nodes { id name type runtime framework } }\n  }\n": types.ComponentOptionsDocument,
    "\n  query ReadyPackages($format: PackageFormat, $search: String) {\n    packages(first: 50, state: ready, format: $format, search: $search) { nodes { id fileName size createdAt createdBy } }\n  }\n": types.ReadyPackagesDocument,
    "query ChosenPackage($packageId: ID!) { package(packageId: $packageId) { id fileName size createdAt createdBy } }": types.ChosenPackageDocument,
    "query ClustersToBuild { resources(first: 200, kind: cluster) { nodes { id name } } }": types.ClustersToBuildDocument,
    "mutation UpgradeComponents($input: UpgradeComponentsInput!) { upgradeComponents(input: $input) { id done code message } }": types.UpgradeComponentsDocument,
    "\n  mutation StartUpload($input: StartPackageUploadInput!) { startPackageUpload(input: $input) { package { id } url partSize parts { number url } } }\n": types.StartUploadDocument,
    "\n  mutation CompleteUpload($input: CompletePackageUploadInput!) { completePackageUpload(input: $input) { id fileName state refusal size format } }\n": types.CompleteUploadDocument,
    "mutation AbortUpload($input: AbortPackageUploadInput!) { abortPackageUpload(input: $input) { id } }": types.AbortUploadDocument,
    "\n  query EnvironmentResources($environmentId: ID!) { environment(environmentId: $environmentId) { id name resources { id name kind attributes { engine address } } } }\n": types.EnvironmentResourcesDocument,
    "mutation CloneToEnvironment($input: CloneToEnvironmentInput!) { cloneToEnvironment(input: $input) { id done code message } }": types.CloneToEnvironmentDocument,
    "\n  query DeploySummary($environmentId: ID!, $packageId: ID!, $withPackage: Boolean!) {\n    environment(environmentId: $environmentId) { id name resources { id name } }\n    package(packageId: $packageId) @include(if: $withPackage) { id fileName }\n  }\n": types.DeploySummaryDocument,
    "\n  query ComponentToDeploy($componentId: ID!) {\n    component(componentId: $componentId) {\n      id name runtime type\n      application { id name }\n      source { kind package { id fileName } }\n      instances { id environment { id name } }\n      viewerCan { deployComponent { allowed reason } }\n    }\n  }\n": types.ComponentToDeployDocument,
    "mutation DeployComponent($input: DeployComponentInput!) { deployComponent(input: $input) { id name } }": types.DeployComponentDocument,
    "mutation UpgradeInstances($input: UpgradeInstancesInput!) { upgradeInstances(input: $input) { id done code message } }": types.UpgradeInstancesDocument,
    "\n  query InstanceToUpgrade($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      id name version revision deploySystem scaleInWindow\n      application { id name }\n      component { id name runtime source { kind } }\n      environment { id name }\n      revisions { number settings }\n      viewerCan { upgradeInstance { allowed reason } }\n    }\n  }\n": types.InstanceToUpgradeDocument,
    "mutation UpgradeInstance($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { id version } }": types.UpgradeInstanceDocument,
    "mutation CreateEnvironment($input: CreateEnvironmentInput!) { createEnvironment(input: $input) { id name } }": types.CreateEnvironmentDocument,
    "mutation DeleteEnvironment($input: DeleteEnvironmentInput!) { deleteEnvironment(input: $input) { id } }": types.DeleteEnvironmentDocument,
    "mutation DeleteResource($input: DeleteResourceInput!) { deleteResource(input: $input) { id } }": types.DeleteResourceDocument,
    "\n  query EnvironmentToEdit($environmentId: ID!) {\n    environment(environmentId: $environmentId) { id name description vpc { id name } resources { id } viewerCan { updateEnvironment { allowed reason } } }\n  }\n": types.EnvironmentToEditDocument,
    "mutation UpdateEnvironment($input: UpdateEnvironmentInput!) { updateEnvironment(input: $input) { id name } }": types.UpdateEnvironmentDocument,
    "query EnvironmentChoices { environments(first: 200, orderBy: name) { nodes { id name } } }": types.EnvironmentChoicesDocument,
    "query Vpcs { resources(first: 200, kind: vpc) { nodes { id name attributes { cidr } } } }": types.VpcsDocument,
    "\n  query EnvironmentList($after: String, $search: String) {\n    environments(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdAt\n        vpc { id name }\n        resources { id name kind role }\n        viewerCan { updateEnvironment { allowed reason } deleteEnvironment { allowed reason } }\n      }\n    }\n  }\n": types.EnvironmentListDocument,
    "\n  query ResourcesOfVpc($vpcId: ID!) {\n    resources(first: 200, vpcId: $vpcId) { nodes { id name kind selectionRefusal attributes { address engine host } } }\n  }\n": types.ResourcesOfVpcDocument,
    "mutation RegisterResource($input: RegisterResourceInput!) { registerResource(input: $input) { id } }": types.RegisterResourceDocument,
    "mutation UpdateResource($input: UpdateResourceInput!) { updateResource(input: $input) { id } }": types.UpdateResourceDocument,
    "query ResourceChoices($kind: ResourceKind!, $vpcId: ID) { resources(first: 200, kind: $kind, vpcId: $vpcId) { nodes { id name } } }": types.ResourceChoicesDocument,
    "\n  query ResourceList($after: String, $search: String, $kind: ResourceKind) {\n    resources(first: 20, after: $after, search: $search, kind: $kind) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name kind createdAt agentId selectionRefusal\n        vpc { id name }\n        cluster { id name }\n        attributes { address availabilityZone cidr database engine host ipv6DualStack port public region version }\n        viewerCan { updateResource { allowed reason } deleteResource { allowed reason } }\n      }\n    }\n  }\n": types.ResourceListDocument,
    "query Viewer { viewer { id name account projectId projects { id name } } }": types.ViewerDocument,
    "mutation AddAccess($input: AddAccessInput!) { addAccess(input: $input) { id name } }": types.AddAccessDocument,
    "mutation RemoveAccess($input: RemoveAccessInput!) { removeAccess(input: $input) { id } }": types.RemoveAccessDocument,
    "fragment AccessParts on Access { id name mode protocol containerPort accessPort address addresses }": types.AccessPartsFragmentDoc,
    "\n  query InstanceEvents($instanceId: ID!, $replicaId: ID, $type: EventType) {\n    instanceEvents(instanceId: $instanceId, replicaId: $replicaId, type: $type, first: 200) { replicaId type reason message at }\n  }\n": types.InstanceEventsDocument,
    "\n  fragment InstanceMenuParts on Instance {\n    id name state version replicas\n    component { id name }\n    viewerCan {\n      upgradeInstance { allowed reason } scaleInstance { allowed reason } startInstance { allowed reason } stopInstance { allowed reason }\n      restartInstance { allowed reason } rollbackInstance { allowed reason } deleteInstance { allowed reason }\n    }\n  }\n": types.InstanceMenuPartsFragmentDoc,
    "\n  query InstancePage($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      ...InstanceMenuParts\n      failure revision ready deploySystem scaleInWindow createdBy createdAt updatedAt\n      application { id name }\n      component { id name type runtime }\n      environment { id name }\n      replicaList { id revision state ready port restarts startedAt message }\n      accesses { ...AccessParts }\n      revisions { number version description restores proven createdBy createdAt settings }\n      viewerCan { addAccess { allowed reason } removeAccess { allowed reason } }\n    }\n    tasks(instanceId: $instanceId, first: 1) { nodes { id kind state createdAt startedBy failure endedAt } }\n  }\n": types.InstancePageDocument,
    "mutation StartInstance($input: StartInstanceInput!) { startInstance(input: $input) { id state } }": types.StartInstanceDocument,
    "mutation StopInstance($input: StopInstanceInput!) { stopInstance(input: $input) { id state } }": types.StopInstanceDocument,
    "mutation RestartInstance($input: RestartInstanceInput!) { restartInstance(input: $input) { id state } }": types.RestartInstanceDocument,
    "mutation ScaleInstance($input: ScaleInstanceInput!) { scaleInstance(input: $input) { id state } }": types.ScaleInstanceDocument,
    "mutation DeleteInstance($input: DeleteInstanceInput!) { deleteInstance(input: $input) { id state } }": types.DeleteInstanceDocument,
    "\n  query RunLog($instanceId: ID!, $replicaId: ID, $file: String, $from: String, $to: String, $search: String, $before: String, $last: Int) {\n    runLog(instanceId: $instanceId, replicaId: $replicaId, file: $file, from: $from, to: $to, search: $search, before: $before, last: $last) { cursor at replicaId file text }\n  }\n": types.RunLogDocument,
    "\n  subscription RunLogAdded($instanceId: ID!, $replicaId: ID, $file: String, $after: String) {\n    runLogAdded(instanceId: $instanceId, replicaId: $replicaId, file: $file, after: $after) { cursor at replicaId file text }\n  }\n": types.RunLogAddedDocument,
    "query LogFiles($instanceId: ID!) { logFiles(instanceId: $instanceId) { replicaId file running } }": types.LogFilesDocument,
    "\n  query InstanceTasks($instanceId: ID!, $after: String) {\n    tasks(instanceId: $instanceId, first: 20, after: $after) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes { id kind state failure startedBy createdAt endedAt }\n    }\n  }\n": types.InstanceTasksDocument,
    "subscription TaskLog($taskId: ID!, $after: String) { taskLogAdded(taskId: $taskId, after: $after) { cursor at level message } }": types.TaskLogDocument,
    "mutation RollbackInstance($input: RollbackInstanceInput!) { rollbackInstance(input: $input) { id version } }": types.RollbackInstanceDocument,
    "\n  query OverviewCounts { applications(first: 1) { totalCount nodes { id } } environments(first: 1) { totalCount nodes { id } } instances(first: 1) { totalCount nodes { id } } }\n": types.OverviewCountsDocument,
    "\n  query OverviewHealth { instances(first: 200) { totalCount nodes { id state failure version ready replicas updatedAt component { id name } environment { id name } application { id name } } } }\n": types.OverviewHealthDocument,
    "\n  query OverviewTasks { tasks(first: 20) { nodes { id kind state failure instanceId instanceName startedBy createdAt endedAt } } }\n": types.OverviewTasksDocument,
    "query OverviewFailed { tasks(first: 10, state: failed) { nodes { id kind instanceId instanceName failure createdAt } } }": types.OverviewFailedDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription InstanceChanges($instanceId: ID, $environmentId: ID, $after: String) {\n    instanceChanged(instanceId: $instanceId, environmentId: $environmentId, after: $after) { cursor instanceId state }\n  }\n"): typeof import('./graphql.ts').InstanceChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateApplication($input: CreateApplicationInput!) { createApplication(input: $input) { id name } }"): typeof import('./graphql.ts').CreateApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpdateApplication($input: UpdateApplicationInput!) { updateApplication(input: $input) { id name description } }"): typeof import('./graphql.ts').UpdateApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdBy createdAt updatedAt\n        viewerCan { updateApplication { allowed reason } deleteApplication { allowed reason } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ApplicationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationVariables($applicationId: ID!, $environmentId: ID!) { applicationVariables(applicationId: $applicationId, environmentId: $environmentId) { key value } }\n"): typeof import('./graphql.ts').ApplicationVariablesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetApplicationVariables($input: SetApplicationVariablesInput!) { setApplicationVariables(input: $input) { key value } }"): typeof import('./graphql.ts').SetApplicationVariablesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationPage($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id name description\n      viewerCan {\n        createComponent { allowed reason } deleteApplication { allowed reason } updateApplication { allowed reason }\n        setApplicationVariables { allowed reason }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ApplicationPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteApplication($input: DeleteApplicationInput!) { deleteApplication(input: $input) { id } }"): typeof import('./graphql.ts').DeleteApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentView($applicationId: ID!, $environmentId: ID!) {\n    instances(first: 200, applicationId: $applicationId, environmentId: $environmentId) {\n      nodes {\n        ...InstanceMenuParts\n        failure revision ready replicas updatedAt deploySystem\n        component { id name type runtime }\n        accesses { id address }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentViewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComponentList($applicationId: ID!, $after: String, $search: String, $orderBy: ListComponentsOrderBy) {\n    components(applicationId: $applicationId, first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name type runtime framework createdAt\n        source { kind repository package { id fileName size } }\n        instances { id state failure version environment { id name } }\n        viewerCan { deployComponent { allowed reason } updateComponentSource { allowed reason } deleteComponent { allowed reason } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ComponentListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComponentPage($componentId: ID!) {\n    component(componentId: $componentId) {\n      id name description type runtime framework createdBy createdAt\n      application { id name }\n      source { kind repository package { id fileName size } }\n      python { framework module variable }\n      instances { ...InstanceMenuParts failure ready updatedAt environment { id name } accesses { ...AccessParts } }\n      viewerCan { deployComponent { allowed reason } updateComponentSource { allowed reason } deleteComponent { allowed reason } }\n    }\n  }\n"): typeof import('./graphql.ts').ComponentPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationForComponent($applicationId: ID!) { application(applicationId: $applicationId) { id name viewerCan { createComponent { allowed reason } } } }\n"): typeof import('./graphql.ts').ApplicationForComponentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateComponent($input: CreateComponentInput!) { createComponent(input: $input) { id name } }"): typeof import('./graphql.ts').CreateComponentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteComponents($input: DeleteComponentsInput!) { deleteComponents(input: $input) { id done code message } }"): typeof import('./graphql.ts').DeleteComponentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteComponentTemplate($input: DeleteComponentTemplateInput!) { deleteComponentTemplate(input: $input) { id } }"): typeof import('./graphql.ts').DeleteComponentTemplateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComponentOptions {\n    runtimes { id label family packageKind packageHelp vmDeployable hasJvm hasServerXml asksPythonFramework defaultPort }\n    componentOptions {\n      frameworks { id label }\n      pythonFrameworks { name asksModule }\n      templates { name type runtime framework frameworkLabel }\n      combinations { type framework runtime sources }\n    }\n    componentTemplates(first: 100) { nodes { id name type runtime framework } }\n  }\n"): typeof import('./graphql.ts').ComponentOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadyPackages($format: PackageFormat, $search: String) {\n    packages(first: 50, state: ready, format: $format, search: $search) { nodes { id fileName size createdAt createdBy } }\n  }\n"): typeof import('./graphql.ts').ReadyPackagesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChosenPackage($packageId: ID!) { package(packageId: $packageId) { id fileName size createdAt createdBy } }"): typeof import('./graphql.ts').ChosenPackageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ClustersToBuild { resources(first: 200, kind: cluster) { nodes { id name } } }"): typeof import('./graphql.ts').ClustersToBuildDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpgradeComponents($input: UpgradeComponentsInput!) { upgradeComponents(input: $input) { id done code message } }"): typeof import('./graphql.ts').UpgradeComponentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartUpload($input: StartPackageUploadInput!) { startPackageUpload(input: $input) { package { id } url partSize parts { number url } } }\n"): typeof import('./graphql.ts').StartUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteUpload($input: CompletePackageUploadInput!) { completePackageUpload(input: $input) { id fileName state refusal size format } }\n"): typeof import('./graphql.ts').CompleteUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AbortUpload($input: AbortPackageUploadInput!) { abortPackageUpload(input: $input) { id } }"): typeof import('./graphql.ts').AbortUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentResources($environmentId: ID!) { environment(environmentId: $environmentId) { id name resources { id name kind attributes { engine address } } } }\n"): typeof import('./graphql.ts').EnvironmentResourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CloneToEnvironment($input: CloneToEnvironmentInput!) { cloneToEnvironment(input: $input) { id done code message } }"): typeof import('./graphql.ts').CloneToEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeploySummary($environmentId: ID!, $packageId: ID!, $withPackage: Boolean!) {\n    environment(environmentId: $environmentId) { id name resources { id name } }\n    package(packageId: $packageId) @include(if: $withPackage) { id fileName }\n  }\n"): typeof import('./graphql.ts').DeploySummaryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComponentToDeploy($componentId: ID!) {\n    component(componentId: $componentId) {\n      id name runtime type\n      application { id name }\n      source { kind package { id fileName } }\n      instances { id environment { id name } }\n      viewerCan { deployComponent { allowed reason } }\n    }\n  }\n"): typeof import('./graphql.ts').ComponentToDeployDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeployComponent($input: DeployComponentInput!) { deployComponent(input: $input) { id name } }"): typeof import('./graphql.ts').DeployComponentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpgradeInstances($input: UpgradeInstancesInput!) { upgradeInstances(input: $input) { id done code message } }"): typeof import('./graphql.ts').UpgradeInstancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstanceToUpgrade($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      id name version revision deploySystem scaleInWindow\n      application { id name }\n      component { id name runtime source { kind } }\n      environment { id name }\n      revisions { number settings }\n      viewerCan { upgradeInstance { allowed reason } }\n    }\n  }\n"): typeof import('./graphql.ts').InstanceToUpgradeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpgradeInstance($input: UpgradeInstanceInput!) { upgradeInstance(input: $input) { id version } }"): typeof import('./graphql.ts').UpgradeInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateEnvironment($input: CreateEnvironmentInput!) { createEnvironment(input: $input) { id name } }"): typeof import('./graphql.ts').CreateEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteEnvironment($input: DeleteEnvironmentInput!) { deleteEnvironment(input: $input) { id } }"): typeof import('./graphql.ts').DeleteEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteResource($input: DeleteResourceInput!) { deleteResource(input: $input) { id } }"): typeof import('./graphql.ts').DeleteResourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentToEdit($environmentId: ID!) {\n    environment(environmentId: $environmentId) { id name description vpc { id name } resources { id } viewerCan { updateEnvironment { allowed reason } } }\n  }\n"): typeof import('./graphql.ts').EnvironmentToEditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpdateEnvironment($input: UpdateEnvironmentInput!) { updateEnvironment(input: $input) { id name } }"): typeof import('./graphql.ts').UpdateEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EnvironmentChoices { environments(first: 200, orderBy: name) { nodes { id name } } }"): typeof import('./graphql.ts').EnvironmentChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Vpcs { resources(first: 200, kind: vpc) { nodes { id name attributes { cidr } } } }"): typeof import('./graphql.ts').VpcsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentList($after: String, $search: String) {\n    environments(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name description createdAt\n        vpc { id name }\n        resources { id name kind role }\n        viewerCan { updateEnvironment { allowed reason } deleteEnvironment { allowed reason } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResourcesOfVpc($vpcId: ID!) {\n    resources(first: 200, vpcId: $vpcId) { nodes { id name kind selectionRefusal attributes { address engine host } } }\n  }\n"): typeof import('./graphql.ts').ResourcesOfVpcDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RegisterResource($input: RegisterResourceInput!) { registerResource(input: $input) { id } }"): typeof import('./graphql.ts').RegisterResourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UpdateResource($input: UpdateResourceInput!) { updateResource(input: $input) { id } }"): typeof import('./graphql.ts').UpdateResourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ResourceChoices($kind: ResourceKind!, $vpcId: ID) { resources(first: 200, kind: $kind, vpcId: $vpcId) { nodes { id name } } }"): typeof import('./graphql.ts').ResourceChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResourceList($after: String, $search: String, $kind: ResourceKind) {\n    resources(first: 20, after: $after, search: $search, kind: $kind) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes {\n        id name kind createdAt agentId selectionRefusal\n        vpc { id name }\n        cluster { id name }\n        attributes { address availabilityZone cidr database engine host ipv6DualStack port public region version }\n        viewerCan { updateResource { allowed reason } deleteResource { allowed reason } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResourceListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer { viewer { id name account projectId projects { id name } } }"): typeof import('./graphql.ts').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AddAccess($input: AddAccessInput!) { addAccess(input: $input) { id name } }"): typeof import('./graphql.ts').AddAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RemoveAccess($input: RemoveAccessInput!) { removeAccess(input: $input) { id } }"): typeof import('./graphql.ts').RemoveAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment AccessParts on Access { id name mode protocol containerPort accessPort address addresses }"): typeof import('./graphql.ts').AccessPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstanceEvents($instanceId: ID!, $replicaId: ID, $type: EventType) {\n    instanceEvents(instanceId: $instanceId, replicaId: $replicaId, type: $type, first: 200) { replicaId type reason message at }\n  }\n"): typeof import('./graphql.ts').InstanceEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InstanceMenuParts on Instance {\n    id name state version replicas\n    component { id name }\n    viewerCan {\n      upgradeInstance { allowed reason } scaleInstance { allowed reason } startInstance { allowed reason } stopInstance { allowed reason }\n      restartInstance { allowed reason } rollbackInstance { allowed reason } deleteInstance { allowed reason }\n    }\n  }\n"): typeof import('./graphql.ts').InstanceMenuPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstancePage($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      ...InstanceMenuParts\n      failure revision ready deploySystem scaleInWindow createdBy createdAt updatedAt\n      application { id name }\n      component { id name type runtime }\n      environment { id name }\n      replicaList { id revision state ready port restarts startedAt message }\n      accesses { ...AccessParts }\n      revisions { number version description restores proven createdBy createdAt settings }\n      viewerCan { addAccess { allowed reason } removeAccess { allowed reason } }\n    }\n    tasks(instanceId: $instanceId, first: 1) { nodes { id kind state createdAt startedBy failure endedAt } }\n  }\n"): typeof import('./graphql.ts').InstancePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StartInstance($input: StartInstanceInput!) { startInstance(input: $input) { id state } }"): typeof import('./graphql.ts').StartInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StopInstance($input: StopInstanceInput!) { stopInstance(input: $input) { id state } }"): typeof import('./graphql.ts').StopInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RestartInstance($input: RestartInstanceInput!) { restartInstance(input: $input) { id state } }"): typeof import('./graphql.ts').RestartInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ScaleInstance($input: ScaleInstanceInput!) { scaleInstance(input: $input) { id state } }"): typeof import('./graphql.ts').ScaleInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteInstance($input: DeleteInstanceInput!) { deleteInstance(input: $input) { id state } }"): typeof import('./graphql.ts').DeleteInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunLog($instanceId: ID!, $replicaId: ID, $file: String, $from: String, $to: String, $search: String, $before: String, $last: Int) {\n    runLog(instanceId: $instanceId, replicaId: $replicaId, file: $file, from: $from, to: $to, search: $search, before: $before, last: $last) { cursor at replicaId file text }\n  }\n"): typeof import('./graphql.ts').RunLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RunLogAdded($instanceId: ID!, $replicaId: ID, $file: String, $after: String) {\n    runLogAdded(instanceId: $instanceId, replicaId: $replicaId, file: $file, after: $after) { cursor at replicaId file text }\n  }\n"): typeof import('./graphql.ts').RunLogAddedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LogFiles($instanceId: ID!) { logFiles(instanceId: $instanceId) { replicaId file running } }"): typeof import('./graphql.ts').LogFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstanceTasks($instanceId: ID!, $after: String) {\n    tasks(instanceId: $instanceId, first: 20, after: $after) {\n      totalCount\n      pageInfo { endCursor hasNextPage }\n      nodes { id kind state failure startedBy createdAt endedAt }\n    }\n  }\n"): typeof import('./graphql.ts').InstanceTasksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription TaskLog($taskId: ID!, $after: String) { taskLogAdded(taskId: $taskId, after: $after) { cursor at level message } }"): typeof import('./graphql.ts').TaskLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RollbackInstance($input: RollbackInstanceInput!) { rollbackInstance(input: $input) { id version } }"): typeof import('./graphql.ts').RollbackInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewCounts { applications(first: 1) { totalCount nodes { id } } environments(first: 1) { totalCount nodes { id } } instances(first: 1) { totalCount nodes { id } } }\n"): typeof import('./graphql.ts').OverviewCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewHealth { instances(first: 200) { totalCount nodes { id state failure version ready replicas updatedAt component { id name } environment { id name } application { id name } } } }\n"): typeof import('./graphql.ts').OverviewHealthDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewTasks { tasks(first: 20) { nodes { id kind state failure instanceId instanceName startedBy createdAt endedAt } } }\n"): typeof import('./graphql.ts').OverviewTasksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OverviewFailed { tasks(first: 10, state: failed) { nodes { id kind instanceId instanceName failure createdAt } } }"): typeof import('./graphql.ts').OverviewFailedDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
