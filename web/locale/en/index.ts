import apps from "./apps.json";
import components from "./components.json";
import deployments from "./deployments.json";
import environments from "./environments.json";
import identity from "./identity.json";
import layout from "./layout.json";
import operations from "./operations.json";
import overview from "./overview.json";

export default { apps, components, deployments, environments, identity, layout, operations, overview };
