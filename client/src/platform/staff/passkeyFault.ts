/** Why a device did not make or use a passkey: the person let it be, it has one already, it cannot, or something else. */
export type PasskeyFault = 'cancelled' | 'known' | 'unable' | 'failed';

const faults: Readonly<Record<string, PasskeyFault>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
  NotSupportedError: 'unable',
  ConstraintError: 'unable',
  SecurityError: 'unable',
};

/** What the browser's refusal means to the person who waits. */
export const passkeyFaultOf = (error: unknown): PasskeyFault => (error instanceof Error && faults[error.name]) || 'failed';

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = (): boolean => typeof PublicKeyCredential === 'function';
