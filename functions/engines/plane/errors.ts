/** Error codes of the protocol (protocol §1.10, §2.1). The HTTP status is the code without its last three digits. */
export const planeCodes = {
  invalid: "400001",
  unhealthy: "400002",
  serviceExists: "400010",
  serviceMissing: "400012",
  instancesDeployed: "400013",
  schemaMissing: "400016",
  instanceMissing: "400017",
  tagMissing: "400018",
  dependedOn: "400023",
  versionMissing: "400026",
  quota: "400100",
  accountMissing: "400200",
  roleMissing: "400201",
  roleInvalid: "400202",
  accountQuota: "400203",
  roleQuota: "400204",
  roleBound: "400205",
  badPassword: "400206",
  unauthorised: "401201",
  wrongPassword: "401202",
  tokenMissing: "401204",
  tokenExpired: "401205",
  ownerDeleted: "401206",
  oldPasswordWrong: "401207",
  forbidden: "403001",
  locked: "403201",
  builtInAccount: "403202",
  builtInRole: "403203",
  ownAccount: "403204",
  noPermission: "403205",
  addressMissing: "404000",
  itemMissing: "404001",
  methodNotAllowed: "405000",
  itemExists: "409001",
  accountExists: "409200",
  roleExists: "409201",
  itemQuota: "422001",
  tooMany: "429001",
  internal: "500003",
  storage: "500011",
  notServed: "503001",
} as const;
export type PlaneCode = (typeof planeCodes)[keyof typeof planeCodes] | `${number}`;

/** An outcome that a client of an engine is told in the words of its protocol. */
export class PlaneError extends Error {
  override readonly name = "PlaneError";
  readonly code: PlaneCode;
  readonly detail: string;

  constructor(code: PlaneCode, message: string, detail = "") {
    super(message);
    this.code = code;
    this.detail = detail;
  }
  get status() {
    return Math.floor(Number(this.code) / 1000);
  }
}
