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
    "\n  mutation DeleteEngineBackup($input: DeleteEngineBackupInput!) {\n    deleteEngineBackup(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteEngineBackupDocument,
    "\n  mutation RestoreEngineBackup($input: RestoreEngineBackupInput!) {\n    restoreEngineBackup(input: $input) {\n      id\n    }\n  }\n": typeof types.RestoreEngineBackupDocument,
    "\n  query EngineBackups($engineId: ID!, $after: String) {\n    engineBackups(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        remark\n        kind\n        state\n        version\n        takenAt\n        entries\n        size\n        createdBy\n        createdAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n": typeof types.EngineBackupsDocument,
    "\n  query EngineBackupRights($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      backupPolicy {\n        weekdays\n        hour\n      }\n      viewerCan {\n        createEngineBackup {\n          allowed\n          reason\n        }\n        deleteEngineBackup {\n          allowed\n          reason\n        }\n        restoreEngineBackup {\n          allowed\n          reason\n        }\n        setEngineBackupPolicy {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.EngineBackupRightsDocument,
    "\n  mutation CreateEngineBackup($input: CreateEngineBackupInput!) {\n    createEngineBackup(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateEngineBackupDocument,
    "\n  mutation SetEngineBackupPolicy($input: SetEngineBackupPolicyInput!) {\n    setEngineBackupPolicy(input: $input) {\n      weekdays\n      hour\n    }\n  }\n": typeof types.SetEngineBackupPolicyDocument,
    "\n  mutation RemoveEngineBackupPolicy($input: RemoveEngineBackupPolicyInput!) {\n    removeEngineBackupPolicy(input: $input) {\n      id\n    }\n  }\n": typeof types.RemoveEngineBackupPolicyDocument,
    "\n  query EngineRestores($engineId: ID!, $after: String) {\n    engineRestores(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        backupName\n        state\n        startedBy\n        createdAt\n        endedAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n": typeof types.EngineRestoresDocument,
    "\n  query EngineApplications($engineId: ID!, $after: String, $search: String, $environment: String) {\n    engineApplications(engineId: $engineId, first: 20, after: $after, search: $search, environment: $environment) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        environment\n        microservices\n        instances\n      }\n    }\n  }\n": typeof types.EngineApplicationsDocument,
    "\n  query MicroserviceContracts($engineId: ID!, $serviceId: ID!) {\n    microserviceContracts(engineId: $engineId, serviceId: $serviceId, first: 200) {\n      nodes {\n        id\n        summary\n      }\n    }\n  }\n": typeof types.MicroserviceContractsDocument,
    "\n  query MicroserviceContract($engineId: ID!, $serviceId: ID!, $contractId: ID!) {\n    microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) {\n      id\n      text\n      format\n    }\n  }\n": typeof types.MicroserviceContractDocument,
    "\n  mutation CreateMicroservice($input: CreateMicroserviceInput!) {\n    createMicroservice(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateMicroserviceDocument,
    "\n  mutation DeleteMicroservice($input: DeleteMicroserviceInput!) {\n    deleteMicroservice(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteMicroserviceDocument,
    "\n  query MicroserviceInstances(\n    $engineId: ID!\n    $after: String\n    $serviceId: ID\n    $search: String\n    $environment: String\n    $application: String\n  ) {\n    microserviceInstances(\n      engineId: $engineId\n      first: 20\n      after: $after\n      serviceId: $serviceId\n      search: $search\n      environment: $environment\n      application: $application\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        serviceId\n        microservice\n        application\n        environment\n        version\n        hostName\n        endpoints\n        status\n        zone\n        region\n        properties {\n          key\n          value\n        }\n        registeredAt\n        updatedAt\n      }\n    }\n  }\n": typeof types.MicroserviceInstancesDocument,
    "\n  query RelatedMicroservices($engineId: ID!, $serviceId: ID!, $side: CallSide!, $after: String) {\n    relatedMicroservices(engineId: $engineId, serviceId: $serviceId, side: $side, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        version\n        application\n        instances\n        online\n      }\n    }\n  }\n": typeof types.RelatedMicroservicesDocument,
    "\n  query Microservices(\n    $engineId: ID!\n    $after: String\n    $search: String\n    $environment: String\n    $application: String\n    $microservice: String\n  ) {\n    microservices(\n      engineId: $engineId\n      first: 20\n      after: $after\n      search: $search\n      environment: $environment\n      application: $application\n      microservice: $microservice\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        version\n        application\n        environment\n        instances\n        online\n        registeredBy\n        framework {\n          name\n          version\n        }\n        createdAt\n      }\n    }\n  }\n": typeof types.MicroservicesDocument,
    "\n  mutation AddMicroserviceTag($input: AddMicroserviceTagInput!) {\n    addMicroserviceTag(input: $input) {\n      id\n    }\n  }\n": typeof types.AddMicroserviceTagDocument,
    "\n  mutation UpdateMicroserviceTag($input: UpdateMicroserviceTagInput!) {\n    updateMicroserviceTag(input: $input) {\n      id\n    }\n  }\n": typeof types.UpdateMicroserviceTagDocument,
    "\n  mutation DeleteMicroserviceTag($input: DeleteMicroserviceTagInput!) {\n    deleteMicroserviceTag(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteMicroserviceTagDocument,
    "\n  query MicroservicePage($engineId: ID!, $serviceId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      viewerCan {\n        ...ConfigurationRights\n        addMicroserviceTag {\n          allowed\n          reason\n        }\n        updateMicroserviceTag {\n          allowed\n          reason\n        }\n        deleteMicroserviceTag {\n          allowed\n          reason\n        }\n        deleteMicroservice {\n          allowed\n          reason\n        }\n        setMicroserviceInstanceStatus {\n          allowed\n          reason\n        }\n        ...GovernanceRights\n        ...GrayRights\n      }\n    }\n    microservice(engineId: $engineId, serviceId: $serviceId) {\n      id\n      name\n      version\n      alias\n      application\n      environment\n      description\n      registeredBy\n      instances\n      online\n      createdAt\n      framework {\n        name\n        version\n      }\n      properties {\n        key\n        value\n      }\n      tags {\n        key\n        value\n      }\n    }\n  }\n": typeof types.MicroservicePageDocument,
    "\n  mutation SetInstanceStatus($input: SetMicroserviceInstanceStatusInput!) {\n    setMicroserviceInstanceStatus(input: $input) {\n      id\n      status\n    }\n  }\n": typeof types.SetInstanceStatusDocument,
    "\n  mutation DeleteConfigurationItems($input: DeleteConfigurationItemsInput!) {\n    deleteConfigurationItems(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteConfigurationItemsDocument,
    "\n  mutation ImportConfiguration($input: ImportConfigurationInput!) {\n    importConfiguration(input: $input) {\n      id\n    }\n  }\n": typeof types.ImportConfigurationDocument,
    "\n  mutation SwitchConfigurationItem($input: UpdateConfigurationItemInput!) {\n    updateConfigurationItem(input: $input) {\n      id\n      status\n    }\n  }\n": typeof types.SwitchConfigurationItemDocument,
    "\n  mutation CreateConfigurationItem($input: CreateConfigurationItemInput!) {\n    createConfigurationItem(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateConfigurationItemDocument,
    "\n  mutation UpdateConfigurationItem($input: UpdateConfigurationItemInput!) {\n    updateConfigurationItem(input: $input) {\n      id\n      value\n      revision\n    }\n  }\n": typeof types.UpdateConfigurationItemDocument,
    "\n  query ConfigurationRevisions($engineId: ID!, $itemId: ID!) {\n    configurationRevisions(engineId: $engineId, itemId: $itemId) {\n      revision\n      value\n      status\n      deleted\n      changedBy\n      updatedAt\n    }\n  }\n": typeof types.ConfigurationRevisionsDocument,
    "\n  query ConfigurationDifference($engineId: ID!, $itemId: ID!, $from: Int!, $to: Int!) {\n    configurationDifference(engineId: $engineId, itemId: $itemId, from: $from, to: $to) {\n      change\n      text\n    }\n  }\n": typeof types.ConfigurationDifferenceDocument,
    "\n  mutation RollbackConfigurationItem($input: RollbackConfigurationItemInput!) {\n    rollbackConfigurationItem(input: $input) {\n      id\n      revision\n    }\n  }\n": typeof types.RollbackConfigurationItemDocument,
    "\n  query ConfigurationItems(\n    $engineId: ID!\n    $after: String\n    $search: String\n    $scope: String\n    $service: String\n    $application: String\n    $environment: String\n    $deleted: Boolean\n  ) {\n    configurationItems(\n      engineId: $engineId\n      first: 20\n      after: $after\n      search: $search\n      scope: $scope\n      service: $service\n      application: $application\n      environment: $environment\n      deleted: $deleted\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        key\n        value\n        valueType\n        status\n        scope\n        environment\n        revision\n        deleted\n        changedBy\n        updatedAt\n      }\n    }\n  }\n": typeof types.ConfigurationItemsDocument,
    "\n  fragment ConfigurationRights on EnginePermissions {\n    createConfigurationItem {\n      allowed\n      reason\n    }\n    updateConfigurationItem {\n      allowed\n      reason\n    }\n    deleteConfigurationItems {\n      allowed\n      reason\n    }\n    importConfiguration {\n      allowed\n      reason\n    }\n    rollbackConfigurationItem {\n      allowed\n      reason\n    }\n  }\n": typeof types.ConfigurationRightsFragmentDoc,
    "\n  query ExportConfiguration($engineId: ID!, $scope: String!, $environment: String) {\n    configurationExport(engineId: $engineId, scope: $scope, environment: $environment) {\n      file\n      fileName\n    }\n  }\n": typeof types.ExportConfigurationDocument,
    "\n  query EngineConsole($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      state\n      viewerCan {\n        createMicroservice {\n          allowed\n          reason\n        }\n        setMicroserviceInstanceStatus {\n          allowed\n          reason\n        }\n        ...ConfigurationRights\n      }\n    }\n  }\n": typeof types.EngineConsoleDocument,
    "\n  subscription DashboardChanged($engineId: ID!, $application: String, $search: String, $sort: GetDashboardSort) {\n    dashboardChanged(engineId: $engineId, application: $application, search: $search, sort: $sort, first: 100) {\n      applications\n      services {\n        service\n        application\n        environment\n        versions\n        instances\n        silentInstances\n        throughput\n        latencyMs\n        p50Ms\n        p90Ms\n        p99Ms\n        successRate\n        calls\n        failedCalls\n        breakerOpen\n        lastAt\n      }\n    }\n  }\n": typeof types.DashboardChangedDocument,
    "\n  subscription DashboardServiceChanged($engineId: ID!, $application: String!, $service: String!, $environment: String) {\n    dashboardServiceChanged(\n      engineId: $engineId\n      application: $application\n      service: $service\n      environment: $environment\n    ) {\n      operations {\n        name\n        direction\n        throughput\n        latencyMs\n        p99Ms\n        successRate\n        timeouts\n        rejected\n        breakerOpen\n      }\n      instances {\n        instanceId\n        host\n        version\n        silent\n        throughput\n        latencyMs\n        successRate\n        cpu\n        threads\n      }\n    }\n  }\n": typeof types.DashboardServiceChangedDocument,
    "\n  query FreePublicIps {\n    resources(first: 200, kind: public_ip) {\n      nodes {\n        id\n        name\n        attributes {\n          address\n        }\n      }\n    }\n  }\n": typeof types.FreePublicIpsDocument,
    "\n  mutation OpenEngine($input: OpenEnginePublicAccessInput!) {\n    openEnginePublicAccess(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.OpenEngineDocument,
    "\n  mutation CloseEngine($input: CloseEnginePublicAccessInput!) {\n    closeEnginePublicAccess(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.CloseEngineDocument,
    "\n  query NetworksForEngine {\n    resources(first: 200) {\n      nodes {\n        id\n        name\n        kind\n        vpc {\n          id\n        }\n        attributes {\n          cidr\n          availabilityZone\n        }\n      }\n    }\n  }\n": typeof types.NetworksForEngineDocument,
    "\n  mutation CreateEngine($input: CreateEngineInput!) {\n    createEngine(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateEngineDocument,
    "\n  mutation DeleteEngine($input: DeleteEngineInput!) {\n    deleteEngine(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.DeleteEngineDocument,
    "\n  mutation UpdateEngine($input: UpdateEngineInput!) {\n    updateEngine(input: $input) {\n      id\n      description\n    }\n  }\n": typeof types.UpdateEngineDocument,
    "\n  fragment EngineParts on Engine {\n    id\n    name\n    edition\n    specification\n    instanceQuota\n    version\n    state\n    failure {\n      code\n      message\n      service\n    }\n    upgrades {\n      version\n      notes\n    }\n    viewerCan {\n      retryEngine {\n        allowed\n        reason\n      }\n      resizeEngine {\n        allowed\n        reason\n      }\n      upgradeEngine {\n        allowed\n        reason\n      }\n      deleteEngine {\n        allowed\n        reason\n      }\n    }\n  }\n": typeof types.EnginePartsFragmentDoc,
    "\n  query EngineList($after: String, $search: String) {\n    engines(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...EngineParts\n        description\n        zones\n        createdAt\n        addresses {\n          url\n          scope\n        }\n      }\n    }\n  }\n": typeof types.EngineListDocument,
    "\n  query EnginePage($engineId: ID!) {\n    engine(engineId: $engineId) {\n      ...EngineParts\n      description\n      zones\n      authentication\n      ipv6\n      createdBy\n      createdAt\n      updatedAt\n      vpc {\n        id\n        name\n      }\n      subnet {\n        id\n        name\n      }\n      publicIp {\n        id\n        name\n      }\n      addresses {\n        url\n        scope\n        family\n      }\n      operation {\n        id\n        kind\n        createdAt\n      }\n      viewerCan {\n        updateEngine {\n          allowed\n          reason\n        }\n        openEnginePublicAccess {\n          allowed\n          reason\n        }\n        closeEnginePublicAccess {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.EnginePageDocument,
    "\n  subscription EngineChanged($engineId: ID, $after: String) {\n    engineChanged(engineId: $engineId, after: $after) {\n      cursor\n      engineId\n      state\n    }\n  }\n": typeof types.EngineChangedDocument,
    "\n  query EngineOperations($engineId: ID!, $after: String) {\n    engineOperations(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        state\n        startedBy\n        createdAt\n        endedAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n": typeof types.EngineOperationsDocument,
    "\n  subscription EngineOperationLogAdded($operationId: ID!, $after: String) {\n    engineOperationLogAdded(operationId: $operationId, after: $after) {\n      cursor\n      at\n      level\n      step\n      message\n    }\n  }\n": typeof types.EngineOperationLogAddedDocument,
    "\n  mutation ResizeEngine($input: ResizeEngineInput!) {\n    resizeEngine(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.ResizeEngineDocument,
    "\n  mutation RetryEngine($input: RetryEngineInput!) {\n    retryEngine(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.RetryEngineDocument,
    "\n  mutation UpgradeEngine($input: UpgradeEngineInput!) {\n    upgradeEngine(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.UpgradeEngineDocument,
    "\n  mutation ResetEngineAccountPassword($input: ResetEngineAccountPasswordInput!) {\n    resetEngineAccountPassword(input: $input) {\n      name\n    }\n  }\n": typeof types.ResetEngineAccountPasswordDocument,
    "\n  mutation DeleteEngineAccount($input: DeleteEngineAccountInput!) {\n    deleteEngineAccount(input: $input) {\n      name\n    }\n  }\n": typeof types.DeleteEngineAccountDocument,
    "\n  mutation CreateEngineAccount($input: CreateEngineAccountInput!) {\n    createEngineAccount(input: $input) {\n      name\n    }\n  }\n": typeof types.CreateEngineAccountDocument,
    "\n  mutation UpdateEngineAccount($input: UpdateEngineAccountInput!) {\n    updateEngineAccount(input: $input) {\n      name\n      roles\n      status\n    }\n  }\n": typeof types.UpdateEngineAccountDocument,
    "\n  mutation SetEngineAuthentication($input: SetEngineAuthenticationInput!) {\n    setEngineAuthentication(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.SetEngineAuthenticationDocument,
    "\n  mutation DeleteEngineRole($input: DeleteEngineRoleInput!) {\n    deleteEngineRole(input: $input) {\n      name\n    }\n  }\n": typeof types.DeleteEngineRoleDocument,
    "\n  mutation CreateEngineRole($input: CreateEngineRoleInput!) {\n    createEngineRole(input: $input) {\n      name\n    }\n  }\n": typeof types.CreateEngineRoleDocument,
    "\n  mutation UpdateEngineRole($input: UpdateEngineRoleInput!) {\n    updateEngineRole(input: $input) {\n      name\n    }\n  }\n": typeof types.UpdateEngineRoleDocument,
    "\n  query EngineSecurity($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      authentication\n      viewerCan {\n        setEngineAuthentication {\n          allowed\n          reason\n        }\n        createEngineAccount {\n          allowed\n          reason\n        }\n        updateEngineAccount {\n          allowed\n          reason\n        }\n        resetEngineAccountPassword {\n          allowed\n          reason\n        }\n        deleteEngineAccount {\n          allowed\n          reason\n        }\n        createEngineRole {\n          allowed\n          reason\n        }\n        updateEngineRole {\n          allowed\n          reason\n        }\n        deleteEngineRole {\n          allowed\n          reason\n        }\n      }\n    }\n    engineAccounts(engineId: $engineId) {\n      name\n      roles\n      status\n      createdAt\n      updatedAt\n    }\n    engineRoles(engineId: $engineId) {\n      name\n      builtIn\n      permissions\n    }\n  }\n": typeof types.EngineSecurityDocument,
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
    "\n  mutation DeleteGovernanceRule($input: DeleteGovernanceRuleInput!) {\n    deleteGovernanceRule(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteGovernanceRuleDocument,
    "\n  mutation ConfirmGrayRule($input: ConfirmGrayRuleInput!) {\n    confirmGrayRule(input: $input) {\n      id\n      completedAt\n    }\n  }\n": typeof types.ConfirmGrayRuleDocument,
    "\n  query GrayParameters($engineId: ID!, $serviceId: ID!) {\n    grayParameters(engineId: $engineId, serviceId: $serviceId) {\n      name\n      in\n    }\n  }\n": typeof types.GrayParametersDocument,
    "\n  mutation DeleteGrayRule($input: DeleteGrayRuleInput!) {\n    deleteGrayRule(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteGrayRuleDocument,
    "\n  mutation CreateGrayRule($input: CreateGrayRuleInput!) {\n    createGrayRule(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateGrayRuleDocument,
    "\n  mutation UpdateGrayRule($input: UpdateGrayRuleInput!) {\n    updateGrayRule(input: $input) {\n      id\n    }\n  }\n": typeof types.UpdateGrayRuleDocument,
    "\n  query GrayRules($engineId: ID!, $serviceId: ID!) {\n    grayRules(engineId: $engineId, serviceId: $serviceId) {\n      id\n      name\n      priority\n      spec\n      updatedBy\n      updatedAt\n      completedAt\n    }\n  }\n": typeof types.GrayRulesDocument,
    "\n  fragment GrayRights on EnginePermissions {\n    createGrayRule {\n      allowed\n      reason\n    }\n    updateGrayRule {\n      allowed\n      reason\n    }\n    confirmGrayRule {\n      allowed\n      reason\n    }\n    deleteGrayRule {\n      allowed\n      reason\n    }\n  }\n": typeof types.GrayRightsFragmentDoc,
    "\n  query PreviewGrayRule(\n    $engineId: ID!\n    $serviceId: ID!\n    $ruleId: ID\n    $name: String\n    $priority: Int\n    $spec: GrayRuleSpecInput\n  ) {\n    grayRulePreview(\n      engineId: $engineId\n      serviceId: $serviceId\n      ruleId: $ruleId\n      name: $name\n      priority: $priority\n      spec: $spec\n    ) {\n      ...PreviewParts\n    }\n  }\n": typeof types.PreviewGrayRuleDocument,
    "\n  query VersionsOfService($engineId: ID!, $environment: String, $application: String, $microservice: String) {\n    microservices(\n      engineId: $engineId\n      first: 100\n      environment: $environment\n      application: $application\n      microservice: $microservice\n    ) {\n      nodes {\n        id\n        version\n      }\n    }\n  }\n": typeof types.VersionsOfServiceDocument,
    "\n  query GovernanceKinds($engineId: ID!) {\n    governanceKinds(engineId: $engineId) {\n      kind\n      governs\n      methods\n      title {\n        en\n        zh\n      }\n      fields {\n        name\n        kind\n        description\n        required\n        min\n        max\n        unit\n        default\n        label {\n          en\n          zh\n        }\n        choices {\n          value\n          label {\n            en\n            zh\n          }\n        }\n        when {\n          field\n          is\n        }\n      }\n      prerequisites {\n        frameworks\n        setting\n        text {\n          en\n          zh\n        }\n      }\n    }\n  }\n": typeof types.GovernanceKindsDocument,
    "\n  query ServicesToGovern(\n    $engineId: ID!\n    $environment: String\n    $application: String\n    $microservice: String\n    $search: String\n  ) {\n    microservices(\n      engineId: $engineId\n      first: 100\n      environment: $environment\n      application: $application\n      microservice: $microservice\n      search: $search\n    ) {\n      nodes {\n        id\n        name\n        application\n        version\n        contracts\n      }\n    }\n  }\n": typeof types.ServicesToGovernDocument,
    "\n  query OperationsToGovern($engineId: ID!, $serviceId: ID!, $contractId: ID!) {\n    microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) {\n      id\n      operations {\n        id\n        method\n        path\n      }\n    }\n  }\n": typeof types.OperationsToGovernDocument,
    "\n  query PreviewGovernanceRule(\n    $engineId: ID!\n    $serviceId: ID!\n    $kind: GovernanceKind!\n    $ruleId: ID\n    $spec: GovernanceSpecInput\n  ) {\n    governanceRulePreview(engineId: $engineId, serviceId: $serviceId, kind: $kind, ruleId: $ruleId, spec: $spec) {\n      ...PreviewParts\n    }\n  }\n": typeof types.PreviewGovernanceRuleDocument,
    "\n  fragment PreviewParts on GovernancePreview {\n    changes {\n      scope\n      environment\n      key\n      change\n      before\n      after\n      readBy\n    }\n    notes {\n      frameworks\n      text {\n        en\n        zh\n      }\n    }\n  }\n": typeof types.PreviewPartsFragmentDoc,
    "\n  mutation CreateGovernanceRule($input: CreateGovernanceRuleInput!) {\n    createGovernanceRule(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateGovernanceRuleDocument,
    "\n  mutation UpdateGovernanceRule($input: UpdateGovernanceRuleInput!) {\n    updateGovernanceRule(input: $input) {\n      id\n    }\n  }\n": typeof types.UpdateGovernanceRuleDocument,
    "\n  query GovernanceRules($engineId: ID!, $serviceId: ID, $after: String) {\n    governanceRules(engineId: $engineId, serviceId: $serviceId, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        spec\n        microservice\n        application\n        environment\n        updatedBy\n        updatedAt\n      }\n    }\n  }\n": typeof types.GovernanceRulesDocument,
    "\n  fragment GovernanceRights on EnginePermissions {\n    createGovernanceRule {\n      allowed\n      reason\n    }\n    updateGovernanceRule {\n      allowed\n      reason\n    }\n    deleteGovernanceRule {\n      allowed\n      reason\n    }\n  }\n": typeof types.GovernanceRightsFragmentDoc,
    "\n  query AccountRights {\n    viewer {\n      id\n      tenant {\n        id\n        viewerCan {\n          createUser {\n            allowed\n            reason\n          }\n          createGroup {\n            allowed\n            reason\n          }\n          createPolicy {\n            allowed\n            reason\n          }\n          createDelegation {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": typeof types.AccountRightsDocument,
    "\n  fragment AuditParts on AuditEventConnection {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      seq\n      at\n      actorKind\n      actorId\n      actorName\n      sourceIp\n      operation\n      targetKind\n      targetId\n      result\n      requestId\n      position\n      hash\n    }\n  }\n": typeof types.AuditPartsFragmentDoc,
    "\n  query AuditTrail(\n    $ofAccount: Boolean!\n    $after: String\n    $from: String\n    $until: String\n    $actorKind: AuditActorKind\n    $actorId: ID\n    $actorName: String\n    $sourceIp: String\n    $operation: String\n    $targetKind: String\n    $targetId: ID\n    $result: AuditResult\n    $requestId: ID\n  ) {\n    project: auditEvents(\n      first: 50\n      after: $after\n      from: $from\n      until: $until\n      actorKind: $actorKind\n      actorId: $actorId\n      actorName: $actorName\n      sourceIp: $sourceIp\n      operation: $operation\n      targetKind: $targetKind\n      targetId: $targetId\n      result: $result\n      requestId: $requestId\n    ) @skip(if: $ofAccount) {\n      ...AuditParts\n    }\n    account: accountAuditEvents(\n      first: 50\n      after: $after\n      from: $from\n      until: $until\n      actorKind: $actorKind\n      actorId: $actorId\n      actorName: $actorName\n      sourceIp: $sourceIp\n      operation: $operation\n      targetKind: $targetKind\n      targetId: $targetId\n      result: $result\n      requestId: $requestId\n    ) @include(if: $ofAccount) {\n      ...AuditParts\n    }\n  }\n": typeof types.AuditTrailDocument,
    "\n  fragment VerificationParts on AuditVerification {\n    intact\n    rows\n    head\n    sealedUpTo\n    broken {\n      position\n      seq\n      operation\n      reason\n    }\n  }\n": typeof types.VerificationPartsFragmentDoc,
    "\n  query VerifyAuditTrail($ofAccount: Boolean!) {\n    project: auditVerification @skip(if: $ofAccount) {\n      ...VerificationParts\n    }\n    account: accountAuditVerification @include(if: $ofAccount) {\n      ...VerificationParts\n    }\n  }\n": typeof types.VerifyAuditTrailDocument,
    "\n  query AccessKeys {\n    accessKeys {\n      id\n      description\n      enabled\n      system\n      projectId\n      createdAt\n      lastUsedAt\n    }\n  }\n": typeof types.AccessKeysDocument,
    "\n  mutation CreateAccessKey($input: CreateAccessKeyInput!) {\n    createAccessKey(input: $input) {\n      id\n      secret\n      fileName\n      credentials\n    }\n  }\n": typeof types.CreateAccessKeyDocument,
    "\n  mutation EnableAccessKey($input: EnableAccessKeyInput!) {\n    enableAccessKey(input: $input) {\n      id\n      enabled\n    }\n  }\n": typeof types.EnableAccessKeyDocument,
    "\n  mutation DisableAccessKey($input: DisableAccessKeyInput!) {\n    disableAccessKey(input: $input) {\n      id\n      enabled\n    }\n  }\n": typeof types.DisableAccessKeyDocument,
    "\n  mutation DeleteAccessKey($input: DeleteAccessKeyInput!) {\n    deleteAccessKey(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteAccessKeyDocument,
    "\n  query ApiTokens($after: String) {\n    apiTokens(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        hint\n        actions\n        resources\n        addresses\n        requestsPerMinute\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n        parentId\n      }\n    }\n  }\n": typeof types.ApiTokensDocument,
    "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      id\n      revokedAt\n    }\n  }\n": typeof types.RevokeApiTokenDocument,
    "\n  query SecondFactors {\n    secondFactors {\n      totp\n      passkeys\n      recoveryCodesLeft\n    }\n  }\n": typeof types.SecondFactorsDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      id\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      totp\n    }\n  }\n": typeof types.RemoveTotpDocument,
    "\n  mutation NewRecoveryCodes($input: MakeNewRecoveryCodesInput!) {\n    makeNewRecoveryCodes(input: $input) {\n      recoveryCodes\n    }\n  }\n": typeof types.NewRecoveryCodesDocument,
    "\n  query OwnSessions {\n    sessions {\n      id\n      client\n      sourceIp\n      method\n      mfa\n      current\n      createdAt\n      renewedAt\n      expiresAt\n    }\n  }\n": typeof types.OwnSessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      id\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      ended\n    }\n  }\n": typeof types.EndOtherSessionsDocument,
    "\n  query Passkeys {\n    passkeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n": typeof types.PasskeysDocument,
    "\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ticket\n      options\n    }\n  }\n": typeof types.BeginPasskeyDocument,
    "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      id\n    }\n  }\n": typeof types.AddPasskeyDocument,
    "\n  mutation DeletePasskey($input: DeletePasskeyInput!) {\n    deletePasskey(input: $input) {\n      id\n    }\n  }\n": typeof types.DeletePasskeyDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateProjectDocument,
    "\n  mutation RenameProject($input: RenameProjectInput!) {\n    renameProject(input: $input) {\n      id\n      name\n    }\n  }\n": typeof types.RenameProjectDocument,
    "\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      address\n      secret\n    }\n  }\n": typeof types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      recoveryCodes\n    }\n  }\n": typeof types.ConfirmTotpDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      id\n      token\n    }\n  }\n": typeof types.CreateApiTokenDocument,
    "\n  mutation CreateDelegation($input: CreateDelegationInput!) {\n    createDelegation(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateDelegationDocument,
    "\n  query DelegationList($after: String) {\n    delegations(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        delegateId\n        expiresAt\n        createdAt\n        project {\n          id\n          name\n        }\n        policies {\n          id\n          name\n        }\n        viewerCan {\n          deleteDelegation {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": typeof types.DelegationListDocument,
    "\n  query ReceivedDelegations {\n    receivedDelegations {\n      id\n      name\n      account\n      projectId\n      project\n      expiresAt\n    }\n  }\n": typeof types.ReceivedDelegationsDocument,
    "\n  mutation DeleteDelegation($input: DeleteDelegationInput!) {\n    deleteDelegation(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteDelegationDocument,
    "\n  query ExplainPermission(\n    $subjectId: ID!\n    $action: String!\n    $projectId: ID\n    $resourceId: ID\n    $ofAccount: Boolean\n    $sourceIp: String\n    $at: String\n    $mfa: Boolean\n    $tags: [String!]\n  ) {\n    explainPermission(\n      subjectId: $subjectId\n      action: $action\n      projectId: $projectId\n      resourceId: $resourceId\n      ofAccount: $ofAccount\n      sourceIp: $sourceIp\n      at: $at\n      mfa: $mfa\n      tags: $tags\n    ) {\n      allowed\n      action\n      decidedOn\n      path\n      reason\n      by {\n        effect\n        action\n        resource\n        condition\n        source\n        policy\n        policyId\n        statement\n        group\n        groupId\n      }\n    }\n  }\n": typeof types.ExplainPermissionDocument,
    "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteGroupDocument,
    "\n  mutation GrantPolicies($input: GrantPoliciesInput!) {\n    grantPolicies(input: $input) {\n      id\n    }\n  }\n": typeof types.GrantPoliciesDocument,
    "\n  query GroupChoice($search: String) {\n    groups(first: 50, search: $search, orderBy: name) {\n      nodes {\n        id\n        name\n        description\n      }\n    }\n  }\n": typeof types.GroupChoiceDocument,
    "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateGroupDocument,
    "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      id\n      name\n      description\n    }\n  }\n": typeof types.UpdateGroupDocument,
    "\n  mutation RevokeGrant($input: RevokeGrantInput!) {\n    revokeGrant(input: $input) {\n      id\n    }\n  }\n": typeof types.RevokeGrantDocument,
    "\n  query GroupList($after: String, $search: String) {\n    groups(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        memberCount\n        createdAt\n        grants {\n          id\n          policy\n        }\n        viewerCan {\n          updateGroup {\n            allowed\n            reason\n          }\n          deleteGroup {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": typeof types.GroupListDocument,
    "\n  query GroupMembers($groupId: ID!, $after: String, $search: String) {\n    users(groupId: $groupId, first: 20, after: $after, search: $search, orderBy: name) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        enabled\n      }\n    }\n  }\n": typeof types.GroupMembersDocument,
    "\n  mutation AddGroupMembers($input: AddGroupMembersInput!) {\n    addGroupMembers(input: $input) {\n      id\n      memberCount\n    }\n  }\n": typeof types.AddGroupMembersDocument,
    "\n  mutation RemoveGroupMember($input: RemoveGroupMemberInput!) {\n    removeGroupMember(input: $input) {\n      id\n      memberCount\n    }\n  }\n": typeof types.RemoveGroupMemberDocument,
    "\n  query GroupPage($groupId: ID!) {\n    group(groupId: $groupId) {\n      id\n      name\n      description\n      memberCount\n      grants {\n        id\n        policy\n        policyId\n        createdAt\n        project {\n          id\n          name\n        }\n      }\n      viewerCan {\n        updateGroup {\n          allowed\n          reason\n        }\n        deleteGroup {\n          allowed\n          reason\n        }\n        addGroupMembers {\n          allowed\n          reason\n        }\n        removeGroupMember {\n          allowed\n          reason\n        }\n        grantPolicies {\n          allowed\n          reason\n        }\n        revokeGrant {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.GroupPageDocument,
    "\n  query PolicyCatalogue {\n    policyCatalogue {\n      actions {\n        action\n        service\n        resource\n        operation\n        dependsOn\n        impliedBy\n      }\n      resourceKinds\n      conditions {\n        key\n        operators\n        wanted\n      }\n    }\n  }\n": typeof types.PolicyCatalogueDocument,
    "\n  mutation CreatePolicy($input: CreatePolicyInput!) {\n    createPolicy(input: $input) {\n      id\n    }\n  }\n": typeof types.CreatePolicyDocument,
    "\n  query PolicyChoice($search: String) {\n    policies(first: 100, search: $search) {\n      nodes {\n        id\n        name\n        description\n        system\n      }\n    }\n  }\n": typeof types.PolicyChoiceDocument,
    "\n  query DraftPolicy($document: JSON, $statements: [PolicyStatementInput!]) {\n    draftPolicy(document: $document, statements: $statements) {\n      document\n      dependencies {\n        statement\n        action\n        neededBy\n        added\n      }\n    }\n  }\n": typeof types.DraftPolicyDocument,
    "\n  query PolicyList($after: String, $search: String, $system: Boolean) {\n    policies(first: 20, after: $after, search: $search, system: $system) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        kind\n        system\n        updatedAt\n      }\n    }\n  }\n": typeof types.PolicyListDocument,
    "\n  query PolicyPage($policyId: ID!) {\n    policy(policyId: $policyId) {\n      id\n      name\n      description\n      kind\n      system\n      document\n      createdAt\n      updatedAt\n      viewerCan {\n        updatePolicy {\n          allowed\n          reason\n        }\n        deletePolicy {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": typeof types.PolicyPageDocument,
    "\n  mutation UpdatePolicy($input: UpdatePolicyInput!) {\n    updatePolicy(input: $input) {\n      id\n      name\n      description\n      document\n    }\n  }\n": typeof types.UpdatePolicyDocument,
    "\n  mutation DeletePolicy($input: DeletePolicyInput!) {\n    deletePolicy(input: $input) {\n      id\n    }\n  }\n": typeof types.DeletePolicyDocument,
    "\n  query ProjectRights($id: ID!) {\n    node(id: $id) {\n      ... on Project {\n        id\n        renameWarning\n        viewerCan {\n          createApplication {\n            allowed\n            reason\n          }\n          createEngine {\n            allowed\n            reason\n          }\n          createEnvironment {\n            allowed\n            reason\n          }\n          registerResource {\n            allowed\n            reason\n          }\n          cancelJobRun {\n            allowed\n            reason\n          }\n          rerunJobRun {\n            allowed\n            reason\n          }\n          renameProject {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": typeof types.ProjectRightsDocument,
    "\n  fragment UserParts on User {\n    id\n    name\n    description\n    email\n    phone\n    enabled\n    administrator\n    viewerCan {\n      updateUser {\n        allowed\n        reason\n      }\n      setUserPassword {\n        allowed\n        reason\n      }\n      resetSecondFactors {\n        allowed\n        reason\n      }\n      linkIdentity {\n        allowed\n        reason\n      }\n      deleteUser {\n        allowed\n        reason\n      }\n    }\n  }\n": typeof types.UserPartsFragmentDoc,
    "\n  mutation SwitchUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      id\n      enabled\n    }\n  }\n": typeof types.SwitchUserDocument,
    "\n  mutation SetUserPassword($input: SetUserPasswordInput!) {\n    setUserPassword(input: $input) {\n      id\n    }\n  }\n": typeof types.SetUserPasswordDocument,
    "\n  mutation ResetSecondFactors($input: ResetSecondFactorsInput!) {\n    resetSecondFactors(input: $input) {\n      id\n    }\n  }\n": typeof types.ResetSecondFactorsDocument,
    "\n  mutation LinkIdentity($input: LinkIdentityInput!) {\n    linkIdentity(input: $input) {\n      subject\n    }\n  }\n": typeof types.LinkIdentityDocument,
    "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      id\n    }\n  }\n": typeof types.DeleteUserDocument,
    "\n  query UserChoice($search: String) {\n    users(first: 50, search: $search, orderBy: name) {\n      nodes {\n        id\n        name\n        description\n      }\n    }\n  }\n": typeof types.UserChoiceDocument,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      id\n    }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      id\n      name\n      description\n      email\n      phone\n      enabled\n      administrator\n    }\n  }\n": typeof types.UpdateUserDocument,
    "\n  query UserList($after: String, $search: String, $enabled: Boolean) {\n    users(first: 20, after: $after, search: $search, enabled: $enabled) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...UserParts\n        createdAt\n        groups {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.UserListDocument,
    "\n  query UserPage($userId: ID!) {\n    user(userId: $userId) {\n      ...UserParts\n      createdAt\n      updatedAt\n      groups {\n        id\n        name\n        description\n      }\n    }\n  }\n": typeof types.UserPageDocument,
    "\n  mutation JoinGroup($input: AddGroupMembersInput!) {\n    addGroupMembers(input: $input) {\n      id\n    }\n  }\n": typeof types.JoinGroupDocument,
    "\n  mutation LeaveGroup($input: RemoveGroupMemberInput!) {\n    removeGroupMember(input: $input) {\n      id\n    }\n  }\n": typeof types.LeaveGroupDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      account\n      accountId\n      projectId\n      projects {\n        id\n        name\n        authorised\n        delegatedBy\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query JobNumbers {\n    jobStats {\n      queuedRuns\n      runningRuns\n      completedInADay\n      failedInADay\n      dueCalls\n      callsToRepeat\n      timers\n      lagMs\n      appUnreachableSince\n    }\n  }\n": typeof types.JobNumbersDocument,
    "\n  query JobRunList($after: String, $state: JobRunState, $workflow: String) {\n    jobRuns(first: 20, after: $after, state: $state, workflow: $workflow) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        workflow\n        event\n        state\n        why\n        error\n        createdAt\n        startedAt\n        endedAt\n      }\n    }\n  }\n": typeof types.JobRunListDocument,
    "\n  query JobRunPage($runId: ID!) {\n    jobRun(runId: $runId) {\n      id\n      workflow\n      event\n      taskId\n      state\n      why\n      note\n      error\n      nextAt\n      createdAt\n      startedAt\n      endedAt\n      input {\n        text\n        truncated\n      }\n      output {\n        text\n        truncated\n      }\n      attempts {\n        stepId\n        number\n        httpStatus\n        error\n        beganAt\n        endedAt\n      }\n      steps {\n        id\n        name\n        kind\n        state\n        plannedAt\n        endedAt\n        wakesAt\n        awaited\n        output {\n          text\n          truncated\n        }\n        error {\n          text\n          truncated\n        }\n        attempts {\n          number\n          httpStatus\n          error\n          beganAt\n          endedAt\n        }\n      }\n    }\n  }\n": typeof types.JobRunPageDocument,
    "\n  query TaskOfRun($taskId: ID!) {\n    task(taskId: $taskId) {\n      id\n      kind\n      instanceId\n      instanceName\n    }\n  }\n": typeof types.TaskOfRunDocument,
    "\n  mutation CancelJobRun($input: CancelJobRunInput!) {\n    cancelJobRun(input: $input) {\n      id\n    }\n  }\n": typeof types.CancelJobRunDocument,
    "\n  mutation RerunJobRun($input: RerunJobRunInput!) {\n    rerunJobRun(input: $input) {\n      id\n    }\n  }\n": typeof types.RerunJobRunDocument,
    "\n  query FindApplications($search: String!) {\n    found: applications(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.FindApplicationsDocument,
    "\n  query FindInstances($search: String!) {\n    found: instances(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.FindInstancesDocument,
    "\n  query FindEnvironments($search: String!) {\n    found: environments(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.FindEnvironmentsDocument,
    "\n  query FindUsers($search: String!) {\n    found: users(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.FindUsersDocument,
    "\n  query FindGroups($search: String!) {\n    found: groups(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.FindGroupsDocument,
    "\n  query FindPolicies($search: String!) {\n    found: policies(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.FindPoliciesDocument,
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
    "\n  mutation DeleteEngineBackup($input: DeleteEngineBackupInput!) {\n    deleteEngineBackup(input: $input) {\n      id\n    }\n  }\n": types.DeleteEngineBackupDocument,
    "\n  mutation RestoreEngineBackup($input: RestoreEngineBackupInput!) {\n    restoreEngineBackup(input: $input) {\n      id\n    }\n  }\n": types.RestoreEngineBackupDocument,
    "\n  query EngineBackups($engineId: ID!, $after: String) {\n    engineBackups(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        remark\n        kind\n        state\n        version\n        takenAt\n        entries\n        size\n        createdBy\n        createdAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n": types.EngineBackupsDocument,
    "\n  query EngineBackupRights($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      backupPolicy {\n        weekdays\n        hour\n      }\n      viewerCan {\n        createEngineBackup {\n          allowed\n          reason\n        }\n        deleteEngineBackup {\n          allowed\n          reason\n        }\n        restoreEngineBackup {\n          allowed\n          reason\n        }\n        setEngineBackupPolicy {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.EngineBackupRightsDocument,
    "\n  mutation CreateEngineBackup($input: CreateEngineBackupInput!) {\n    createEngineBackup(input: $input) {\n      id\n    }\n  }\n": types.CreateEngineBackupDocument,
    "\n  mutation SetEngineBackupPolicy($input: SetEngineBackupPolicyInput!) {\n    setEngineBackupPolicy(input: $input) {\n      weekdays\n      hour\n    }\n  }\n": types.SetEngineBackupPolicyDocument,
    "\n  mutation RemoveEngineBackupPolicy($input: RemoveEngineBackupPolicyInput!) {\n    removeEngineBackupPolicy(input: $input) {\n      id\n    }\n  }\n": types.RemoveEngineBackupPolicyDocument,
    "\n  query EngineRestores($engineId: ID!, $after: String) {\n    engineRestores(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        backupName\n        state\n        startedBy\n        createdAt\n        endedAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n": types.EngineRestoresDocument,
    "\n  query EngineApplications($engineId: ID!, $after: String, $search: String, $environment: String) {\n    engineApplications(engineId: $engineId, first: 20, after: $after, search: $search, environment: $environment) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        environment\n        microservices\n        instances\n      }\n    }\n  }\n": types.EngineApplicationsDocument,
    "\n  query MicroserviceContracts($engineId: ID!, $serviceId: ID!) {\n    microserviceContracts(engineId: $engineId, serviceId: $serviceId, first: 200) {\n      nodes {\n        id\n        summary\n      }\n    }\n  }\n": types.MicroserviceContractsDocument,
    "\n  query MicroserviceContract($engineId: ID!, $serviceId: ID!, $contractId: ID!) {\n    microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) {\n      id\n      text\n      format\n    }\n  }\n": types.MicroserviceContractDocument,
    "\n  mutation CreateMicroservice($input: CreateMicroserviceInput!) {\n    createMicroservice(input: $input) {\n      id\n    }\n  }\n": types.CreateMicroserviceDocument,
    "\n  mutation DeleteMicroservice($input: DeleteMicroserviceInput!) {\n    deleteMicroservice(input: $input) {\n      id\n    }\n  }\n": types.DeleteMicroserviceDocument,
    "\n  query MicroserviceInstances(\n    $engineId: ID!\n    $after: String\n    $serviceId: ID\n    $search: String\n    $environment: String\n    $application: String\n  ) {\n    microserviceInstances(\n      engineId: $engineId\n      first: 20\n      after: $after\n      serviceId: $serviceId\n      search: $search\n      environment: $environment\n      application: $application\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        serviceId\n        microservice\n        application\n        environment\n        version\n        hostName\n        endpoints\n        status\n        zone\n        region\n        properties {\n          key\n          value\n        }\n        registeredAt\n        updatedAt\n      }\n    }\n  }\n": types.MicroserviceInstancesDocument,
    "\n  query RelatedMicroservices($engineId: ID!, $serviceId: ID!, $side: CallSide!, $after: String) {\n    relatedMicroservices(engineId: $engineId, serviceId: $serviceId, side: $side, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        version\n        application\n        instances\n        online\n      }\n    }\n  }\n": types.RelatedMicroservicesDocument,
    "\n  query Microservices(\n    $engineId: ID!\n    $after: String\n    $search: String\n    $environment: String\n    $application: String\n    $microservice: String\n  ) {\n    microservices(\n      engineId: $engineId\n      first: 20\n      after: $after\n      search: $search\n      environment: $environment\n      application: $application\n      microservice: $microservice\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        version\n        application\n        environment\n        instances\n        online\n        registeredBy\n        framework {\n          name\n          version\n        }\n        createdAt\n      }\n    }\n  }\n": types.MicroservicesDocument,
    "\n  mutation AddMicroserviceTag($input: AddMicroserviceTagInput!) {\n    addMicroserviceTag(input: $input) {\n      id\n    }\n  }\n": types.AddMicroserviceTagDocument,
    "\n  mutation UpdateMicroserviceTag($input: UpdateMicroserviceTagInput!) {\n    updateMicroserviceTag(input: $input) {\n      id\n    }\n  }\n": types.UpdateMicroserviceTagDocument,
    "\n  mutation DeleteMicroserviceTag($input: DeleteMicroserviceTagInput!) {\n    deleteMicroserviceTag(input: $input) {\n      id\n    }\n  }\n": types.DeleteMicroserviceTagDocument,
    "\n  query MicroservicePage($engineId: ID!, $serviceId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      viewerCan {\n        ...ConfigurationRights\n        addMicroserviceTag {\n          allowed\n          reason\n        }\n        updateMicroserviceTag {\n          allowed\n          reason\n        }\n        deleteMicroserviceTag {\n          allowed\n          reason\n        }\n        deleteMicroservice {\n          allowed\n          reason\n        }\n        setMicroserviceInstanceStatus {\n          allowed\n          reason\n        }\n        ...GovernanceRights\n        ...GrayRights\n      }\n    }\n    microservice(engineId: $engineId, serviceId: $serviceId) {\n      id\n      name\n      version\n      alias\n      application\n      environment\n      description\n      registeredBy\n      instances\n      online\n      createdAt\n      framework {\n        name\n        version\n      }\n      properties {\n        key\n        value\n      }\n      tags {\n        key\n        value\n      }\n    }\n  }\n": types.MicroservicePageDocument,
    "\n  mutation SetInstanceStatus($input: SetMicroserviceInstanceStatusInput!) {\n    setMicroserviceInstanceStatus(input: $input) {\n      id\n      status\n    }\n  }\n": types.SetInstanceStatusDocument,
    "\n  mutation DeleteConfigurationItems($input: DeleteConfigurationItemsInput!) {\n    deleteConfigurationItems(input: $input) {\n      id\n    }\n  }\n": types.DeleteConfigurationItemsDocument,
    "\n  mutation ImportConfiguration($input: ImportConfigurationInput!) {\n    importConfiguration(input: $input) {\n      id\n    }\n  }\n": types.ImportConfigurationDocument,
    "\n  mutation SwitchConfigurationItem($input: UpdateConfigurationItemInput!) {\n    updateConfigurationItem(input: $input) {\n      id\n      status\n    }\n  }\n": types.SwitchConfigurationItemDocument,
    "\n  mutation CreateConfigurationItem($input: CreateConfigurationItemInput!) {\n    createConfigurationItem(input: $input) {\n      id\n    }\n  }\n": types.CreateConfigurationItemDocument,
    "\n  mutation UpdateConfigurationItem($input: UpdateConfigurationItemInput!) {\n    updateConfigurationItem(input: $input) {\n      id\n      value\n      revision\n    }\n  }\n": types.UpdateConfigurationItemDocument,
    "\n  query ConfigurationRevisions($engineId: ID!, $itemId: ID!) {\n    configurationRevisions(engineId: $engineId, itemId: $itemId) {\n      revision\n      value\n      status\n      deleted\n      changedBy\n      updatedAt\n    }\n  }\n": types.ConfigurationRevisionsDocument,
    "\n  query ConfigurationDifference($engineId: ID!, $itemId: ID!, $from: Int!, $to: Int!) {\n    configurationDifference(engineId: $engineId, itemId: $itemId, from: $from, to: $to) {\n      change\n      text\n    }\n  }\n": types.ConfigurationDifferenceDocument,
    "\n  mutation RollbackConfigurationItem($input: RollbackConfigurationItemInput!) {\n    rollbackConfigurationItem(input: $input) {\n      id\n      revision\n    }\n  }\n": types.RollbackConfigurationItemDocument,
    "\n  query ConfigurationItems(\n    $engineId: ID!\n    $after: String\n    $search: String\n    $scope: String\n    $service: String\n    $application: String\n    $environment: String\n    $deleted: Boolean\n  ) {\n    configurationItems(\n      engineId: $engineId\n      first: 20\n      after: $after\n      search: $search\n      scope: $scope\n      service: $service\n      application: $application\n      environment: $environment\n      deleted: $deleted\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        key\n        value\n        valueType\n        status\n        scope\n        environment\n        revision\n        deleted\n        changedBy\n        updatedAt\n      }\n    }\n  }\n": types.ConfigurationItemsDocument,
    "\n  fragment ConfigurationRights on EnginePermissions {\n    createConfigurationItem {\n      allowed\n      reason\n    }\n    updateConfigurationItem {\n      allowed\n      reason\n    }\n    deleteConfigurationItems {\n      allowed\n      reason\n    }\n    importConfiguration {\n      allowed\n      reason\n    }\n    rollbackConfigurationItem {\n      allowed\n      reason\n    }\n  }\n": types.ConfigurationRightsFragmentDoc,
    "\n  query ExportConfiguration($engineId: ID!, $scope: String!, $environment: String) {\n    configurationExport(engineId: $engineId, scope: $scope, environment: $environment) {\n      file\n      fileName\n    }\n  }\n": types.ExportConfigurationDocument,
    "\n  query EngineConsole($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      state\n      viewerCan {\n        createMicroservice {\n          allowed\n          reason\n        }\n        setMicroserviceInstanceStatus {\n          allowed\n          reason\n        }\n        ...ConfigurationRights\n      }\n    }\n  }\n": types.EngineConsoleDocument,
    "\n  subscription DashboardChanged($engineId: ID!, $application: String, $search: String, $sort: GetDashboardSort) {\n    dashboardChanged(engineId: $engineId, application: $application, search: $search, sort: $sort, first: 100) {\n      applications\n      services {\n        service\n        application\n        environment\n        versions\n        instances\n        silentInstances\n        throughput\n        latencyMs\n        p50Ms\n        p90Ms\n        p99Ms\n        successRate\n        calls\n        failedCalls\n        breakerOpen\n        lastAt\n      }\n    }\n  }\n": types.DashboardChangedDocument,
    "\n  subscription DashboardServiceChanged($engineId: ID!, $application: String!, $service: String!, $environment: String) {\n    dashboardServiceChanged(\n      engineId: $engineId\n      application: $application\n      service: $service\n      environment: $environment\n    ) {\n      operations {\n        name\n        direction\n        throughput\n        latencyMs\n        p99Ms\n        successRate\n        timeouts\n        rejected\n        breakerOpen\n      }\n      instances {\n        instanceId\n        host\n        version\n        silent\n        throughput\n        latencyMs\n        successRate\n        cpu\n        threads\n      }\n    }\n  }\n": types.DashboardServiceChangedDocument,
    "\n  query FreePublicIps {\n    resources(first: 200, kind: public_ip) {\n      nodes {\n        id\n        name\n        attributes {\n          address\n        }\n      }\n    }\n  }\n": types.FreePublicIpsDocument,
    "\n  mutation OpenEngine($input: OpenEnginePublicAccessInput!) {\n    openEnginePublicAccess(input: $input) {\n      id\n      state\n    }\n  }\n": types.OpenEngineDocument,
    "\n  mutation CloseEngine($input: CloseEnginePublicAccessInput!) {\n    closeEnginePublicAccess(input: $input) {\n      id\n      state\n    }\n  }\n": types.CloseEngineDocument,
    "\n  query NetworksForEngine {\n    resources(first: 200) {\n      nodes {\n        id\n        name\n        kind\n        vpc {\n          id\n        }\n        attributes {\n          cidr\n          availabilityZone\n        }\n      }\n    }\n  }\n": types.NetworksForEngineDocument,
    "\n  mutation CreateEngine($input: CreateEngineInput!) {\n    createEngine(input: $input) {\n      id\n    }\n  }\n": types.CreateEngineDocument,
    "\n  mutation DeleteEngine($input: DeleteEngineInput!) {\n    deleteEngine(input: $input) {\n      id\n      state\n    }\n  }\n": types.DeleteEngineDocument,
    "\n  mutation UpdateEngine($input: UpdateEngineInput!) {\n    updateEngine(input: $input) {\n      id\n      description\n    }\n  }\n": types.UpdateEngineDocument,
    "\n  fragment EngineParts on Engine {\n    id\n    name\n    edition\n    specification\n    instanceQuota\n    version\n    state\n    failure {\n      code\n      message\n      service\n    }\n    upgrades {\n      version\n      notes\n    }\n    viewerCan {\n      retryEngine {\n        allowed\n        reason\n      }\n      resizeEngine {\n        allowed\n        reason\n      }\n      upgradeEngine {\n        allowed\n        reason\n      }\n      deleteEngine {\n        allowed\n        reason\n      }\n    }\n  }\n": types.EnginePartsFragmentDoc,
    "\n  query EngineList($after: String, $search: String) {\n    engines(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...EngineParts\n        description\n        zones\n        createdAt\n        addresses {\n          url\n          scope\n        }\n      }\n    }\n  }\n": types.EngineListDocument,
    "\n  query EnginePage($engineId: ID!) {\n    engine(engineId: $engineId) {\n      ...EngineParts\n      description\n      zones\n      authentication\n      ipv6\n      createdBy\n      createdAt\n      updatedAt\n      vpc {\n        id\n        name\n      }\n      subnet {\n        id\n        name\n      }\n      publicIp {\n        id\n        name\n      }\n      addresses {\n        url\n        scope\n        family\n      }\n      operation {\n        id\n        kind\n        createdAt\n      }\n      viewerCan {\n        updateEngine {\n          allowed\n          reason\n        }\n        openEnginePublicAccess {\n          allowed\n          reason\n        }\n        closeEnginePublicAccess {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.EnginePageDocument,
    "\n  subscription EngineChanged($engineId: ID, $after: String) {\n    engineChanged(engineId: $engineId, after: $after) {\n      cursor\n      engineId\n      state\n    }\n  }\n": types.EngineChangedDocument,
    "\n  query EngineOperations($engineId: ID!, $after: String) {\n    engineOperations(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        state\n        startedBy\n        createdAt\n        endedAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n": types.EngineOperationsDocument,
    "\n  subscription EngineOperationLogAdded($operationId: ID!, $after: String) {\n    engineOperationLogAdded(operationId: $operationId, after: $after) {\n      cursor\n      at\n      level\n      step\n      message\n    }\n  }\n": types.EngineOperationLogAddedDocument,
    "\n  mutation ResizeEngine($input: ResizeEngineInput!) {\n    resizeEngine(input: $input) {\n      id\n      state\n    }\n  }\n": types.ResizeEngineDocument,
    "\n  mutation RetryEngine($input: RetryEngineInput!) {\n    retryEngine(input: $input) {\n      id\n      state\n    }\n  }\n": types.RetryEngineDocument,
    "\n  mutation UpgradeEngine($input: UpgradeEngineInput!) {\n    upgradeEngine(input: $input) {\n      id\n      state\n    }\n  }\n": types.UpgradeEngineDocument,
    "\n  mutation ResetEngineAccountPassword($input: ResetEngineAccountPasswordInput!) {\n    resetEngineAccountPassword(input: $input) {\n      name\n    }\n  }\n": types.ResetEngineAccountPasswordDocument,
    "\n  mutation DeleteEngineAccount($input: DeleteEngineAccountInput!) {\n    deleteEngineAccount(input: $input) {\n      name\n    }\n  }\n": types.DeleteEngineAccountDocument,
    "\n  mutation CreateEngineAccount($input: CreateEngineAccountInput!) {\n    createEngineAccount(input: $input) {\n      name\n    }\n  }\n": types.CreateEngineAccountDocument,
    "\n  mutation UpdateEngineAccount($input: UpdateEngineAccountInput!) {\n    updateEngineAccount(input: $input) {\n      name\n      roles\n      status\n    }\n  }\n": types.UpdateEngineAccountDocument,
    "\n  mutation SetEngineAuthentication($input: SetEngineAuthenticationInput!) {\n    setEngineAuthentication(input: $input) {\n      id\n      state\n    }\n  }\n": types.SetEngineAuthenticationDocument,
    "\n  mutation DeleteEngineRole($input: DeleteEngineRoleInput!) {\n    deleteEngineRole(input: $input) {\n      name\n    }\n  }\n": types.DeleteEngineRoleDocument,
    "\n  mutation CreateEngineRole($input: CreateEngineRoleInput!) {\n    createEngineRole(input: $input) {\n      name\n    }\n  }\n": types.CreateEngineRoleDocument,
    "\n  mutation UpdateEngineRole($input: UpdateEngineRoleInput!) {\n    updateEngineRole(input: $input) {\n      name\n    }\n  }\n": types.UpdateEngineRoleDocument,
    "\n  query EngineSecurity($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      authentication\n      viewerCan {\n        setEngineAuthentication {\n          allowed\n          reason\n        }\n        createEngineAccount {\n          allowed\n          reason\n        }\n        updateEngineAccount {\n          allowed\n          reason\n        }\n        resetEngineAccountPassword {\n          allowed\n          reason\n        }\n        deleteEngineAccount {\n          allowed\n          reason\n        }\n        createEngineRole {\n          allowed\n          reason\n        }\n        updateEngineRole {\n          allowed\n          reason\n        }\n        deleteEngineRole {\n          allowed\n          reason\n        }\n      }\n    }\n    engineAccounts(engineId: $engineId) {\n      name\n      roles\n      status\n      createdAt\n      updatedAt\n    }\n    engineRoles(engineId: $engineId) {\n      name\n      builtIn\n      permissions\n    }\n  }\n": types.EngineSecurityDocument,
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
    "\n  mutation DeleteGovernanceRule($input: DeleteGovernanceRuleInput!) {\n    deleteGovernanceRule(input: $input) {\n      id\n    }\n  }\n": types.DeleteGovernanceRuleDocument,
    "\n  mutation ConfirmGrayRule($input: ConfirmGrayRuleInput!) {\n    confirmGrayRule(input: $input) {\n      id\n      completedAt\n    }\n  }\n": types.ConfirmGrayRuleDocument,
    "\n  query GrayParameters($engineId: ID!, $serviceId: ID!) {\n    grayParameters(engineId: $engineId, serviceId: $serviceId) {\n      name\n      in\n    }\n  }\n": types.GrayParametersDocument,
    "\n  mutation DeleteGrayRule($input: DeleteGrayRuleInput!) {\n    deleteGrayRule(input: $input) {\n      id\n    }\n  }\n": types.DeleteGrayRuleDocument,
    "\n  mutation CreateGrayRule($input: CreateGrayRuleInput!) {\n    createGrayRule(input: $input) {\n      id\n    }\n  }\n": types.CreateGrayRuleDocument,
    "\n  mutation UpdateGrayRule($input: UpdateGrayRuleInput!) {\n    updateGrayRule(input: $input) {\n      id\n    }\n  }\n": types.UpdateGrayRuleDocument,
    "\n  query GrayRules($engineId: ID!, $serviceId: ID!) {\n    grayRules(engineId: $engineId, serviceId: $serviceId) {\n      id\n      name\n      priority\n      spec\n      updatedBy\n      updatedAt\n      completedAt\n    }\n  }\n": types.GrayRulesDocument,
    "\n  fragment GrayRights on EnginePermissions {\n    createGrayRule {\n      allowed\n      reason\n    }\n    updateGrayRule {\n      allowed\n      reason\n    }\n    confirmGrayRule {\n      allowed\n      reason\n    }\n    deleteGrayRule {\n      allowed\n      reason\n    }\n  }\n": types.GrayRightsFragmentDoc,
    "\n  query PreviewGrayRule(\n    $engineId: ID!\n    $serviceId: ID!\n    $ruleId: ID\n    $name: String\n    $priority: Int\n    $spec: GrayRuleSpecInput\n  ) {\n    grayRulePreview(\n      engineId: $engineId\n      serviceId: $serviceId\n      ruleId: $ruleId\n      name: $name\n      priority: $priority\n      spec: $spec\n    ) {\n      ...PreviewParts\n    }\n  }\n": types.PreviewGrayRuleDocument,
    "\n  query VersionsOfService($engineId: ID!, $environment: String, $application: String, $microservice: String) {\n    microservices(\n      engineId: $engineId\n      first: 100\n      environment: $environment\n      application: $application\n      microservice: $microservice\n    ) {\n      nodes {\n        id\n        version\n      }\n    }\n  }\n": types.VersionsOfServiceDocument,
    "\n  query GovernanceKinds($engineId: ID!) {\n    governanceKinds(engineId: $engineId) {\n      kind\n      governs\n      methods\n      title {\n        en\n        zh\n      }\n      fields {\n        name\n        kind\n        description\n        required\n        min\n        max\n        unit\n        default\n        label {\n          en\n          zh\n        }\n        choices {\n          value\n          label {\n            en\n            zh\n          }\n        }\n        when {\n          field\n          is\n        }\n      }\n      prerequisites {\n        frameworks\n        setting\n        text {\n          en\n          zh\n        }\n      }\n    }\n  }\n": types.GovernanceKindsDocument,
    "\n  query ServicesToGovern(\n    $engineId: ID!\n    $environment: String\n    $application: String\n    $microservice: String\n    $search: String\n  ) {\n    microservices(\n      engineId: $engineId\n      first: 100\n      environment: $environment\n      application: $application\n      microservice: $microservice\n      search: $search\n    ) {\n      nodes {\n        id\n        name\n        application\n        version\n        contracts\n      }\n    }\n  }\n": types.ServicesToGovernDocument,
    "\n  query OperationsToGovern($engineId: ID!, $serviceId: ID!, $contractId: ID!) {\n    microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) {\n      id\n      operations {\n        id\n        method\n        path\n      }\n    }\n  }\n": types.OperationsToGovernDocument,
    "\n  query PreviewGovernanceRule(\n    $engineId: ID!\n    $serviceId: ID!\n    $kind: GovernanceKind!\n    $ruleId: ID\n    $spec: GovernanceSpecInput\n  ) {\n    governanceRulePreview(engineId: $engineId, serviceId: $serviceId, kind: $kind, ruleId: $ruleId, spec: $spec) {\n      ...PreviewParts\n    }\n  }\n": types.PreviewGovernanceRuleDocument,
    "\n  fragment PreviewParts on GovernancePreview {\n    changes {\n      scope\n      environment\n      key\n      change\n      before\n      after\n      readBy\n    }\n    notes {\n      frameworks\n      text {\n        en\n        zh\n      }\n    }\n  }\n": types.PreviewPartsFragmentDoc,
    "\n  mutation CreateGovernanceRule($input: CreateGovernanceRuleInput!) {\n    createGovernanceRule(input: $input) {\n      id\n    }\n  }\n": types.CreateGovernanceRuleDocument,
    "\n  mutation UpdateGovernanceRule($input: UpdateGovernanceRuleInput!) {\n    updateGovernanceRule(input: $input) {\n      id\n    }\n  }\n": types.UpdateGovernanceRuleDocument,
    "\n  query GovernanceRules($engineId: ID!, $serviceId: ID, $after: String) {\n    governanceRules(engineId: $engineId, serviceId: $serviceId, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        spec\n        microservice\n        application\n        environment\n        updatedBy\n        updatedAt\n      }\n    }\n  }\n": types.GovernanceRulesDocument,
    "\n  fragment GovernanceRights on EnginePermissions {\n    createGovernanceRule {\n      allowed\n      reason\n    }\n    updateGovernanceRule {\n      allowed\n      reason\n    }\n    deleteGovernanceRule {\n      allowed\n      reason\n    }\n  }\n": types.GovernanceRightsFragmentDoc,
    "\n  query AccountRights {\n    viewer {\n      id\n      tenant {\n        id\n        viewerCan {\n          createUser {\n            allowed\n            reason\n          }\n          createGroup {\n            allowed\n            reason\n          }\n          createPolicy {\n            allowed\n            reason\n          }\n          createDelegation {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": types.AccountRightsDocument,
    "\n  fragment AuditParts on AuditEventConnection {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      seq\n      at\n      actorKind\n      actorId\n      actorName\n      sourceIp\n      operation\n      targetKind\n      targetId\n      result\n      requestId\n      position\n      hash\n    }\n  }\n": types.AuditPartsFragmentDoc,
    "\n  query AuditTrail(\n    $ofAccount: Boolean!\n    $after: String\n    $from: String\n    $until: String\n    $actorKind: AuditActorKind\n    $actorId: ID\n    $actorName: String\n    $sourceIp: String\n    $operation: String\n    $targetKind: String\n    $targetId: ID\n    $result: AuditResult\n    $requestId: ID\n  ) {\n    project: auditEvents(\n      first: 50\n      after: $after\n      from: $from\n      until: $until\n      actorKind: $actorKind\n      actorId: $actorId\n      actorName: $actorName\n      sourceIp: $sourceIp\n      operation: $operation\n      targetKind: $targetKind\n      targetId: $targetId\n      result: $result\n      requestId: $requestId\n    ) @skip(if: $ofAccount) {\n      ...AuditParts\n    }\n    account: accountAuditEvents(\n      first: 50\n      after: $after\n      from: $from\n      until: $until\n      actorKind: $actorKind\n      actorId: $actorId\n      actorName: $actorName\n      sourceIp: $sourceIp\n      operation: $operation\n      targetKind: $targetKind\n      targetId: $targetId\n      result: $result\n      requestId: $requestId\n    ) @include(if: $ofAccount) {\n      ...AuditParts\n    }\n  }\n": types.AuditTrailDocument,
    "\n  fragment VerificationParts on AuditVerification {\n    intact\n    rows\n    head\n    sealedUpTo\n    broken {\n      position\n      seq\n      operation\n      reason\n    }\n  }\n": types.VerificationPartsFragmentDoc,
    "\n  query VerifyAuditTrail($ofAccount: Boolean!) {\n    project: auditVerification @skip(if: $ofAccount) {\n      ...VerificationParts\n    }\n    account: accountAuditVerification @include(if: $ofAccount) {\n      ...VerificationParts\n    }\n  }\n": types.VerifyAuditTrailDocument,
    "\n  query AccessKeys {\n    accessKeys {\n      id\n      description\n      enabled\n      system\n      projectId\n      createdAt\n      lastUsedAt\n    }\n  }\n": types.AccessKeysDocument,
    "\n  mutation CreateAccessKey($input: CreateAccessKeyInput!) {\n    createAccessKey(input: $input) {\n      id\n      secret\n      fileName\n      credentials\n    }\n  }\n": types.CreateAccessKeyDocument,
    "\n  mutation EnableAccessKey($input: EnableAccessKeyInput!) {\n    enableAccessKey(input: $input) {\n      id\n      enabled\n    }\n  }\n": types.EnableAccessKeyDocument,
    "\n  mutation DisableAccessKey($input: DisableAccessKeyInput!) {\n    disableAccessKey(input: $input) {\n      id\n      enabled\n    }\n  }\n": types.DisableAccessKeyDocument,
    "\n  mutation DeleteAccessKey($input: DeleteAccessKeyInput!) {\n    deleteAccessKey(input: $input) {\n      id\n    }\n  }\n": types.DeleteAccessKeyDocument,
    "\n  query ApiTokens($after: String) {\n    apiTokens(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        hint\n        actions\n        resources\n        addresses\n        requestsPerMinute\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n        parentId\n      }\n    }\n  }\n": types.ApiTokensDocument,
    "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      id\n      revokedAt\n    }\n  }\n": types.RevokeApiTokenDocument,
    "\n  query SecondFactors {\n    secondFactors {\n      totp\n      passkeys\n      recoveryCodesLeft\n    }\n  }\n": types.SecondFactorsDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      id\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      totp\n    }\n  }\n": types.RemoveTotpDocument,
    "\n  mutation NewRecoveryCodes($input: MakeNewRecoveryCodesInput!) {\n    makeNewRecoveryCodes(input: $input) {\n      recoveryCodes\n    }\n  }\n": types.NewRecoveryCodesDocument,
    "\n  query OwnSessions {\n    sessions {\n      id\n      client\n      sourceIp\n      method\n      mfa\n      current\n      createdAt\n      renewedAt\n      expiresAt\n    }\n  }\n": types.OwnSessionsDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      id\n    }\n  }\n": types.EndSessionDocument,
    "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      ended\n    }\n  }\n": types.EndOtherSessionsDocument,
    "\n  query Passkeys {\n    passkeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n": types.PasskeysDocument,
    "\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ticket\n      options\n    }\n  }\n": types.BeginPasskeyDocument,
    "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      id\n    }\n  }\n": types.AddPasskeyDocument,
    "\n  mutation DeletePasskey($input: DeletePasskeyInput!) {\n    deletePasskey(input: $input) {\n      id\n    }\n  }\n": types.DeletePasskeyDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      id\n    }\n  }\n": types.CreateProjectDocument,
    "\n  mutation RenameProject($input: RenameProjectInput!) {\n    renameProject(input: $input) {\n      id\n      name\n    }\n  }\n": types.RenameProjectDocument,
    "\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      address\n      secret\n    }\n  }\n": types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      recoveryCodes\n    }\n  }\n": types.ConfirmTotpDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      id\n      token\n    }\n  }\n": types.CreateApiTokenDocument,
    "\n  mutation CreateDelegation($input: CreateDelegationInput!) {\n    createDelegation(input: $input) {\n      id\n    }\n  }\n": types.CreateDelegationDocument,
    "\n  query DelegationList($after: String) {\n    delegations(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        delegateId\n        expiresAt\n        createdAt\n        project {\n          id\n          name\n        }\n        policies {\n          id\n          name\n        }\n        viewerCan {\n          deleteDelegation {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": types.DelegationListDocument,
    "\n  query ReceivedDelegations {\n    receivedDelegations {\n      id\n      name\n      account\n      projectId\n      project\n      expiresAt\n    }\n  }\n": types.ReceivedDelegationsDocument,
    "\n  mutation DeleteDelegation($input: DeleteDelegationInput!) {\n    deleteDelegation(input: $input) {\n      id\n    }\n  }\n": types.DeleteDelegationDocument,
    "\n  query ExplainPermission(\n    $subjectId: ID!\n    $action: String!\n    $projectId: ID\n    $resourceId: ID\n    $ofAccount: Boolean\n    $sourceIp: String\n    $at: String\n    $mfa: Boolean\n    $tags: [String!]\n  ) {\n    explainPermission(\n      subjectId: $subjectId\n      action: $action\n      projectId: $projectId\n      resourceId: $resourceId\n      ofAccount: $ofAccount\n      sourceIp: $sourceIp\n      at: $at\n      mfa: $mfa\n      tags: $tags\n    ) {\n      allowed\n      action\n      decidedOn\n      path\n      reason\n      by {\n        effect\n        action\n        resource\n        condition\n        source\n        policy\n        policyId\n        statement\n        group\n        groupId\n      }\n    }\n  }\n": types.ExplainPermissionDocument,
    "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      id\n    }\n  }\n": types.DeleteGroupDocument,
    "\n  mutation GrantPolicies($input: GrantPoliciesInput!) {\n    grantPolicies(input: $input) {\n      id\n    }\n  }\n": types.GrantPoliciesDocument,
    "\n  query GroupChoice($search: String) {\n    groups(first: 50, search: $search, orderBy: name) {\n      nodes {\n        id\n        name\n        description\n      }\n    }\n  }\n": types.GroupChoiceDocument,
    "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      id\n    }\n  }\n": types.CreateGroupDocument,
    "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      id\n      name\n      description\n    }\n  }\n": types.UpdateGroupDocument,
    "\n  mutation RevokeGrant($input: RevokeGrantInput!) {\n    revokeGrant(input: $input) {\n      id\n    }\n  }\n": types.RevokeGrantDocument,
    "\n  query GroupList($after: String, $search: String) {\n    groups(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        memberCount\n        createdAt\n        grants {\n          id\n          policy\n        }\n        viewerCan {\n          updateGroup {\n            allowed\n            reason\n          }\n          deleteGroup {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": types.GroupListDocument,
    "\n  query GroupMembers($groupId: ID!, $after: String, $search: String) {\n    users(groupId: $groupId, first: 20, after: $after, search: $search, orderBy: name) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        enabled\n      }\n    }\n  }\n": types.GroupMembersDocument,
    "\n  mutation AddGroupMembers($input: AddGroupMembersInput!) {\n    addGroupMembers(input: $input) {\n      id\n      memberCount\n    }\n  }\n": types.AddGroupMembersDocument,
    "\n  mutation RemoveGroupMember($input: RemoveGroupMemberInput!) {\n    removeGroupMember(input: $input) {\n      id\n      memberCount\n    }\n  }\n": types.RemoveGroupMemberDocument,
    "\n  query GroupPage($groupId: ID!) {\n    group(groupId: $groupId) {\n      id\n      name\n      description\n      memberCount\n      grants {\n        id\n        policy\n        policyId\n        createdAt\n        project {\n          id\n          name\n        }\n      }\n      viewerCan {\n        updateGroup {\n          allowed\n          reason\n        }\n        deleteGroup {\n          allowed\n          reason\n        }\n        addGroupMembers {\n          allowed\n          reason\n        }\n        removeGroupMember {\n          allowed\n          reason\n        }\n        grantPolicies {\n          allowed\n          reason\n        }\n        revokeGrant {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.GroupPageDocument,
    "\n  query PolicyCatalogue {\n    policyCatalogue {\n      actions {\n        action\n        service\n        resource\n        operation\n        dependsOn\n        impliedBy\n      }\n      resourceKinds\n      conditions {\n        key\n        operators\n        wanted\n      }\n    }\n  }\n": types.PolicyCatalogueDocument,
    "\n  mutation CreatePolicy($input: CreatePolicyInput!) {\n    createPolicy(input: $input) {\n      id\n    }\n  }\n": types.CreatePolicyDocument,
    "\n  query PolicyChoice($search: String) {\n    policies(first: 100, search: $search) {\n      nodes {\n        id\n        name\n        description\n        system\n      }\n    }\n  }\n": types.PolicyChoiceDocument,
    "\n  query DraftPolicy($document: JSON, $statements: [PolicyStatementInput!]) {\n    draftPolicy(document: $document, statements: $statements) {\n      document\n      dependencies {\n        statement\n        action\n        neededBy\n        added\n      }\n    }\n  }\n": types.DraftPolicyDocument,
    "\n  query PolicyList($after: String, $search: String, $system: Boolean) {\n    policies(first: 20, after: $after, search: $search, system: $system) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        kind\n        system\n        updatedAt\n      }\n    }\n  }\n": types.PolicyListDocument,
    "\n  query PolicyPage($policyId: ID!) {\n    policy(policyId: $policyId) {\n      id\n      name\n      description\n      kind\n      system\n      document\n      createdAt\n      updatedAt\n      viewerCan {\n        updatePolicy {\n          allowed\n          reason\n        }\n        deletePolicy {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n": types.PolicyPageDocument,
    "\n  mutation UpdatePolicy($input: UpdatePolicyInput!) {\n    updatePolicy(input: $input) {\n      id\n      name\n      description\n      document\n    }\n  }\n": types.UpdatePolicyDocument,
    "\n  mutation DeletePolicy($input: DeletePolicyInput!) {\n    deletePolicy(input: $input) {\n      id\n    }\n  }\n": types.DeletePolicyDocument,
    "\n  query ProjectRights($id: ID!) {\n    node(id: $id) {\n      ... on Project {\n        id\n        renameWarning\n        viewerCan {\n          createApplication {\n            allowed\n            reason\n          }\n          createEngine {\n            allowed\n            reason\n          }\n          createEnvironment {\n            allowed\n            reason\n          }\n          registerResource {\n            allowed\n            reason\n          }\n          cancelJobRun {\n            allowed\n            reason\n          }\n          rerunJobRun {\n            allowed\n            reason\n          }\n          renameProject {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n": types.ProjectRightsDocument,
    "\n  fragment UserParts on User {\n    id\n    name\n    description\n    email\n    phone\n    enabled\n    administrator\n    viewerCan {\n      updateUser {\n        allowed\n        reason\n      }\n      setUserPassword {\n        allowed\n        reason\n      }\n      resetSecondFactors {\n        allowed\n        reason\n      }\n      linkIdentity {\n        allowed\n        reason\n      }\n      deleteUser {\n        allowed\n        reason\n      }\n    }\n  }\n": types.UserPartsFragmentDoc,
    "\n  mutation SwitchUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      id\n      enabled\n    }\n  }\n": types.SwitchUserDocument,
    "\n  mutation SetUserPassword($input: SetUserPasswordInput!) {\n    setUserPassword(input: $input) {\n      id\n    }\n  }\n": types.SetUserPasswordDocument,
    "\n  mutation ResetSecondFactors($input: ResetSecondFactorsInput!) {\n    resetSecondFactors(input: $input) {\n      id\n    }\n  }\n": types.ResetSecondFactorsDocument,
    "\n  mutation LinkIdentity($input: LinkIdentityInput!) {\n    linkIdentity(input: $input) {\n      subject\n    }\n  }\n": types.LinkIdentityDocument,
    "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      id\n    }\n  }\n": types.DeleteUserDocument,
    "\n  query UserChoice($search: String) {\n    users(first: 50, search: $search, orderBy: name) {\n      nodes {\n        id\n        name\n        description\n      }\n    }\n  }\n": types.UserChoiceDocument,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      id\n    }\n  }\n": types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      id\n      name\n      description\n      email\n      phone\n      enabled\n      administrator\n    }\n  }\n": types.UpdateUserDocument,
    "\n  query UserList($after: String, $search: String, $enabled: Boolean) {\n    users(first: 20, after: $after, search: $search, enabled: $enabled) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...UserParts\n        createdAt\n        groups {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.UserListDocument,
    "\n  query UserPage($userId: ID!) {\n    user(userId: $userId) {\n      ...UserParts\n      createdAt\n      updatedAt\n      groups {\n        id\n        name\n        description\n      }\n    }\n  }\n": types.UserPageDocument,
    "\n  mutation JoinGroup($input: AddGroupMembersInput!) {\n    addGroupMembers(input: $input) {\n      id\n    }\n  }\n": types.JoinGroupDocument,
    "\n  mutation LeaveGroup($input: RemoveGroupMemberInput!) {\n    removeGroupMember(input: $input) {\n      id\n    }\n  }\n": types.LeaveGroupDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      name\n      account\n      accountId\n      projectId\n      projects {\n        id\n        name\n        authorised\n        delegatedBy\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  query JobNumbers {\n    jobStats {\n      queuedRuns\n      runningRuns\n      completedInADay\n      failedInADay\n      dueCalls\n      callsToRepeat\n      timers\n      lagMs\n      appUnreachableSince\n    }\n  }\n": types.JobNumbersDocument,
    "\n  query JobRunList($after: String, $state: JobRunState, $workflow: String) {\n    jobRuns(first: 20, after: $after, state: $state, workflow: $workflow) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        workflow\n        event\n        state\n        why\n        error\n        createdAt\n        startedAt\n        endedAt\n      }\n    }\n  }\n": types.JobRunListDocument,
    "\n  query JobRunPage($runId: ID!) {\n    jobRun(runId: $runId) {\n      id\n      workflow\n      event\n      taskId\n      state\n      why\n      note\n      error\n      nextAt\n      createdAt\n      startedAt\n      endedAt\n      input {\n        text\n        truncated\n      }\n      output {\n        text\n        truncated\n      }\n      attempts {\n        stepId\n        number\n        httpStatus\n        error\n        beganAt\n        endedAt\n      }\n      steps {\n        id\n        name\n        kind\n        state\n        plannedAt\n        endedAt\n        wakesAt\n        awaited\n        output {\n          text\n          truncated\n        }\n        error {\n          text\n          truncated\n        }\n        attempts {\n          number\n          httpStatus\n          error\n          beganAt\n          endedAt\n        }\n      }\n    }\n  }\n": types.JobRunPageDocument,
    "\n  query TaskOfRun($taskId: ID!) {\n    task(taskId: $taskId) {\n      id\n      kind\n      instanceId\n      instanceName\n    }\n  }\n": types.TaskOfRunDocument,
    "\n  mutation CancelJobRun($input: CancelJobRunInput!) {\n    cancelJobRun(input: $input) {\n      id\n    }\n  }\n": types.CancelJobRunDocument,
    "\n  mutation RerunJobRun($input: RerunJobRunInput!) {\n    rerunJobRun(input: $input) {\n      id\n    }\n  }\n": types.RerunJobRunDocument,
    "\n  query FindApplications($search: String!) {\n    found: applications(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.FindApplicationsDocument,
    "\n  query FindInstances($search: String!) {\n    found: instances(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.FindInstancesDocument,
    "\n  query FindEnvironments($search: String!) {\n    found: environments(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.FindEnvironmentsDocument,
    "\n  query FindUsers($search: String!) {\n    found: users(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.FindUsersDocument,
    "\n  query FindGroups($search: String!) {\n    found: groups(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.FindGroupsDocument,
    "\n  query FindPolicies($search: String!) {\n    found: policies(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.FindPoliciesDocument,
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
export function graphql(source: "\n  mutation DeleteEngineBackup($input: DeleteEngineBackupInput!) {\n    deleteEngineBackup(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteEngineBackupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreEngineBackup($input: RestoreEngineBackupInput!) {\n    restoreEngineBackup(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').RestoreEngineBackupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineBackups($engineId: ID!, $after: String) {\n    engineBackups(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        remark\n        kind\n        state\n        version\n        takenAt\n        entries\n        size\n        createdBy\n        createdAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EngineBackupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineBackupRights($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      backupPolicy {\n        weekdays\n        hour\n      }\n      viewerCan {\n        createEngineBackup {\n          allowed\n          reason\n        }\n        deleteEngineBackup {\n          allowed\n          reason\n        }\n        restoreEngineBackup {\n          allowed\n          reason\n        }\n        setEngineBackupPolicy {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EngineBackupRightsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEngineBackup($input: CreateEngineBackupInput!) {\n    createEngineBackup(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateEngineBackupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetEngineBackupPolicy($input: SetEngineBackupPolicyInput!) {\n    setEngineBackupPolicy(input: $input) {\n      weekdays\n      hour\n    }\n  }\n"): typeof import('./graphql.ts').SetEngineBackupPolicyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveEngineBackupPolicy($input: RemoveEngineBackupPolicyInput!) {\n    removeEngineBackupPolicy(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').RemoveEngineBackupPolicyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineRestores($engineId: ID!, $after: String) {\n    engineRestores(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        backupName\n        state\n        startedBy\n        createdAt\n        endedAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EngineRestoresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineApplications($engineId: ID!, $after: String, $search: String, $environment: String) {\n    engineApplications(engineId: $engineId, first: 20, after: $after, search: $search, environment: $environment) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        environment\n        microservices\n        instances\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EngineApplicationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MicroserviceContracts($engineId: ID!, $serviceId: ID!) {\n    microserviceContracts(engineId: $engineId, serviceId: $serviceId, first: 200) {\n      nodes {\n        id\n        summary\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MicroserviceContractsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MicroserviceContract($engineId: ID!, $serviceId: ID!, $contractId: ID!) {\n    microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) {\n      id\n      text\n      format\n    }\n  }\n"): typeof import('./graphql.ts').MicroserviceContractDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateMicroservice($input: CreateMicroserviceInput!) {\n    createMicroservice(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateMicroserviceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteMicroservice($input: DeleteMicroserviceInput!) {\n    deleteMicroservice(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteMicroserviceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MicroserviceInstances(\n    $engineId: ID!\n    $after: String\n    $serviceId: ID\n    $search: String\n    $environment: String\n    $application: String\n  ) {\n    microserviceInstances(\n      engineId: $engineId\n      first: 20\n      after: $after\n      serviceId: $serviceId\n      search: $search\n      environment: $environment\n      application: $application\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        serviceId\n        microservice\n        application\n        environment\n        version\n        hostName\n        endpoints\n        status\n        zone\n        region\n        properties {\n          key\n          value\n        }\n        registeredAt\n        updatedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MicroserviceInstancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RelatedMicroservices($engineId: ID!, $serviceId: ID!, $side: CallSide!, $after: String) {\n    relatedMicroservices(engineId: $engineId, serviceId: $serviceId, side: $side, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        version\n        application\n        instances\n        online\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RelatedMicroservicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Microservices(\n    $engineId: ID!\n    $after: String\n    $search: String\n    $environment: String\n    $application: String\n    $microservice: String\n  ) {\n    microservices(\n      engineId: $engineId\n      first: 20\n      after: $after\n      search: $search\n      environment: $environment\n      application: $application\n      microservice: $microservice\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        version\n        application\n        environment\n        instances\n        online\n        registeredBy\n        framework {\n          name\n          version\n        }\n        createdAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MicroservicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddMicroserviceTag($input: AddMicroserviceTagInput!) {\n    addMicroserviceTag(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').AddMicroserviceTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateMicroserviceTag($input: UpdateMicroserviceTagInput!) {\n    updateMicroserviceTag(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').UpdateMicroserviceTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteMicroserviceTag($input: DeleteMicroserviceTagInput!) {\n    deleteMicroserviceTag(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteMicroserviceTagDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MicroservicePage($engineId: ID!, $serviceId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      viewerCan {\n        ...ConfigurationRights\n        addMicroserviceTag {\n          allowed\n          reason\n        }\n        updateMicroserviceTag {\n          allowed\n          reason\n        }\n        deleteMicroserviceTag {\n          allowed\n          reason\n        }\n        deleteMicroservice {\n          allowed\n          reason\n        }\n        setMicroserviceInstanceStatus {\n          allowed\n          reason\n        }\n        ...GovernanceRights\n        ...GrayRights\n      }\n    }\n    microservice(engineId: $engineId, serviceId: $serviceId) {\n      id\n      name\n      version\n      alias\n      application\n      environment\n      description\n      registeredBy\n      instances\n      online\n      createdAt\n      framework {\n        name\n        version\n      }\n      properties {\n        key\n        value\n      }\n      tags {\n        key\n        value\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MicroservicePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetInstanceStatus($input: SetMicroserviceInstanceStatusInput!) {\n    setMicroserviceInstanceStatus(input: $input) {\n      id\n      status\n    }\n  }\n"): typeof import('./graphql.ts').SetInstanceStatusDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteConfigurationItems($input: DeleteConfigurationItemsInput!) {\n    deleteConfigurationItems(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteConfigurationItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportConfiguration($input: ImportConfigurationInput!) {\n    importConfiguration(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').ImportConfigurationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SwitchConfigurationItem($input: UpdateConfigurationItemInput!) {\n    updateConfigurationItem(input: $input) {\n      id\n      status\n    }\n  }\n"): typeof import('./graphql.ts').SwitchConfigurationItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateConfigurationItem($input: CreateConfigurationItemInput!) {\n    createConfigurationItem(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateConfigurationItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateConfigurationItem($input: UpdateConfigurationItemInput!) {\n    updateConfigurationItem(input: $input) {\n      id\n      value\n      revision\n    }\n  }\n"): typeof import('./graphql.ts').UpdateConfigurationItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConfigurationRevisions($engineId: ID!, $itemId: ID!) {\n    configurationRevisions(engineId: $engineId, itemId: $itemId) {\n      revision\n      value\n      status\n      deleted\n      changedBy\n      updatedAt\n    }\n  }\n"): typeof import('./graphql.ts').ConfigurationRevisionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConfigurationDifference($engineId: ID!, $itemId: ID!, $from: Int!, $to: Int!) {\n    configurationDifference(engineId: $engineId, itemId: $itemId, from: $from, to: $to) {\n      change\n      text\n    }\n  }\n"): typeof import('./graphql.ts').ConfigurationDifferenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RollbackConfigurationItem($input: RollbackConfigurationItemInput!) {\n    rollbackConfigurationItem(input: $input) {\n      id\n      revision\n    }\n  }\n"): typeof import('./graphql.ts').RollbackConfigurationItemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConfigurationItems(\n    $engineId: ID!\n    $after: String\n    $search: String\n    $scope: String\n    $service: String\n    $application: String\n    $environment: String\n    $deleted: Boolean\n  ) {\n    configurationItems(\n      engineId: $engineId\n      first: 20\n      after: $after\n      search: $search\n      scope: $scope\n      service: $service\n      application: $application\n      environment: $environment\n      deleted: $deleted\n    ) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        key\n        value\n        valueType\n        status\n        scope\n        environment\n        revision\n        deleted\n        changedBy\n        updatedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ConfigurationItemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ConfigurationRights on EnginePermissions {\n    createConfigurationItem {\n      allowed\n      reason\n    }\n    updateConfigurationItem {\n      allowed\n      reason\n    }\n    deleteConfigurationItems {\n      allowed\n      reason\n    }\n    importConfiguration {\n      allowed\n      reason\n    }\n    rollbackConfigurationItem {\n      allowed\n      reason\n    }\n  }\n"): typeof import('./graphql.ts').ConfigurationRightsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportConfiguration($engineId: ID!, $scope: String!, $environment: String) {\n    configurationExport(engineId: $engineId, scope: $scope, environment: $environment) {\n      file\n      fileName\n    }\n  }\n"): typeof import('./graphql.ts').ExportConfigurationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineConsole($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      state\n      viewerCan {\n        createMicroservice {\n          allowed\n          reason\n        }\n        setMicroserviceInstanceStatus {\n          allowed\n          reason\n        }\n        ...ConfigurationRights\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EngineConsoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DashboardChanged($engineId: ID!, $application: String, $search: String, $sort: GetDashboardSort) {\n    dashboardChanged(engineId: $engineId, application: $application, search: $search, sort: $sort, first: 100) {\n      applications\n      services {\n        service\n        application\n        environment\n        versions\n        instances\n        silentInstances\n        throughput\n        latencyMs\n        p50Ms\n        p90Ms\n        p99Ms\n        successRate\n        calls\n        failedCalls\n        breakerOpen\n        lastAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DashboardChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DashboardServiceChanged($engineId: ID!, $application: String!, $service: String!, $environment: String) {\n    dashboardServiceChanged(\n      engineId: $engineId\n      application: $application\n      service: $service\n      environment: $environment\n    ) {\n      operations {\n        name\n        direction\n        throughput\n        latencyMs\n        p99Ms\n        successRate\n        timeouts\n        rejected\n        breakerOpen\n      }\n      instances {\n        instanceId\n        host\n        version\n        silent\n        throughput\n        latencyMs\n        successRate\n        cpu\n        threads\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DashboardServiceChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FreePublicIps {\n    resources(first: 200, kind: public_ip) {\n      nodes {\n        id\n        name\n        attributes {\n          address\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FreePublicIpsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenEngine($input: OpenEnginePublicAccessInput!) {\n    openEnginePublicAccess(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').OpenEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseEngine($input: CloseEnginePublicAccessInput!) {\n    closeEnginePublicAccess(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').CloseEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NetworksForEngine {\n    resources(first: 200) {\n      nodes {\n        id\n        name\n        kind\n        vpc {\n          id\n        }\n        attributes {\n          cidr\n          availabilityZone\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').NetworksForEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEngine($input: CreateEngineInput!) {\n    createEngine(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEngine($input: DeleteEngineInput!) {\n    deleteEngine(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').DeleteEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEngine($input: UpdateEngineInput!) {\n    updateEngine(input: $input) {\n      id\n      description\n    }\n  }\n"): typeof import('./graphql.ts').UpdateEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EngineParts on Engine {\n    id\n    name\n    edition\n    specification\n    instanceQuota\n    version\n    state\n    failure {\n      code\n      message\n      service\n    }\n    upgrades {\n      version\n      notes\n    }\n    viewerCan {\n      retryEngine {\n        allowed\n        reason\n      }\n      resizeEngine {\n        allowed\n        reason\n      }\n      upgradeEngine {\n        allowed\n        reason\n      }\n      deleteEngine {\n        allowed\n        reason\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnginePartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineList($after: String, $search: String) {\n    engines(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...EngineParts\n        description\n        zones\n        createdAt\n        addresses {\n          url\n          scope\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EngineListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnginePage($engineId: ID!) {\n    engine(engineId: $engineId) {\n      ...EngineParts\n      description\n      zones\n      authentication\n      ipv6\n      createdBy\n      createdAt\n      updatedAt\n      vpc {\n        id\n        name\n      }\n      subnet {\n        id\n        name\n      }\n      publicIp {\n        id\n        name\n      }\n      addresses {\n        url\n        scope\n        family\n      }\n      operation {\n        id\n        kind\n        createdAt\n      }\n      viewerCan {\n        updateEngine {\n          allowed\n          reason\n        }\n        openEnginePublicAccess {\n          allowed\n          reason\n        }\n        closeEnginePublicAccess {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnginePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription EngineChanged($engineId: ID, $after: String) {\n    engineChanged(engineId: $engineId, after: $after) {\n      cursor\n      engineId\n      state\n    }\n  }\n"): typeof import('./graphql.ts').EngineChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineOperations($engineId: ID!, $after: String) {\n    engineOperations(engineId: $engineId, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        state\n        startedBy\n        createdAt\n        endedAt\n        failure {\n          code\n          message\n          service\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EngineOperationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription EngineOperationLogAdded($operationId: ID!, $after: String) {\n    engineOperationLogAdded(operationId: $operationId, after: $after) {\n      cursor\n      at\n      level\n      step\n      message\n    }\n  }\n"): typeof import('./graphql.ts').EngineOperationLogAddedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResizeEngine($input: ResizeEngineInput!) {\n    resizeEngine(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').ResizeEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryEngine($input: RetryEngineInput!) {\n    retryEngine(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').RetryEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpgradeEngine($input: UpgradeEngineInput!) {\n    upgradeEngine(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').UpgradeEngineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetEngineAccountPassword($input: ResetEngineAccountPasswordInput!) {\n    resetEngineAccountPassword(input: $input) {\n      name\n    }\n  }\n"): typeof import('./graphql.ts').ResetEngineAccountPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEngineAccount($input: DeleteEngineAccountInput!) {\n    deleteEngineAccount(input: $input) {\n      name\n    }\n  }\n"): typeof import('./graphql.ts').DeleteEngineAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEngineAccount($input: CreateEngineAccountInput!) {\n    createEngineAccount(input: $input) {\n      name\n    }\n  }\n"): typeof import('./graphql.ts').CreateEngineAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEngineAccount($input: UpdateEngineAccountInput!) {\n    updateEngineAccount(input: $input) {\n      name\n      roles\n      status\n    }\n  }\n"): typeof import('./graphql.ts').UpdateEngineAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetEngineAuthentication($input: SetEngineAuthenticationInput!) {\n    setEngineAuthentication(input: $input) {\n      id\n      state\n    }\n  }\n"): typeof import('./graphql.ts').SetEngineAuthenticationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEngineRole($input: DeleteEngineRoleInput!) {\n    deleteEngineRole(input: $input) {\n      name\n    }\n  }\n"): typeof import('./graphql.ts').DeleteEngineRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEngineRole($input: CreateEngineRoleInput!) {\n    createEngineRole(input: $input) {\n      name\n    }\n  }\n"): typeof import('./graphql.ts').CreateEngineRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEngineRole($input: UpdateEngineRoleInput!) {\n    updateEngineRole(input: $input) {\n      name\n    }\n  }\n"): typeof import('./graphql.ts').UpdateEngineRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EngineSecurity($engineId: ID!) {\n    engine(engineId: $engineId) {\n      id\n      name\n      authentication\n      viewerCan {\n        setEngineAuthentication {\n          allowed\n          reason\n        }\n        createEngineAccount {\n          allowed\n          reason\n        }\n        updateEngineAccount {\n          allowed\n          reason\n        }\n        resetEngineAccountPassword {\n          allowed\n          reason\n        }\n        deleteEngineAccount {\n          allowed\n          reason\n        }\n        createEngineRole {\n          allowed\n          reason\n        }\n        updateEngineRole {\n          allowed\n          reason\n        }\n        deleteEngineRole {\n          allowed\n          reason\n        }\n      }\n    }\n    engineAccounts(engineId: $engineId) {\n      name\n      roles\n      status\n      createdAt\n      updatedAt\n    }\n    engineRoles(engineId: $engineId) {\n      name\n      builtIn\n      permissions\n    }\n  }\n"): typeof import('./graphql.ts').EngineSecurityDocument;
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
export function graphql(source: "\n  mutation DeleteGovernanceRule($input: DeleteGovernanceRuleInput!) {\n    deleteGovernanceRule(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteGovernanceRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmGrayRule($input: ConfirmGrayRuleInput!) {\n    confirmGrayRule(input: $input) {\n      id\n      completedAt\n    }\n  }\n"): typeof import('./graphql.ts').ConfirmGrayRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GrayParameters($engineId: ID!, $serviceId: ID!) {\n    grayParameters(engineId: $engineId, serviceId: $serviceId) {\n      name\n      in\n    }\n  }\n"): typeof import('./graphql.ts').GrayParametersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteGrayRule($input: DeleteGrayRuleInput!) {\n    deleteGrayRule(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteGrayRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateGrayRule($input: CreateGrayRuleInput!) {\n    createGrayRule(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateGrayRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateGrayRule($input: UpdateGrayRuleInput!) {\n    updateGrayRule(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').UpdateGrayRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GrayRules($engineId: ID!, $serviceId: ID!) {\n    grayRules(engineId: $engineId, serviceId: $serviceId) {\n      id\n      name\n      priority\n      spec\n      updatedBy\n      updatedAt\n      completedAt\n    }\n  }\n"): typeof import('./graphql.ts').GrayRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GrayRights on EnginePermissions {\n    createGrayRule {\n      allowed\n      reason\n    }\n    updateGrayRule {\n      allowed\n      reason\n    }\n    confirmGrayRule {\n      allowed\n      reason\n    }\n    deleteGrayRule {\n      allowed\n      reason\n    }\n  }\n"): typeof import('./graphql.ts').GrayRightsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewGrayRule(\n    $engineId: ID!\n    $serviceId: ID!\n    $ruleId: ID\n    $name: String\n    $priority: Int\n    $spec: GrayRuleSpecInput\n  ) {\n    grayRulePreview(\n      engineId: $engineId\n      serviceId: $serviceId\n      ruleId: $ruleId\n      name: $name\n      priority: $priority\n      spec: $spec\n    ) {\n      ...PreviewParts\n    }\n  }\n"): typeof import('./graphql.ts').PreviewGrayRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VersionsOfService($engineId: ID!, $environment: String, $application: String, $microservice: String) {\n    microservices(\n      engineId: $engineId\n      first: 100\n      environment: $environment\n      application: $application\n      microservice: $microservice\n    ) {\n      nodes {\n        id\n        version\n      }\n    }\n  }\n"): typeof import('./graphql.ts').VersionsOfServiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GovernanceKinds($engineId: ID!) {\n    governanceKinds(engineId: $engineId) {\n      kind\n      governs\n      methods\n      title {\n        en\n        zh\n      }\n      fields {\n        name\n        kind\n        description\n        required\n        min\n        max\n        unit\n        default\n        label {\n          en\n          zh\n        }\n        choices {\n          value\n          label {\n            en\n            zh\n          }\n        }\n        when {\n          field\n          is\n        }\n      }\n      prerequisites {\n        frameworks\n        setting\n        text {\n          en\n          zh\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').GovernanceKindsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServicesToGovern(\n    $engineId: ID!\n    $environment: String\n    $application: String\n    $microservice: String\n    $search: String\n  ) {\n    microservices(\n      engineId: $engineId\n      first: 100\n      environment: $environment\n      application: $application\n      microservice: $microservice\n      search: $search\n    ) {\n      nodes {\n        id\n        name\n        application\n        version\n        contracts\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ServicesToGovernDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OperationsToGovern($engineId: ID!, $serviceId: ID!, $contractId: ID!) {\n    microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) {\n      id\n      operations {\n        id\n        method\n        path\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OperationsToGovernDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewGovernanceRule(\n    $engineId: ID!\n    $serviceId: ID!\n    $kind: GovernanceKind!\n    $ruleId: ID\n    $spec: GovernanceSpecInput\n  ) {\n    governanceRulePreview(engineId: $engineId, serviceId: $serviceId, kind: $kind, ruleId: $ruleId, spec: $spec) {\n      ...PreviewParts\n    }\n  }\n"): typeof import('./graphql.ts').PreviewGovernanceRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PreviewParts on GovernancePreview {\n    changes {\n      scope\n      environment\n      key\n      change\n      before\n      after\n      readBy\n    }\n    notes {\n      frameworks\n      text {\n        en\n        zh\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PreviewPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateGovernanceRule($input: CreateGovernanceRuleInput!) {\n    createGovernanceRule(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateGovernanceRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateGovernanceRule($input: UpdateGovernanceRuleInput!) {\n    updateGovernanceRule(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').UpdateGovernanceRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GovernanceRules($engineId: ID!, $serviceId: ID, $after: String) {\n    governanceRules(engineId: $engineId, serviceId: $serviceId, first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        kind\n        spec\n        microservice\n        application\n        environment\n        updatedBy\n        updatedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').GovernanceRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GovernanceRights on EnginePermissions {\n    createGovernanceRule {\n      allowed\n      reason\n    }\n    updateGovernanceRule {\n      allowed\n      reason\n    }\n    deleteGovernanceRule {\n      allowed\n      reason\n    }\n  }\n"): typeof import('./graphql.ts').GovernanceRightsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccountRights {\n    viewer {\n      id\n      tenant {\n        id\n        viewerCan {\n          createUser {\n            allowed\n            reason\n          }\n          createGroup {\n            allowed\n            reason\n          }\n          createPolicy {\n            allowed\n            reason\n          }\n          createDelegation {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AccountRightsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditParts on AuditEventConnection {\n    totalCount\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      seq\n      at\n      actorKind\n      actorId\n      actorName\n      sourceIp\n      operation\n      targetKind\n      targetId\n      result\n      requestId\n      position\n      hash\n    }\n  }\n"): typeof import('./graphql.ts').AuditPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditTrail(\n    $ofAccount: Boolean!\n    $after: String\n    $from: String\n    $until: String\n    $actorKind: AuditActorKind\n    $actorId: ID\n    $actorName: String\n    $sourceIp: String\n    $operation: String\n    $targetKind: String\n    $targetId: ID\n    $result: AuditResult\n    $requestId: ID\n  ) {\n    project: auditEvents(\n      first: 50\n      after: $after\n      from: $from\n      until: $until\n      actorKind: $actorKind\n      actorId: $actorId\n      actorName: $actorName\n      sourceIp: $sourceIp\n      operation: $operation\n      targetKind: $targetKind\n      targetId: $targetId\n      result: $result\n      requestId: $requestId\n    ) @skip(if: $ofAccount) {\n      ...AuditParts\n    }\n    account: accountAuditEvents(\n      first: 50\n      after: $after\n      from: $from\n      until: $until\n      actorKind: $actorKind\n      actorId: $actorId\n      actorName: $actorName\n      sourceIp: $sourceIp\n      operation: $operation\n      targetKind: $targetKind\n      targetId: $targetId\n      result: $result\n      requestId: $requestId\n    ) @include(if: $ofAccount) {\n      ...AuditParts\n    }\n  }\n"): typeof import('./graphql.ts').AuditTrailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VerificationParts on AuditVerification {\n    intact\n    rows\n    head\n    sealedUpTo\n    broken {\n      position\n      seq\n      operation\n      reason\n    }\n  }\n"): typeof import('./graphql.ts').VerificationPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VerifyAuditTrail($ofAccount: Boolean!) {\n    project: auditVerification @skip(if: $ofAccount) {\n      ...VerificationParts\n    }\n    account: accountAuditVerification @include(if: $ofAccount) {\n      ...VerificationParts\n    }\n  }\n"): typeof import('./graphql.ts').VerifyAuditTrailDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessKeys {\n    accessKeys {\n      id\n      description\n      enabled\n      system\n      projectId\n      createdAt\n      lastUsedAt\n    }\n  }\n"): typeof import('./graphql.ts').AccessKeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccessKey($input: CreateAccessKeyInput!) {\n    createAccessKey(input: $input) {\n      id\n      secret\n      fileName\n      credentials\n    }\n  }\n"): typeof import('./graphql.ts').CreateAccessKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnableAccessKey($input: EnableAccessKeyInput!) {\n    enableAccessKey(input: $input) {\n      id\n      enabled\n    }\n  }\n"): typeof import('./graphql.ts').EnableAccessKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableAccessKey($input: DisableAccessKeyInput!) {\n    disableAccessKey(input: $input) {\n      id\n      enabled\n    }\n  }\n"): typeof import('./graphql.ts').DisableAccessKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAccessKey($input: DeleteAccessKeyInput!) {\n    deleteAccessKey(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteAccessKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiTokens($after: String) {\n    apiTokens(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        hint\n        actions\n        resources\n        addresses\n        requestsPerMinute\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n        parentId\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ApiTokensDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiToken($input: RevokeApiTokenInput!) {\n    revokeApiToken(input: $input) {\n      id\n      revokedAt\n    }\n  }\n"): typeof import('./graphql.ts').RevokeApiTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SecondFactors {\n    secondFactors {\n      totp\n      passkeys\n      recoveryCodesLeft\n    }\n  }\n"): typeof import('./graphql.ts').SecondFactorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').ChangePasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      totp\n    }\n  }\n"): typeof import('./graphql.ts').RemoveTotpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewRecoveryCodes($input: MakeNewRecoveryCodesInput!) {\n    makeNewRecoveryCodes(input: $input) {\n      recoveryCodes\n    }\n  }\n"): typeof import('./graphql.ts').NewRecoveryCodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnSessions {\n    sessions {\n      id\n      client\n      sourceIp\n      method\n      mfa\n      current\n      createdAt\n      renewedAt\n      expiresAt\n    }\n  }\n"): typeof import('./graphql.ts').OwnSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').EndSessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndOtherSessions {\n    endOtherSessions {\n      ended\n    }\n  }\n"): typeof import('./graphql.ts').EndOtherSessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Passkeys {\n    passkeys {\n      id\n      name\n      createdAt\n      lastUsedAt\n    }\n  }\n"): typeof import('./graphql.ts').PasskeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ticket\n      options\n    }\n  }\n"): typeof import('./graphql.ts').BeginPasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').AddPasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePasskey($input: DeletePasskeyInput!) {\n    deletePasskey(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeletePasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProject($input: CreateProjectInput!) {\n    createProject(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateProjectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameProject($input: RenameProjectInput!) {\n    renameProject(input: $input) {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql.ts').RenameProjectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      address\n      secret\n    }\n  }\n"): typeof import('./graphql.ts').BeginTotpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      recoveryCodes\n    }\n  }\n"): typeof import('./graphql.ts').ConfirmTotpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      id\n      token\n    }\n  }\n"): typeof import('./graphql.ts').CreateApiTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDelegation($input: CreateDelegationInput!) {\n    createDelegation(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateDelegationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DelegationList($after: String) {\n    delegations(first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        delegateId\n        expiresAt\n        createdAt\n        project {\n          id\n          name\n        }\n        policies {\n          id\n          name\n        }\n        viewerCan {\n          deleteDelegation {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DelegationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReceivedDelegations {\n    receivedDelegations {\n      id\n      name\n      account\n      projectId\n      project\n      expiresAt\n    }\n  }\n"): typeof import('./graphql.ts').ReceivedDelegationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteDelegation($input: DeleteDelegationInput!) {\n    deleteDelegation(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteDelegationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainPermission(\n    $subjectId: ID!\n    $action: String!\n    $projectId: ID\n    $resourceId: ID\n    $ofAccount: Boolean\n    $sourceIp: String\n    $at: String\n    $mfa: Boolean\n    $tags: [String!]\n  ) {\n    explainPermission(\n      subjectId: $subjectId\n      action: $action\n      projectId: $projectId\n      resourceId: $resourceId\n      ofAccount: $ofAccount\n      sourceIp: $sourceIp\n      at: $at\n      mfa: $mfa\n      tags: $tags\n    ) {\n      allowed\n      action\n      decidedOn\n      path\n      reason\n      by {\n        effect\n        action\n        resource\n        condition\n        source\n        policy\n        policyId\n        statement\n        group\n        groupId\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ExplainPermissionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GrantPolicies($input: GrantPoliciesInput!) {\n    grantPolicies(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').GrantPoliciesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupChoice($search: String) {\n    groups(first: 50, search: $search, orderBy: name) {\n      nodes {\n        id\n        name\n        description\n      }\n    }\n  }\n"): typeof import('./graphql.ts').GroupChoiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      id\n      name\n      description\n    }\n  }\n"): typeof import('./graphql.ts').UpdateGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeGrant($input: RevokeGrantInput!) {\n    revokeGrant(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').RevokeGrantDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupList($after: String, $search: String) {\n    groups(first: 20, after: $after, search: $search) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        memberCount\n        createdAt\n        grants {\n          id\n          policy\n        }\n        viewerCan {\n          updateGroup {\n            allowed\n            reason\n          }\n          deleteGroup {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').GroupListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupMembers($groupId: ID!, $after: String, $search: String) {\n    users(groupId: $groupId, first: 20, after: $after, search: $search, orderBy: name) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        enabled\n      }\n    }\n  }\n"): typeof import('./graphql.ts').GroupMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddGroupMembers($input: AddGroupMembersInput!) {\n    addGroupMembers(input: $input) {\n      id\n      memberCount\n    }\n  }\n"): typeof import('./graphql.ts').AddGroupMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveGroupMember($input: RemoveGroupMemberInput!) {\n    removeGroupMember(input: $input) {\n      id\n      memberCount\n    }\n  }\n"): typeof import('./graphql.ts').RemoveGroupMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupPage($groupId: ID!) {\n    group(groupId: $groupId) {\n      id\n      name\n      description\n      memberCount\n      grants {\n        id\n        policy\n        policyId\n        createdAt\n        project {\n          id\n          name\n        }\n      }\n      viewerCan {\n        updateGroup {\n          allowed\n          reason\n        }\n        deleteGroup {\n          allowed\n          reason\n        }\n        addGroupMembers {\n          allowed\n          reason\n        }\n        removeGroupMember {\n          allowed\n          reason\n        }\n        grantPolicies {\n          allowed\n          reason\n        }\n        revokeGrant {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').GroupPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PolicyCatalogue {\n    policyCatalogue {\n      actions {\n        action\n        service\n        resource\n        operation\n        dependsOn\n        impliedBy\n      }\n      resourceKinds\n      conditions {\n        key\n        operators\n        wanted\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PolicyCatalogueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePolicy($input: CreatePolicyInput!) {\n    createPolicy(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreatePolicyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PolicyChoice($search: String) {\n    policies(first: 100, search: $search) {\n      nodes {\n        id\n        name\n        description\n        system\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PolicyChoiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftPolicy($document: JSON, $statements: [PolicyStatementInput!]) {\n    draftPolicy(document: $document, statements: $statements) {\n      document\n      dependencies {\n        statement\n        action\n        neededBy\n        added\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DraftPolicyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PolicyList($after: String, $search: String, $system: Boolean) {\n    policies(first: 20, after: $after, search: $search, system: $system) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        name\n        description\n        kind\n        system\n        updatedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PolicyListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PolicyPage($policyId: ID!) {\n    policy(policyId: $policyId) {\n      id\n      name\n      description\n      kind\n      system\n      document\n      createdAt\n      updatedAt\n      viewerCan {\n        updatePolicy {\n          allowed\n          reason\n        }\n        deletePolicy {\n          allowed\n          reason\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PolicyPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePolicy($input: UpdatePolicyInput!) {\n    updatePolicy(input: $input) {\n      id\n      name\n      description\n      document\n    }\n  }\n"): typeof import('./graphql.ts').UpdatePolicyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePolicy($input: DeletePolicyInput!) {\n    deletePolicy(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeletePolicyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectRights($id: ID!) {\n    node(id: $id) {\n      ... on Project {\n        id\n        renameWarning\n        viewerCan {\n          createApplication {\n            allowed\n            reason\n          }\n          createEngine {\n            allowed\n            reason\n          }\n          createEnvironment {\n            allowed\n            reason\n          }\n          registerResource {\n            allowed\n            reason\n          }\n          cancelJobRun {\n            allowed\n            reason\n          }\n          rerunJobRun {\n            allowed\n            reason\n          }\n          renameProject {\n            allowed\n            reason\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ProjectRightsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserParts on User {\n    id\n    name\n    description\n    email\n    phone\n    enabled\n    administrator\n    viewerCan {\n      updateUser {\n        allowed\n        reason\n      }\n      setUserPassword {\n        allowed\n        reason\n      }\n      resetSecondFactors {\n        allowed\n        reason\n      }\n      linkIdentity {\n        allowed\n        reason\n      }\n      deleteUser {\n        allowed\n        reason\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UserPartsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SwitchUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      id\n      enabled\n    }\n  }\n"): typeof import('./graphql.ts').SwitchUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserPassword($input: SetUserPasswordInput!) {\n    setUserPassword(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').SetUserPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetSecondFactors($input: ResetSecondFactorsInput!) {\n    resetSecondFactors(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').ResetSecondFactorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkIdentity($input: LinkIdentityInput!) {\n    linkIdentity(input: $input) {\n      subject\n    }\n  }\n"): typeof import('./graphql.ts').LinkIdentityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').DeleteUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserChoice($search: String) {\n    users(first: 50, search: $search, orderBy: name) {\n      nodes {\n        id\n        name\n        description\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UserChoiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CreateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      id\n      name\n      description\n      email\n      phone\n      enabled\n      administrator\n    }\n  }\n"): typeof import('./graphql.ts').UpdateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserList($after: String, $search: String, $enabled: Boolean) {\n    users(first: 20, after: $after, search: $search, enabled: $enabled) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        ...UserParts\n        createdAt\n        groups {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UserListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserPage($userId: ID!) {\n    user(userId: $userId) {\n      ...UserParts\n      createdAt\n      updatedAt\n      groups {\n        id\n        name\n        description\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UserPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation JoinGroup($input: AddGroupMembersInput!) {\n    addGroupMembers(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').JoinGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveGroup($input: RemoveGroupMemberInput!) {\n    removeGroupMember(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').LeaveGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      name\n      account\n      accountId\n      projectId\n      projects {\n        id\n        name\n        authorised\n        delegatedBy\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobNumbers {\n    jobStats {\n      queuedRuns\n      runningRuns\n      completedInADay\n      failedInADay\n      dueCalls\n      callsToRepeat\n      timers\n      lagMs\n      appUnreachableSince\n    }\n  }\n"): typeof import('./graphql.ts').JobNumbersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobRunList($after: String, $state: JobRunState, $workflow: String) {\n    jobRuns(first: 20, after: $after, state: $state, workflow: $workflow) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        id\n        workflow\n        event\n        state\n        why\n        error\n        createdAt\n        startedAt\n        endedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').JobRunListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobRunPage($runId: ID!) {\n    jobRun(runId: $runId) {\n      id\n      workflow\n      event\n      taskId\n      state\n      why\n      note\n      error\n      nextAt\n      createdAt\n      startedAt\n      endedAt\n      input {\n        text\n        truncated\n      }\n      output {\n        text\n        truncated\n      }\n      attempts {\n        stepId\n        number\n        httpStatus\n        error\n        beganAt\n        endedAt\n      }\n      steps {\n        id\n        name\n        kind\n        state\n        plannedAt\n        endedAt\n        wakesAt\n        awaited\n        output {\n          text\n          truncated\n        }\n        error {\n          text\n          truncated\n        }\n        attempts {\n          number\n          httpStatus\n          error\n          beganAt\n          endedAt\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').JobRunPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskOfRun($taskId: ID!) {\n    task(taskId: $taskId) {\n      id\n      kind\n      instanceId\n      instanceName\n    }\n  }\n"): typeof import('./graphql.ts').TaskOfRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelJobRun($input: CancelJobRunInput!) {\n    cancelJobRun(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').CancelJobRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RerunJobRun($input: RerunJobRunInput!) {\n    rerunJobRun(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.ts').RerunJobRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindApplications($search: String!) {\n    found: applications(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FindApplicationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindInstances($search: String!) {\n    found: instances(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FindInstancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindEnvironments($search: String!) {\n    found: environments(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FindEnvironmentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindUsers($search: String!) {\n    found: users(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FindUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindGroups($search: String!) {\n    found: groups(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FindGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindPolicies($search: String!) {\n    found: policies(first: 5, search: $search) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FindPoliciesDocument;
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
