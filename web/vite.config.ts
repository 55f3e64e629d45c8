import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { documentsInPlace } from "./documents.ts";

const platform = process.env["FLYLOFT_URL"] ?? "http://127.0.0.1:4800";
/** While developing, everything but the pages comes from a running platform, which takes requests of its own origin only. */
const proxy = Object.fromEntries(
  ["/graphql", "/v1"].map((path) => [path, { target: platform, changeOrigin: true, headers: { origin: platform } }]),
);

/** Built for current browsers and without source maps: the first start of the platform waits for this. */
export default defineConfig(({ command }) => {
  // Whoever starts the build may be a test run; what it builds is for use all the same.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    plugins: [documentsInPlace(), react()],
    build: {
      target: "esnext",
      sourcemap: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      manifest: true,
    },
    server: { proxy },
  };
});
