import type { ConformanceCase, Verdict } from './conformance-case';

/** The cases that need the workspace's own controls, by id. */
export const controlCases: Readonly<Record<string, (one: ConformanceCase) => Verdict>> = {};
