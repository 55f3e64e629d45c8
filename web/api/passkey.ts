type Answer = Record<string, unknown>;

/** Whether this browser keeps passkeys and speaks of them as JSON. */
export const hasPasskeys = (): boolean =>
  "PublicKeyCredential" in globalThis && "parseRequestOptionsFromJSON" in PublicKeyCredential;

/** Makes a passkey on this device; null when its owner thought better of it. */
export async function makePasskey(options: unknown): Promise<Answer | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  return answerOf(navigator.credentials.create({ publicKey }));
}

/** Lets a passkey of this device answer; null when its owner thought better of it. */
export async function askPasskey(options: unknown): Promise<Answer | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  return answerOf(navigator.credentials.get({ publicKey }));
}

async function answerOf(asked: Promise<Credential | null>): Promise<Answer | null> {
  try {
    const made = (await asked) as PublicKeyCredential | null;
    return made && { ...made.toJSON() };
  } catch (error) {
    if (error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "InvalidStateError"))
      return null;
    throw error;
  }
}
