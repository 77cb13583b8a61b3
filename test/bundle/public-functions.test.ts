import { loadShipped } from './bare-load';
import { SCRIPTS, type ScriptName } from './shipped';

/**
 * All that a page, a menu or a trigger can call. Whoever has a sidebar open can call each of these with any argument from the browser's
 * tools: a name is added here together with the check of who may call it.
 */
const PUBLIC: Readonly<Record<ScriptName, readonly string[]>> = {
  district: [
    'collectLedgersNow',
    'collectNow',
    'consoleState',
    'continueJob',
    'decideUnmatched',
    'everyFiveMinutes',
    'everyTenMinutes',
    'hourly',
    'nightly',
    'onFormSent',
    'onOpen',
    'openConsole',
    'openLinks',
    'openPrint',
    'openUnmatched',
    'previewJob',
    'putRoster',
    'repairNow',
    'showHelp',
    'startJob',
    'stopJob',
    'summariseNow',
  ],
  committee: [
    'branchMoments',
    'formLink',
    'greet',
    'heartbeat',
    'judge',
    'loadTexts',
    'memberHistory',
    'onInstall',
    'onOpen',
    'openBranch',
    'openGrading',
    'openHelp',
    'openMessages',
    'openPaperEntry',
    'openPapers',
    'openUnit',
    'openUnitReport',
    'openWide',
    'record',
    'recordForUnit',
    'restoreTo',
    'saveGrades',
    'sendBranch',
    'takeBackBranch',
    'undoActs',
  ],
};

describe.each(SCRIPTS)('the %s script', (script) => {
  it('offers exactly its public functions', () => {
    expect(loadShipped(script).functions).toEqual(PUBLIC[script]);
  });
});
