import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Built for current browsers and without source maps: the first start of the platform waits for this. */
export default defineConfig({
  plugins: [react()],
  build: { target: "esnext", sourcemap: false, reportCompressedSize: false, chunkSizeWarningLimit: 2000, manifest: true },
  server: { proxy: Object.fromEntries(["/graphql", "/v1"].map((path) => [path, process.env["FLYLOFT_URL"] ?? "http://127.0.0.1:4800"])) },
});
