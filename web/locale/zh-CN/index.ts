import identity from "./identity.json";
import layout from "./layout.json";

export default { identity, layout };
