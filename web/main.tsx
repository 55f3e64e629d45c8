import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { client } from "./api/client.ts";
import { startLanguage } from "./locale/index.ts";
import { Console } from "./layout/console.tsx";
import "./layout/base.css";

await startLanguage();
createRoot(document.getElementById("root")!).render(
  <Provider value={client}>
    <Console />
  </Provider>,
);
