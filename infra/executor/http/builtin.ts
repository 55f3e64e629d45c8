/** Node's HTTP without its ES module face: making that evaluates every export, which loads a whole browser-like client. */
export const http = process.getBuiltinModule("node:http");

/** Loaded only by those who call an app over TLS. */
export const https = () => process.getBuiltinModule("node:https");
