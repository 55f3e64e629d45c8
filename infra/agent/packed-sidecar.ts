/** The program of the sidecar, compressed, in base64; `bundle.ts` puts it here. Kept like this it costs the agent a quarter of a megabyte. */
export const packedSidecar: string = "";
