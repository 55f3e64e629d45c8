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
    "\n  subscription InstanceChanges($after: String) {\n    instanceChanged(after: $after) {\n      cursor\n      instanceId\n      environmentId\n    }\n  }\n": typeof types.InstanceChangesDocument,
    "\n  mutation CreateApplication($input: CreateApplicationInput!) {\n    createApplication(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.CreateApplicationDocument,
    "\n  mutation UpdateApplication($input: UpdateApplicationInput!) {\n    updateApplication(input: $input) {\n      id\n      name\n      description\n    }\n  }\n": typeof types.UpdateApplicationDocument,
    "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        createdBy\n        createdAt\n        updatedAt\n        viewerCan {\n          updateApplication {\n            allowed\n            reason\n          }\n          deleteApplication {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": typeof types.ApplicationListDocument,
    "\n  query ApplicationVariables($applicationId: ID!, $environmentId: ID!) {\n    applicationVariables(applicationId: $applicationId, environmentId: $environmentId) {\n      key\n      value\n    }\n  }\n": typeof types.ApplicationVariablesDocument,
    "\n  mutation SetApplicationVariables($input: SetApplicationVariablesInput!) {\n    setApplicationVariables(input: $input) {\n      key\n      value\n    }\n  }\n": typeof types.SetApplicationVariablesDocument,
    "\n  query ApplicationPage($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id\n      name\n      description\n      viewerCan {\n        createComponent {\n          allowed\n          reason\n        }\n        deleteApplication {\n          allowed\n          reason\n        }\n        updateApplication {\n          allowed\n          reason\n        }\n        setApplicationVariables {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.ApplicationPageDocument,
    "\n  mutation DeleteApplication($input: DeleteApplicationInput!) {\n    deleteApplication(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteApplicationDocument,
    "\n  query EnvironmentView($applicationId: ID!, $environmentId: ID!) {\n    instances(first: 200, applicationId: $applicationId, environmentId: $environmentId) {\n      nodes {\n        ...InstanceMenuParts\n        failure\n        revision\n        ready\n        replicas\n        updatedAt\n        deploySystem\n        component {\n          id\n          name\n          type\n          runtime\n        }\n        accesses {\n          id\n          address\n        }\n      }\n    }\n  }\n": typeof types.EnvironmentViewDocument,
    "\n  query ComponentPage($componentId: ID!) {\n    component(componentId: $componentId) {\n      id\n      name\n      description\n      type\n      runtime\n      framework\n      createdBy\n      createdAt\n      application {\n        id\n        name\n      }\n      source {\n        kind\n        repository\n        package {\n          id\n          fileName\n          size\n        }\n      }\n      python {\n        framework\n        module\n        variable\n      }\n      instances {\n        ...InstanceMenuParts\n        failure\n        ready\n        updatedAt\n        environment {\n          id\n          name\n        }\n        accesses {\n          ...AccessParts\n        }\n      }\n      viewerCan {\n        deployComponent {\n          allowed\n          reason\n        }\n        updateComponentSource {\n          allowed\n          reason\n        }\n        deleteComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.ComponentPageDocument,
    "\n  query ComponentList($applicationId: ID!, $after: String, $search: String, $orderBy: ListComponentsOrderBy) {\n    components(applicationId: $applicationId, first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        type\n        runtime\n        framework\n        createdAt\n        source {\n          kind\n          repository\n          package {\n            id\n            fileName\n            size\n          }\n        }\n        instances {\n          id\n          state\n          failure\n          version\n          environment {\n            id\n            name\n          }\n        }\n        viewerCan {\n          deployComponent {\n            allowed\n            reason\n          }\n          updateComponentSource {\n            allowed\n            reason\n          }\n          deleteComponent {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": typeof types.ComponentListDocument,
    "\n  query ApplicationForComponent($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id\n      name\n      viewerCan {\n        createComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.ApplicationForComponentDocument,
    "\n  mutation CreateComponent($input: CreateComponentInput!) {\n    createComponent(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.CreateComponentDocument,
    "\n  mutation DeleteComponents($input: DeleteComponentsInput!) {\n    deleteComponents(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n": typeof types.DeleteComponentsDocument,
    "\n  mutation DeleteComponentTemplate($input: DeleteComponentTemplateInput!) {\n    deleteComponentTemplate(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteComponentTemplateDocument,
    "\n  query ComponentOptions {\n    runtimes {\n      id\n      label\n      family\n      packageKind\n      packageHelp\n      vmDeployable\n      hasJvm\n      hasServerXml\n      asksPythonFramework\n      defaultPort\n    }\n    componentOptions {\n      frameworks {\n        id\n        label\n      }\n      pythonFrameworks {\n        name\n        asksModule\n      }\n      templates {\n        name\n        type\n        runtime\n        framework\n        frameworkLabel\n      }\n      combinations {\n        type\n        framework\n        runtime\n        sources\n      }\n    }\n    componentTemplates(first: 100) {\n      nodes {\n        id\n        name\n        type\n        runtime\n        framework\n      }\n    }\n  }\n": typeof types.ComponentOptionsDocument,
    "\n  query ReadyPackages($format: PackageFormat, $search: String) {\n    packages(first: 50, state: ready, format: $format, search: $search) {\n      nodes {\n        id\n        fileName\n        size\n        createdAt\n        createdBy\n      }\n    }\n  }\n": typeof types.ReadyPackagesDocument,
    "\n  query ChosenPackage($packageId: ID!) {\n    package(packageId: $packageId) {\n      id\n      fileName\n      size\n      createdAt\n      createdBy\n    }\n  }\n": typeof types.ChosenPackageDocument,
    "\n  query ClustersToBuild {\n    resources(first: 200, kind: cluster) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ClustersToBuildDocument,
    "\n  mutation UpgradeComponents($input: UpgradeComponentsInput!) {\n    upgradeComponents(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n": typeof types.UpgradeComponentsDocument,
    "\n  mutation StartUpload($input: StartPackageUploadInput!) {\n    startPackageUpload(input: $input) {\n      package {\n        id\n      }\n      url\n      partSize\n      parts {\n        number\n        url\n      }\n    }\n  }\n": typeof types.StartUploadDocument,
    "\n  mutation CompleteUpload($input: CompletePackageUploadInput!) {\n    completePackageUpload(input: $input) {\n      id\n      fileName\n      state\n      refusal\n      size\n      format\n    }\n  }\n": typeof types.CompleteUploadDocument,
    "\n  mutation AbortUpload($input: AbortPackageUploadInput!) {\n    abortPackageUpload(input: $input) {\n      id\n    }\n  }\n": typeof types.AbortUploadDocument,
    "\n  query EnvironmentResources($environmentId: ID!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      resources {\n        id\n        name\n        kind\n        attributes {\n          engine\n          address\n        }\n      }\n    }\n  }\n": typeof types.EnvironmentResourcesDocument,
    "\n  mutation CloneToEnvironment($input: CloneToEnvironmentInput!) {\n    cloneToEnvironment(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n": typeof types.CloneToEnvironmentDocument,
    "\n  query DeploySummary($environmentId: ID!, $packageId: ID!, $withPackage: Boolean!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      resources {\n        id\n        name\n      }\n    }\n    package(packageId: $packageId) @include(if: $withPackage) {\n      id\n      fileName\n    }\n  }\n": typeof types.DeploySummaryDocument,
    "\n  query ComponentToDeploy($componentId: ID!) {\n    component(componentId: $componentId) {\n      id\n      name\n      runtime\n      type\n      application {\n        id\n        name\n      }\n      source {\n        kind\n        package {\n          id\n          fileName\n        }\n      }\n      instances {\n        id\n        environment {\n          id\n          name\n        }\n      }\n      viewerCan {\n        deployComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.ComponentToDeployDocument,
    "\n  mutation DeployComponent($input: DeployComponentInput!) {\n    deployComponent(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.DeployComponentDocument,
    "\n  mutation UpgradeInstances($input: UpgradeInstancesInput!) {\n    upgradeInstances(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n": typeof types.UpgradeInstancesDocument,
    "\n  query InstanceToUpgrade($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      id\n      name\n      version\n      revision\n      deploySystem\n      scaleInWindow\n      maxUnavailable {\n        value\n        percent\n      }\n      application {\n        id\n        name\n      }\n      component {\n        id\n        name\n        runtime\n        source {\n          kind\n        }\n      }\n      environment {\n        id\n        name\n      }\n      revisions {\n        number\n        settings\n      }\n      viewerCan {\n        upgradeInstance {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.InstanceToUpgradeDocument,
    "\n  mutation UpgradeInstance($input: UpgradeInstanceInput!) {\n    upgradeInstance(input: $input) {\n      id\n      version\n    }\n  }\n": typeof types.UpgradeInstanceDocument,
    "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    createEnvironment(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.CreateEnvironmentDocument,
    "\n  mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {\n    deleteEnvironment(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteEnvironmentDocument,
    "\n  mutation DeleteResource($input: DeleteResourceInput!) {\n    deleteResource(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteResourceDocument,
    "\n  query EnvironmentToEdit($environmentId: ID!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      description\n      vpc {\n        id\n        name\n      }\n      resources {\n        id\n      }\n      viewerCan {\n        updateEnvironment {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.EnvironmentToEditDocument,
    "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    updateEnvironment(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.UpdateEnvironmentDocument,
    "\n  query EnvironmentChoices {\n    environments(first: 200, orderBy: name) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.EnvironmentChoicesDocument,
    "\n  query Vpcs {\n    resources(first: 200, kind: vpc) {\n      nodes {\n        id\n        name\n        attributes {\n          cidr\n        }\n      }\n    }\n  }\n": typeof types.VpcsDocument,
    "\n  query EnvironmentList($after: String, $search: String) {\n    environments(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        createdAt\n        vpc {\n          id\n          name\n        }\n        resources {\n          id\n          name\n          kind\n          role\n        }\n        viewerCan {\n          updateEnvironment {\n            allowed\n            reason\n          }\n          deleteEnvironment {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": typeof types.EnvironmentListDocument,
    "\n  query ResourcesOfVpc($vpcId: ID!) {\n    resources(first: 200, vpcId: $vpcId) {\n      nodes {\n        id\n        name\n        kind\n        selectionRefusal\n        attributes {\n          address\n          engine\n          host\n        }\n      }\n    }\n  }\n": typeof types.ResourcesOfVpcDocument,
    "\n  mutation RegisterResource($input: RegisterResourceInput!) {\n    registerResource(input: $input) {\n      id\n    }\n  }\n": typeof types.RegisterResourceDocument,
    "\n  mutation UpdateResource($input: UpdateResourceInput!) {\n    updateResource(input: $input) {\n      id\n    }\n  }\n": typeof types.UpdateResourceDocument,
    "\n  query ResourceChoices($kind: ResourceKind!, $vpcId: ID) {\n    resources(first: 200, kind: $kind, vpcId: $vpcId) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ResourceChoicesDocument,
    "\n  query ResourceList($after: String, $search: String, $kind: ResourceKind) {\n    resources(first: 20, after: $after, search: $search, kind: $kind) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        kind\n        createdAt\n        agentId\n        selectionRefusal\n        vpc {\n          id\n          name\n        }\n        cluster {\n          id\n          name\n        }\n        attributes {\n          address\n          availabilityZone\n          cidr\n          database\n          engine\n          host\n          ipv6DualStack\n          port\n          public\n          region\n          version\n        }\n        viewerCan {\n          updateResource {\n            allowed\n            reason\n          }\n          deleteResource {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": typeof types.ResourceListDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      account\n      projectId\n      projects {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation AddAccess($input: AddAccessInput!) {\n    addAccess(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.AddAccessDocument,
    "\n  mutation RemoveAccess($input: RemoveAccessInput!) {\n    removeAccess(input: $input) {\n      id\n    }\n  }\n": typeof types.RemoveAccessDocument,
    "\n  fragment AccessParts on Access {\n    id\n    name\n    mode\n    protocol\n    containerPort\n    accessPort\n    address\n    addresses\n  }\n": typeof types.AccessPartsFragmentDoc,
    "\n  query InstanceEvents($instanceId: ID!, $replicaId: ID, $type: EventType) {\n    instanceEvents(instanceId: $instanceId, replicaId: $replicaId, type: $type, first: 200) {\n      replicaId\n      type\n      reason\n      message\n      at\n    }\n  }\n": typeof types.InstanceEventsDocument,
    "\n  fragment InstanceMenuParts on Instance {\n    id\n    name\n    state\n    version\n    replicas\n    component {\n      id\n      name\n    }\n    viewerCan {\n      upgradeInstance {\n        allowed\n        reason\n      }\n      scaleInstance {\n        allowed\n        reason\n      }\n      startInstance {\n        allowed\n        reason\n      }\n      stopInstance {\n        allowed\n        reason\n      }\n      restartInstance {\n        allowed\n        reason\n      }\n      rollbackInstance {\n        allowed\n        reason\n      }\n      deleteInstance {\n        allowed\n        reason\n      }\n    }\n  }\n": typeof types.InstanceMenuPartsFragmentDoc,
    "\n  query InstancePage($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      ...InstanceMenuParts\n      failure\n      revision\n      ready\n      deploySystem\n      scaleInWindow\n      createdBy\n      createdAt\n      updatedAt\n      application {\n        id\n        name\n      }\n      component {\n        id\n        name\n        type\n        runtime\n      }\n      environment {\n        id\n        name\n      }\n      replicaList {\n        id\n        revision\n        state\n        ready\n        port\n        restarts\n        startedAt\n        message\n      }\n      accesses {\n        ...AccessParts\n      }\n      revisions {\n        number\n        version\n        description\n        restores\n        proven\n        createdBy\n        createdAt\n        settings\n      }\n      viewerCan {\n        addAccess {\n          allowed\n          reason\n        }\n        removeAccess {\n          allowed\n          reason\n        }\n      }\n    }\n    tasks(instanceId: $instanceId, first: 1) {\n      nodes {\n        id\n        kind\n        state\n        createdAt\n        startedBy\n        failure\n        endedAt\n      }\n    }\n  }\n": typeof types.InstancePageDocument,
    "\n  mutation StartInstance($input: StartInstanceInput!) {\n    startInstance(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.StartInstanceDocument,
    "\n  mutation StopInstance($input: StopInstanceInput!) {\n    stopInstance(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.StopInstanceDocument,
    "\n  mutation RestartInstance($input: RestartInstanceInput!) {\n    restartInstance(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.RestartInstanceDocument,
    "\n  mutation ScaleInstance($input: ScaleInstanceInput!) {\n    scaleInstance(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.ScaleInstanceDocument,
    "\n  mutation DeleteInstance($input: DeleteInstanceInput!) {\n    deleteInstance(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.DeleteInstanceDocument,
    "\n  query RunLog(\n    $instanceId: ID!\n    $replicaId: ID\n    $file: String\n    $from: String\n    $to: String\n    $search: String\n    $before: String\n    $last: Int\n  ) {\n    runLog(\n      instanceId: $instanceId\n      replicaId: $replicaId\n      file: $file\n      from: $from\n      to: $to\n      search: $search\n      before: $before\n      last: $last\n    ) {\n      cursor\n      at\n      replicaId\n      file\n      text\n    }\n  }\n": typeof types.RunLogDocument,
    "\n  subscription RunLogAdded($instanceId: ID!, $replicaId: ID, $file: String, $after: String) {\n    runLogAdded(instanceId: $instanceId, replicaId: $replicaId, file: $file, after: $after) {\n      cursor\n      at\n      replicaId\n      file\n      text\n    }\n  }\n": typeof types.RunLogAddedDocument,
    "\n  query LogFiles($instanceId: ID!) {\n    logFiles(instanceId: $instanceId) {\n      replicaId\n      file\n      running\n    }\n  }\n": typeof types.LogFilesDocument,
    "\n  query InstanceTasks($instanceId: ID!, $after: String) {\n    tasks(instanceId: $instanceId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        state\n        failure\n        startedBy\n        createdAt\n        endedAt\n      }\n    }\n  }\n": typeof types.InstanceTasksDocument,
    "\n  subscription TaskLogAdded($taskId: ID!, $after: String) {\n    taskLogAdded(taskId: $taskId, after: $after) {\n      cursor\n      at\n      level\n      message\n    }\n  }\n": typeof types.TaskLogAddedDocument,
    "\n  query TaskLog($taskId: ID!) {\n    taskLog(taskId: $taskId) {\n      cursor\n      at\n      level\n      message\n    }\n  }\n": typeof types.TaskLogDocument,
    "\n  mutation RollbackInstance($input: RollbackInstanceInput!) {\n    rollbackInstance(input: $input) {\n      id\n      version\n    }\n  }\n": typeof types.RollbackInstanceDocument,
    "\n  query OverviewFailed {\n    tasks(first: 10, state: failed) {\n      nodes {\n        id\n        kind\n        instanceId\n        instanceName\n        failure\n        createdAt\n      }\n    }\n  }\n": typeof types.OverviewFailedDocument,
    "\n  query OverviewHealth {\n    instances(first: 200) {\n      totalCount\n      nodes {\n        id\n        state\n        failure\n        ready\n        replicas\n        component {\n          id\n          name\n        }\n        environment {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.OverviewHealthDocument,
    "\n  query OverviewCounts {\n    applications(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n    environments(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n    instances(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.OverviewCountsDocument,
    "\n  query OverviewTasks {\n    tasks(first: 20) {\n      nodes {\n        id\n        kind\n        state\n        instanceId\n        instanceName\n        startedBy\n        createdAt\n      }\n    }\n  }\n": typeof types.OverviewTasksDocument,
};
const documents: Documents = {
    "\n  subscription InstanceChanges($after: String) {\n    instanceChanged(after: $after) {\n      cursor\n      instanceId\n      environmentId\n    }\n  }\n": types.InstanceChangesDocument,
    "\n  mutation CreateApplication($input: CreateApplicationInput!) {\n    createApplication(input: $input) {\n      id\n      name\n    }\n  }\n": types.CreateApplicationDocument,
    "\n  mutation UpdateApplication($input: UpdateApplicationInput!) {\n    updateApplication(input: $input) {\n      id\n      name\n      description\n    }\n  }\n": types.UpdateApplicationDocument,
    "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        createdBy\n        createdAt\n        updatedAt\n        viewerCan {\n          updateApplication {\n            allowed\n            reason\n          }\n          deleteApplication {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": types.ApplicationListDocument,
    "\n  query ApplicationVariables($applicationId: ID!, $environmentId: ID!) {\n    applicationVariables(applicationId: $applicationId, environmentId: $environmentId) {\n      key\n      value\n    }\n  }\n": types.ApplicationVariablesDocument,
    "\n  mutation SetApplicationVariables($input: SetApplicationVariablesInput!) {\n    setApplicationVariables(input: $input) {\n      key\n      value\n    }\n  }\n": types.SetApplicationVariablesDocument,
    "\n  query ApplicationPage($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id\n      name\n      description\n      viewerCan {\n        createComponent {\n          allowed\n          reason\n        }\n        deleteApplication {\n          allowed\n          reason\n        }\n        updateApplication {\n          allowed\n          reason\n        }\n        setApplicationVariables {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.ApplicationPageDocument,
    "\n  mutation DeleteApplication($input: DeleteApplicationInput!) {\n    deleteApplication(input: $input) {\n      id\n    }\n  }\n": types.DeleteApplicationDocument,
    "\n  query EnvironmentView($applicationId: ID!, $environmentId: ID!) {\n    instances(first: 200, applicationId: $applicationId, environmentId: $environmentId) {\n      nodes {\n        ...InstanceMenuParts\n        failure\n        revision\n        ready\n        replicas\n        updatedAt\n        deploySystem\n        component {\n          id\n          name\n          type\n          runtime\n        }\n        accesses {\n          id\n          address\n        }\n      }\n    }\n  }\n": types.EnvironmentViewDocument,
    "\n  query ComponentPage($componentId: ID!) {\n    component(componentId: $componentId) {\n      id\n      name\n      description\n      type\n      runtime\n      framework\n      createdBy\n      createdAt\n      application {\n        id\n        name\n      }\n      source {\n        kind\n        repository\n        package {\n          id\n          fileName\n          size\n        }\n      }\n      python {\n        framework\n        module\n        variable\n      }\n      instances {\n        ...InstanceMenuParts\n        failure\n        ready\n        updatedAt\n        environment {\n          id\n          name\n        }\n        accesses {\n          ...AccessParts\n        }\n      }\n      viewerCan {\n        deployComponent {\n          allowed\n          reason\n        }\n        updateComponentSource {\n          allowed\n          reason\n        }\n        deleteComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.ComponentPageDocument,
    "\n  query ComponentList($applicationId: ID!, $after: String, $search: String, $orderBy: ListComponentsOrderBy) {\n    components(applicationId: $applicationId, first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        type\n        runtime\n        framework\n        createdAt\n        source {\n          kind\n          repository\n          package {\n            id\n            fileName\n            size\n          }\n        }\n        instances {\n          id\n          state\n          failure\n          version\n          environment {\n            id\n            name\n          }\n        }\n        viewerCan {\n          deployComponent {\n            allowed\n            reason\n          }\n          updateComponentSource {\n            allowed\n            reason\n          }\n          deleteComponent {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": types.ComponentListDocument,
    "\n  query ApplicationForComponent($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id\n      name\n      viewerCan {\n        createComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.ApplicationForComponentDocument,
    "\n  mutation CreateComponent($input: CreateComponentInput!) {\n    createComponent(input: $input) {\n      id\n      name\n    }\n  }\n": types.CreateComponentDocument,
    "\n  mutation DeleteComponents($input: DeleteComponentsInput!) {\n    deleteComponents(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n": types.DeleteComponentsDocument,
    "\n  mutation DeleteComponentTemplate($input: DeleteComponentTemplateInput!) {\n    deleteComponentTemplate(input: $input) {\n      id\n    }\n  }\n": types.DeleteComponentTemplateDocument,
    "\n  query ComponentOptions {\n    runtimes {\n      id\n      label\n      family\n      packageKind\n      packageHelp\n      vmDeployable\n      hasJvm\n      hasServerXml\n      asksPythonFramework\n      defaultPort\n    }\n    componentOptions {\n      frameworks {\n        id\n        label\n      }\n      pythonFrameworks {\n        name\n        asksModule\n      }\n      templates {\n        name\n        type\n        runtime\n        framework\n        frameworkLabel\n      }\n      combinations {\n        type\n        framework\n        runtime\n        sources\n      }\n    }\n    componentTemplates(first: 100) {\n      nodes {\n        id\n        name\n        type\n        runtime\n        framework\n      }\n    }\n  }\n": types.ComponentOptionsDocument,
    "\n  query ReadyPackages($format: PackageFormat, $search: String) {\n    packages(first: 50, state: ready, format: $format, search: $search) {\n      nodes {\n        id\n        fileName\n        size\n        createdAt\n        createdBy\n      }\n    }\n  }\n": types.ReadyPackagesDocument,
    "\n  query ChosenPackage($packageId: ID!) {\n    package(packageId: $packageId) {\n      id\n      fileName\n      size\n      createdAt\n      createdBy\n    }\n  }\n": types.ChosenPackageDocument,
    "\n  query ClustersToBuild {\n    resources(first: 200, kind: cluster) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.ClustersToBuildDocument,
    "\n  mutation UpgradeComponents($input: UpgradeComponentsInput!) {\n    upgradeComponents(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n": types.UpgradeComponentsDocument,
    "\n  mutation StartUpload($input: StartPackageUploadInput!) {\n    startPackageUpload(input: $input) {\n      package {\n        id\n      }\n      url\n      partSize\n      parts {\n        number\n        url\n      }\n    }\n  }\n": types.StartUploadDocument,
    "\n  mutation CompleteUpload($input: CompletePackageUploadInput!) {\n    completePackageUpload(input: $input) {\n      id\n      fileName\n      state\n      refusal\n      size\n      format\n    }\n  }\n": types.CompleteUploadDocument,
    "\n  mutation AbortUpload($input: AbortPackageUploadInput!) {\n    abortPackageUpload(input: $input) {\n      id\n    }\n  }\n": types.AbortUploadDocument,
    "\n  query EnvironmentResources($environmentId: ID!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      resources {\n        id\n        name\n        kind\n        attributes {\n          engine\n          address\n        }\n      }\n    }\n  }\n": types.EnvironmentResourcesDocument,
    "\n  mutation CloneToEnvironment($input: CloneToEnvironmentInput!) {\n    cloneToEnvironment(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n": types.CloneToEnvironmentDocument,
    "\n  query DeploySummary($environmentId: ID!, $packageId: ID!, $withPackage: Boolean!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      resources {\n        id\n        name\n      }\n    }\n    package(packageId: $packageId) @include(if: $withPackage) {\n      id\n      fileName\n    }\n  }\n": types.DeploySummaryDocument,
    "\n  query ComponentToDeploy($componentId: ID!) {\n    component(componentId: $componentId) {\n      id\n      name\n      runtime\n      type\n      application {\n        id\n        name\n      }\n      source {\n        kind\n        package {\n          id\n          fileName\n        }\n      }\n      instances {\n        id\n        environment {\n          id\n          name\n        }\n      }\n      viewerCan {\n        deployComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.ComponentToDeployDocument,
    "\n  mutation DeployComponent($input: DeployComponentInput!) {\n    deployComponent(input: $input) {\n      id\n      name\n    }\n  }\n": types.DeployComponentDocument,
    "\n  mutation UpgradeInstances($input: UpgradeInstancesInput!) {\n    upgradeInstances(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n": types.UpgradeInstancesDocument,
    "\n  query InstanceToUpgrade($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      id\n      name\n      version\n      revision\n      deploySystem\n      scaleInWindow\n      maxUnavailable {\n        value\n        percent\n      }\n      application {\n        id\n        name\n      }\n      component {\n        id\n        name\n        runtime\n        source {\n          kind\n        }\n      }\n      environment {\n        id\n        name\n      }\n      revisions {\n        number\n        settings\n      }\n      viewerCan {\n        upgradeInstance {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.InstanceToUpgradeDocument,
    "\n  mutation UpgradeInstance($input: UpgradeInstanceInput!) {\n    upgradeInstance(input: $input) {\n      id\n      version\n    }\n  }\n": types.UpgradeInstanceDocument,
    "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    createEnvironment(input: $input) {\n      id\n      name\n    }\n  }\n": types.CreateEnvironmentDocument,
    "\n  mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {\n    deleteEnvironment(input: $input) {\n      id\n    }\n  }\n": types.DeleteEnvironmentDocument,
    "\n  mutation DeleteResource($input: DeleteResourceInput!) {\n    deleteResource(input: $input) {\n      id\n    }\n  }\n": types.DeleteResourceDocument,
    "\n  query EnvironmentToEdit($environmentId: ID!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      description\n      vpc {\n        id\n        name\n      }\n      resources {\n        id\n      }\n      viewerCan {\n        updateEnvironment {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.EnvironmentToEditDocument,
    "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    updateEnvironment(input: $input) {\n      id\n      name\n    }\n  }\n": types.UpdateEnvironmentDocument,
    "\n  query EnvironmentChoices {\n    environments(first: 200, orderBy: name) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.EnvironmentChoicesDocument,
    "\n  query Vpcs {\n    resources(first: 200, kind: vpc) {\n      nodes {\n        id\n        name\n        attributes {\n          cidr\n        }\n      }\n    }\n  }\n": types.VpcsDocument,
    "\n  query EnvironmentList($after: String, $search: String) {\n    environments(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        createdAt\n        vpc {\n          id\n          name\n        }\n        resources {\n          id\n          name\n          kind\n          role\n        }\n        viewerCan {\n          updateEnvironment {\n            allowed\n            reason\n          }\n          deleteEnvironment {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": types.EnvironmentListDocument,
    "\n  query ResourcesOfVpc($vpcId: ID!) {\n    resources(first: 200, vpcId: $vpcId) {\n      nodes {\n        id\n        name\n        kind\n        selectionRefusal\n        attributes {\n          address\n          engine\n          host\n        }\n      }\n    }\n  }\n": types.ResourcesOfVpcDocument,
    "\n  mutation RegisterResource($input: RegisterResourceInput!) {\n    registerResource(input: $input) {\n      id\n    }\n  }\n": types.RegisterResourceDocument,
    "\n  mutation UpdateResource($input: UpdateResourceInput!) {\n    updateResource(input: $input) {\n      id\n    }\n  }\n": types.UpdateResourceDocument,
    "\n  query ResourceChoices($kind: ResourceKind!, $vpcId: ID) {\n    resources(first: 200, kind: $kind, vpcId: $vpcId) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.ResourceChoicesDocument,
    "\n  query ResourceList($after: String, $search: String, $kind: ResourceKind) {\n    resources(first: 20, after: $after, search: $search, kind: $kind) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        kind\n        createdAt\n        agentId\n        selectionRefusal\n        vpc {\n          id\n          name\n        }\n        cluster {\n          id\n          name\n        }\n        attributes {\n          address\n          availabilityZone\n          cidr\n          database\n          engine\n          host\n          ipv6DualStack\n          port\n          public\n          region\n          version\n        }\n        viewerCan {\n          updateResource {\n            allowed\n            reason\n          }\n          deleteResource {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": types.ResourceListDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      account\n      projectId\n      projects {\n        id\n        name\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation AddAccess($input: AddAccessInput!) {\n    addAccess(input: $input) {\n      id\n      name\n    }\n  }\n": types.AddAccessDocument,
    "\n  mutation RemoveAccess($input: RemoveAccessInput!) {\n    removeAccess(input: $input) {\n      id\n    }\n  }\n": types.RemoveAccessDocument,
    "\n  fragment AccessParts on Access {\n    id\n    name\n    mode\n    protocol\n    containerPort\n    accessPort\n    address\n    addresses\n  }\n": types.AccessPartsFragmentDoc,
    "\n  query InstanceEvents($instanceId: ID!, $replicaId: ID, $type: EventType) {\n    instanceEvents(instanceId: $instanceId, replicaId: $replicaId, type: $type, first: 200) {\n      replicaId\n      type\n      reason\n      message\n      at\n    }\n  }\n": types.InstanceEventsDocument,
    "\n  fragment InstanceMenuParts on Instance {\n    id\n    name\n    state\n    version\n    replicas\n    component {\n      id\n      name\n    }\n    viewerCan {\n      upgradeInstance {\n        allowed\n        reason\n      }\n      scaleInstance {\n        allowed\n        reason\n      }\n      startInstance {\n        allowed\n        reason\n      }\n      stopInstance {\n        allowed\n        reason\n      }\n      restartInstance {\n        allowed\n        reason\n      }\n      rollbackInstance {\n        allowed\n        reason\n      }\n      deleteInstance {\n        allowed\n        reason\n      }\n    }\n  }\n": types.InstanceMenuPartsFragmentDoc,
    "\n  query InstancePage($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      ...InstanceMenuParts\n      failure\n      revision\n      ready\n      deploySystem\n      scaleInWindow\n      createdBy\n      createdAt\n      updatedAt\n      application {\n        id\n        name\n      }\n      component {\n        id\n        name\n        type\n        runtime\n      }\n      environment {\n        id\n        name\n      }\n      replicaList {\n        id\n        revision\n        state\n        ready\n        port\n        restarts\n        startedAt\n        message\n      }\n      accesses {\n        ...AccessParts\n      }\n      revisions {\n        number\n        version\n        description\n        restores\n        proven\n        createdBy\n        createdAt\n        settings\n      }\n      viewerCan {\n        addAccess {\n          allowed\n          reason\n        }\n        removeAccess {\n          allowed\n          reason\n        }\n      }\n    }\n    tasks(instanceId: $instanceId, first: 1) {\n      nodes {\n        id\n        kind\n        state\n        createdAt\n        startedBy\n        failure\n        endedAt\n      }\n    }\n  }\n": types.InstancePageDocument,
    "\n  mutation StartInstance($input: StartInstanceInput!) {\n    startInstance(input: $input) {\n      id\n      state\n    }\n  }\n": types.StartInstanceDocument,
    "\n  mutation StopInstance($input: StopInstanceInput!) {\n    stopInstance(input: $input) {\n      id\n      state\n    }\n  }\n": types.StopInstanceDocument,
    "\n  mutation RestartInstance($input: RestartInstanceInput!) {\n    restartInstance(input: $input) {\n      id\n      state\n    }\n  }\n": types.RestartInstanceDocument,
    "\n  mutation ScaleInstance($input: ScaleInstanceInput!) {\n    scaleInstance(input: $input) {\n      id\n      state\n    }\n  }\n": types.ScaleInstanceDocument,
    "\n  mutation DeleteInstance($input: DeleteInstanceInput!) {\n    deleteInstance(input: $input) {\n      id\n      state\n    }\n  }\n": types.DeleteInstanceDocument,
    "\n  query RunLog(\n    $instanceId: ID!\n    $replicaId: ID\n    $file: String\n    $from: String\n    $to: String\n    $search: String\n    $before: String\n    $last: Int\n  ) {\n    runLog(\n      instanceId: $instanceId\n      replicaId: $replicaId\n      file: $file\n      from: $from\n      to: $to\n      search: $search\n      before: $before\n      last: $last\n    ) {\n      cursor\n      at\n      replicaId\n      file\n      text\n    }\n  }\n": types.RunLogDocument,
    "\n  subscription RunLogAdded($instanceId: ID!, $replicaId: ID, $file: String, $after: String) {\n    runLogAdded(instanceId: $instanceId, replicaId: $replicaId, file: $file, after: $after) {\n      cursor\n      at\n      replicaId\n      file\n      text\n    }\n  }\n": types.RunLogAddedDocument,
    "\n  query LogFiles($instanceId: ID!) {\n    logFiles(instanceId: $instanceId) {\n      replicaId\n      file\n      running\n    }\n  }\n": types.LogFilesDocument,
    "\n  query InstanceTasks($instanceId: ID!, $after: String) {\n    tasks(instanceId: $instanceId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        state\n        failure\n        startedBy\n        createdAt\n        endedAt\n      }\n    }\n  }\n": types.InstanceTasksDocument,
    "\n  subscription TaskLogAdded($taskId: ID!, $after: String) {\n    taskLogAdded(taskId: $taskId, after: $after) {\n      cursor\n      at\n      level\n      message\n    }\n  }\n": types.TaskLogAddedDocument,
    "\n  query TaskLog($taskId: ID!) {\n    taskLog(taskId: $taskId) {\n      cursor\n      at\n      level\n      message\n    }\n  }\n": types.TaskLogDocument,
    "\n  mutation RollbackInstance($input: RollbackInstanceInput!) {\n    rollbackInstance(input: $input) {\n      id\n      version\n    }\n  }\n": types.RollbackInstanceDocument,
    "\n  query OverviewFailed {\n    tasks(first: 10, state: failed) {\n      nodes {\n        id\n        kind\n        instanceId\n        instanceName\n        failure\n        createdAt\n      }\n    }\n  }\n": types.OverviewFailedDocument,
    "\n  query OverviewHealth {\n    instances(first: 200) {\n      totalCount\n      nodes {\n        id\n        state\n        failure\n        ready\n        replicas\n        component {\n          id\n          name\n        }\n        environment {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.OverviewHealthDocument,
    "\n  query OverviewCounts {\n    applications(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n    environments(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n    instances(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n  }\n": types.OverviewCountsDocument,
    "\n  query OverviewTasks {\n    tasks(first: 20) {\n      nodes {\n        id\n        kind\n        state\n        instanceId\n        instanceName\n        startedBy\n        createdAt\n      }\n    }\n  }\n": types.OverviewTasksDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription InstanceChanges($after: String) {\n    instanceChanged(after: $after) {\n      cursor\n      instanceId\n      environmentId\n    }\n  }\n"): typeof import('./graphql.ts').InstanceChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApplication($input: CreateApplicationInput!) {\n    createApplication(input: $input) {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql.ts').CreateApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateApplication($input: UpdateApplicationInput!) {\n    updateApplication(input: $input) {\n      id\n      name\n      description\n    }\n  }\n"): typeof import('./graphql.ts').UpdateApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationList($after: String, $search: String, $orderBy: ListApplicationsOrderBy) {\n    applications(first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        createdBy\n        createdAt\n        updatedAt\n        viewerCan {\n          updateApplication {\n            allowed\n            reason\n          }\n          deleteApplication {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ApplicationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationVariables($applicationId: ID!, $environmentId: ID!) {\n    applicationVariables(applicationId: $applicationId, environmentId: $environmentId) {\n      key\n      value\n    }\n  }\n"): typeof import('./graphql.ts').ApplicationVariablesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetApplicationVariables($input: SetApplicationVariablesInput!) {\n    setApplicationVariables(input: $input) {\n      key\n      value\n    }\n  }\n"): typeof import('./graphql.ts').SetApplicationVariablesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationPage($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id\n      name\n      description\n      viewerCan {\n        createComponent {\n          allowed\n          reason\n        }\n        deleteApplication {\n          allowed\n          reason\n        }\n        updateApplication {\n          allowed\n          reason\n        }\n        setApplicationVariables {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ApplicationPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteApplication($input: DeleteApplicationInput!) {\n    deleteApplication(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteApplicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentView($applicationId: ID!, $environmentId: ID!) {\n    instances(first: 200, applicationId: $applicationId, environmentId: $environmentId) {\n      nodes {\n        ...InstanceMenuParts\n        failure\n        revision\n        ready\n        replicas\n        updatedAt\n        deploySystem\n        component {\n          id\n          name\n          type\n          runtime\n        }\n        accesses {\n          id\n          address\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentViewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComponentPage($componentId: ID!) {\n    component(componentId: $componentId) {\n      id\n      name\n      description\n      type\n      runtime\n      framework\n      createdBy\n      createdAt\n      application {\n        id\n        name\n      }\n      source {\n        kind\n        repository\n        package {\n          id\n          fileName\n          size\n        }\n      }\n      python {\n        framework\n        module\n        variable\n      }\n      instances {\n        ...InstanceMenuParts\n        failure\n        ready\n        updatedAt\n        environment {\n          id\n          name\n        }\n        accesses {\n          ...AccessParts\n        }\n      }\n      viewerCan {\n        deployComponent {\n          allowed\n          reason\n        }\n        updateComponentSource {\n          allowed\n          reason\n        }\n        deleteComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ComponentPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComponentList($applicationId: ID!, $after: String, $search: String, $orderBy: ListComponentsOrderBy) {\n    components(applicationId: $applicationId, first: 20, after: $after, search: $search, orderBy: $orderBy) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        type\n        runtime\n        framework\n        createdAt\n        source {\n          kind\n          repository\n          package {\n            id\n            fileName\n            size\n          }\n        }\n        instances {\n          id\n          state\n          failure\n          version\n          environment {\n            id\n            name\n          }\n        }\n        viewerCan {\n          deployComponent {\n            allowed\n            reason\n          }\n          updateComponentSource {\n            allowed\n            reason\n          }\n          deleteComponent {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ComponentListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationForComponent($applicationId: ID!) {\n    application(applicationId: $applicationId) {\n      id\n      name\n      viewerCan {\n        createComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ApplicationForComponentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateComponent($input: CreateComponentInput!) {\n    createComponent(input: $input) {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql.ts').CreateComponentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteComponents($input: DeleteComponentsInput!) {\n    deleteComponents(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n"): typeof import('./graphql.ts').DeleteComponentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteComponentTemplate($input: DeleteComponentTemplateInput!) {\n    deleteComponentTemplate(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteComponentTemplateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComponentOptions {\n    runtimes {\n      id\n      label\n      family\n      packageKind\n      packageHelp\n      vmDeployable\n      hasJvm\n      hasServerXml\n      asksPythonFramework\n      defaultPort\n    }\n    componentOptions {\n      frameworks {\n        id\n        label\n      }\n      pythonFrameworks {\n        name\n        asksModule\n      }\n      templates {\n        name\n        type\n        runtime\n        framework\n        frameworkLabel\n      }\n      combinations {\n        type\n        framework\n        runtime\n        sources\n      }\n    }\n    componentTemplates(first: 100) {\n      nodes {\n        id\n        name\n        type\n        runtime\n        framework\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ComponentOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadyPackages($format: PackageFormat, $search: String) {\n    packages(first: 50, state: ready, format: $format, search: $search) {\n      nodes {\n        id\n        fileName\n        size\n        createdAt\n        createdBy\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ReadyPackagesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChosenPackage($packageId: ID!) {\n    package(packageId: $packageId) {\n      id\n      fileName\n      size\n      createdAt\n      createdBy\n    }\n  }\n"): typeof import('./graphql.ts').ChosenPackageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClustersToBuild {\n    resources(first: 200, kind: cluster) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ClustersToBuildDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpgradeComponents($input: UpgradeComponentsInput!) {\n    upgradeComponents(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n"): typeof import('./graphql.ts').UpgradeComponentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartUpload($input: StartPackageUploadInput!) {\n    startPackageUpload(input: $input) {\n      package {\n        id\n      }\n      url\n      partSize\n      parts {\n        number\n        url\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StartUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteUpload($input: CompletePackageUploadInput!) {\n    completePackageUpload(input: $input) {\n      id\n      fileName\n      state\n      refusal\n      size\n      format\n    }\n  }\n"): typeof import('./graphql.ts').CompleteUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AbortUpload($input: AbortPackageUploadInput!) {\n    abortPackageUpload(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').AbortUploadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentResources($environmentId: ID!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      resources {\n        id\n        name\n        kind\n        attributes {\n          engine\n          address\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentResourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloneToEnvironment($input: CloneToEnvironmentInput!) {\n    cloneToEnvironment(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n"): typeof import('./graphql.ts').CloneToEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeploySummary($environmentId: ID!, $packageId: ID!, $withPackage: Boolean!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      resources {\n        id\n        name\n      }\n    }\n    package(packageId: $packageId) @include(if: $withPackage) {\n      id\n      fileName\n    }\n  }\n"): typeof import('./graphql.ts').DeploySummaryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComponentToDeploy($componentId: ID!) {\n    component(componentId: $componentId) {\n      id\n      name\n      runtime\n      type\n      application {\n        id\n        name\n      }\n      source {\n        kind\n        package {\n          id\n          fileName\n        }\n      }\n      instances {\n        id\n        environment {\n          id\n          name\n        }\n      }\n      viewerCan {\n        deployComponent {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ComponentToDeployDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeployComponent($input: DeployComponentInput!) {\n    deployComponent(input: $input) {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql.ts').DeployComponentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpgradeInstances($input: UpgradeInstancesInput!) {\n    upgradeInstances(input: $input) {\n      id\n      done\n      code\n      message\n    }\n  }\n"): typeof import('./graphql.ts').UpgradeInstancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstanceToUpgrade($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      id\n      name\n      version\n      revision\n      deploySystem\n      scaleInWindow\n      maxUnavailable {\n        value\n        percent\n      }\n      application {\n        id\n        name\n      }\n      component {\n        id\n        name\n        runtime\n        source {\n          kind\n        }\n      }\n      environment {\n        id\n        name\n      }\n      revisions {\n        number\n        settings\n      }\n      viewerCan {\n        upgradeInstance {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').InstanceToUpgradeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpgradeInstance($input: UpgradeInstanceInput!) {\n    upgradeInstance(input: $input) {\n      id\n      version\n    }\n  }\n"): typeof import('./graphql.ts').UpgradeInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    createEnvironment(input: $input) {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql.ts').CreateEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {\n    deleteEnvironment(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteResource($input: DeleteResourceInput!) {\n    deleteResource(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteResourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentToEdit($environmentId: ID!) {\n    environment(environmentId: $environmentId) {\n      id\n      name\n      description\n      vpc {\n        id\n        name\n      }\n      resources {\n        id\n      }\n      viewerCan {\n        updateEnvironment {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentToEditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    updateEnvironment(input: $input) {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql.ts').UpdateEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentChoices {\n    environments(first: 200, orderBy: name) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Vpcs {\n    resources(first: 200, kind: vpc) {\n      nodes {\n        id\n        name\n        attributes {\n          cidr\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').VpcsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentList($after: String, $search: String) {\n    environments(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        createdAt\n        vpc {\n          id\n          name\n        }\n        resources {\n          id\n          name\n          kind\n          role\n        }\n        viewerCan {\n          updateEnvironment {\n            allowed\n            reason\n          }\n          deleteEnvironment {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResourcesOfVpc($vpcId: ID!) {\n    resources(first: 200, vpcId: $vpcId) {\n      nodes {\n        id\n        name\n        kind\n        selectionRefusal\n        attributes {\n          address\n          engine\n          host\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResourcesOfVpcDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterResource($input: RegisterResourceInput!) {\n    registerResource(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').RegisterResourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateResource($input: UpdateResourceInput!) {\n    updateResource(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').UpdateResourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResourceChoices($kind: ResourceKind!, $vpcId: ID) {\n    resources(first: 200, kind: $kind, vpcId: $vpcId) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResourceChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResourceList($after: String, $search: String, $kind: ResourceKind) {\n    resources(first: 20, after: $after, search: $search, kind: $kind) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        kind\n        createdAt\n        agentId\n        selectionRefusal\n        vpc {\n          id\n          name\n        }\n        cluster {\n          id\n          name\n        }\n        attributes {\n          address\n          availabilityZone\n          cidr\n          database\n          engine\n          host\n          ipv6DualStack\n          port\n          public\n          region\n          version\n        }\n        viewerCan {\n          updateResource {\n            allowed\n            reason\n          }\n          deleteResource {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ResourceListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      name\n      account\n      projectId\n      projects {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddAccess($input: AddAccessInput!) {\n    addAccess(input: $input) {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql.ts').AddAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAccess($input: RemoveAccessInput!) {\n    removeAccess(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').RemoveAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccessParts on Access {\n    id\n    name\n    mode\n    protocol\n    containerPort\n    accessPort\n    address\n    addresses\n  }\n"): typeof import('./graphql.ts').AccessPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstanceEvents($instanceId: ID!, $replicaId: ID, $type: EventType) {\n    instanceEvents(instanceId: $instanceId, replicaId: $replicaId, type: $type, first: 200) {\n      replicaId\n      type\n      reason\n      message\n      at\n    }\n  }\n"): typeof import('./graphql.ts').InstanceEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InstanceMenuParts on Instance {\n    id\n    name\n    state\n    version\n    replicas\n    component {\n      id\n      name\n    }\n    viewerCan {\n      upgradeInstance {\n        allowed\n        reason\n      }\n      scaleInstance {\n        allowed\n        reason\n      }\n      startInstance {\n        allowed\n        reason\n      }\n      stopInstance {\n        allowed\n        reason\n      }\n      restartInstance {\n        allowed\n        reason\n      }\n      rollbackInstance {\n        allowed\n        reason\n      }\n      deleteInstance {\n        allowed\n        reason\n      }\n    }\n  }\n"): typeof import('./graphql.ts').InstanceMenuPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstancePage($instanceId: ID!) {\n    instance(instanceId: $instanceId) {\n      ...InstanceMenuParts\n      failure\n      revision\n      ready\n      deploySystem\n      scaleInWindow\n      createdBy\n      createdAt\n      updatedAt\n      application {\n        id\n        name\n      }\n      component {\n        id\n        name\n        type\n        runtime\n      }\n      environment {\n        id\n        name\n      }\n      replicaList {\n        id\n        revision\n        state\n        ready\n        port\n        restarts\n        startedAt\n        message\n      }\n      accesses {\n        ...AccessParts\n      }\n      revisions {\n        number\n        version\n        description\n        restores\n        proven\n        createdBy\n        createdAt\n        settings\n      }\n      viewerCan {\n        addAccess {\n          allowed\n          reason\n        }\n        removeAccess {\n          allowed\n          reason\n        }\n      }\n    }\n    tasks(instanceId: $instanceId, first: 1) {\n      nodes {\n        id\n        kind\n        state\n        createdAt\n        startedBy\n        failure\n        endedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').InstancePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartInstance($input: StartInstanceInput!) {\n    startInstance(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').StartInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopInstance($input: StopInstanceInput!) {\n    stopInstance(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').StopInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestartInstance($input: RestartInstanceInput!) {\n    restartInstance(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').RestartInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ScaleInstance($input: ScaleInstanceInput!) {\n    scaleInstance(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').ScaleInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteInstance($input: DeleteInstanceInput!) {\n    deleteInstance(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').DeleteInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunLog(\n    $instanceId: ID!\n    $replicaId: ID\n    $file: String\n    $from: String\n    $to: String\n    $search: String\n    $before: String\n    $last: Int\n  ) {\n    runLog(\n      instanceId: $instanceId\n      replicaId: $replicaId\n      file: $file\n      from: $from\n      to: $to\n      search: $search\n      before: $before\n      last: $last\n    ) {\n      cursor\n      at\n      replicaId\n      file\n      text\n    }\n  }\n"): typeof import('./graphql.ts').RunLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RunLogAdded($instanceId: ID!, $replicaId: ID, $file: String, $after: String) {\n    runLogAdded(instanceId: $instanceId, replicaId: $replicaId, file: $file, after: $after) {\n      cursor\n      at\n      replicaId\n      file\n      text\n    }\n  }\n"): typeof import('./graphql.ts').RunLogAddedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LogFiles($instanceId: ID!) {\n    logFiles(instanceId: $instanceId) {\n      replicaId\n      file\n      running\n    }\n  }\n"): typeof import('./graphql.ts').LogFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstanceTasks($instanceId: ID!, $after: String) {\n    tasks(instanceId: $instanceId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        state\n        failure\n        startedBy\n        createdAt\n        endedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').InstanceTasksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TaskLogAdded($taskId: ID!, $after: String) {\n    taskLogAdded(taskId: $taskId, after: $after) {\n      cursor\n      at\n      level\n      message\n    }\n  }\n"): typeof import('./graphql.ts').TaskLogAddedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskLog($taskId: ID!) {\n    taskLog(taskId: $taskId) {\n      cursor\n      at\n      level\n      message\n    }\n  }\n"): typeof import('./graphql.ts').TaskLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RollbackInstance($input: RollbackInstanceInput!) {\n    rollbackInstance(input: $input) {\n      id\n      version\n    }\n  }\n"): typeof import('./graphql.ts').RollbackInstanceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewFailed {\n    tasks(first: 10, state: failed) {\n      nodes {\n        id\n        kind\n        instanceId\n        instanceName\n        failure\n        createdAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OverviewFailedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewHealth {\n    instances(first: 200) {\n      totalCount\n      nodes {\n        id\n        state\n        failure\n        ready\n        replicas\n        component {\n          id\n          name\n        }\n        environment {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OverviewHealthDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewCounts {\n    applications(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n    environments(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n    instances(first: 1) {\n      totalCount\n      nodes {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OverviewCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OverviewTasks {\n    tasks(first: 20) {\n      nodes {\n        id\n        kind\n        state\n        instanceId\n        instanceName\n        startedBy\n        createdAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OverviewTasksDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
