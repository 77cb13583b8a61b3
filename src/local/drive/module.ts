import type { DriveModule } from '../kernel/acts';

/** The advanced service Drive. */
export const driveModule: DriveModule = { types: [], globals: {}, advanced: {} };
