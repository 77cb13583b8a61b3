import type { WorkspaceState } from '../../src/local/workspace';
import { bookNamed, digest, recordsOf, tabIn } from './books';
import { register, typedBy } from './sheets';
import { openedDistrict, ROLE_ACCOUNT, type SmallDistrict } from './small-district';

function hint({ workspace, project }: SmallDistrict): ReturnType<SmallDistrict['run']> {
  return workspace.run(project, 'onFormSent', { as: ROLE_ACCOUNT, from: 'editor' });
}

function booked({ workspace }: SmallDistrict): readonly string[] {
  const { data } = bookNamed(workspace, 'Sổ tiếp nhận phiếu 2014');
  return recordsOf(tabIn(data, 'Đăng ký – Đợt I')).map((row) => String(row.member));
}

function shown({ workspace }: SmallDistrict): readonly string[] {
  const unit = recordsOf(tabIn(bookNamed(workspace, 'Sổ cơ sở – Đoàn Phường 5').data, 'Đợt I'));
  return unit.filter((row) => row.registeredAt !== '').map((row) => String(row.code));
}

/** Does something at a run's n-th call. */
function atCall({ workspace }: SmallDistrict, n: number, act: () => void): void {
  workspace.between(n, act);
}

describe('a hint that a sheet was sent', () => {
  it('brings it into the book and onto the committee’s sheet', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'));

    const run = hint(district);

    expect(run.ok).toBe(true);
    expect([booked(district), shown(district)]).toEqual([['DV-01'], ['DV-01']]);
  });

  it('brings in what is sent while it is at work, too', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'));
    atCall(district, 12, () => register(district, typedBy('DV-04')));

    hint(district);

    expect(shown(district)).toEqual(['DV-01', 'DV-04']);
  });

  it('ends after one look while another is followed, and is followed again after its end', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'));
    const calls: number[] = [];
    atCall(district, 20, () => calls.push(hint(district).calls.total));

    const first = hint(district);
    register(district, typedBy('DV-04'));
    const next = hint(district);

    expect(calls).toEqual([1]);
    expect(first.calls.total).toBeGreaterThan(20);
    expect(next.calls.total).toBeGreaterThan(20);
    expect(shown(district)).toEqual(['DV-01', 'DV-04']);
  });

  it('builds on what others wrote between two rounds', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'));
    let isDone = false;
    const clock = (): void => {
      // Every call, until the lock is free between two rounds: then the clock's own run takes in a sheet and pushes it.
      if (booked(district).length === 1) {
        if (!isSent) register(district, typedBy('DV-04'));
        isSent = true;
        const run = district.workspace.run(district.project, 'nightly', { as: ROLE_ACCOUNT, from: 'editor' });
        if (!run.ok) throw new Error(run.error?.message);
        isDone = booked(district).length === 2;
      }
      if (!isDone) atCall(district, 1, clock);
    };
    let isSent = false;
    atCall(district, 1, clock);

    hint(district);

    expect(isDone).toBe(true);
    expect(booked(district)).toEqual(['DV-01', 'DV-04']);
    expect(shown(district)).toEqual(['DV-01', 'DV-04']);
  });
});

describe('a sheet that is sent at any call of a run', () => {
  const district = openedDistrict();
  register(district, typedBy('DV-01'));
  const state = district.workspace.snapshot();

  it('is on the committee’s sheet after it where its own hint found the run at work', () => {
    const { calls } = hint(district);
    const left: number[] = [];
    const found: boolean[] = [];
    for (let at = 1; at <= calls.total; at += 1) {
      district.workspace.restore(state);
      let isFollowed = false;
      atCall(district, at, () => {
        register(district, typedBy('DV-04'));
        isFollowed = hint(district).calls.total === 1;
      });
      hint(district);
      found.push(isFollowed);
      if (isFollowed && shown(district).join() !== 'DV-01,DV-04') left.push(at);
    }

    expect(left).toEqual([]);
    // At its beginning nobody was told of it yet, at its end not any more.
    expect([found[0], found.includes(true), found.at(-1)]).toEqual([false, true, false]);
  }, 120_000);

  it('is there too when sheets come for as long as a run may take, and then none', () => {
    district.workspace.restore(state);
    const began = district.workspace.now();
    const members = ['DV-01', 'DV-04'];
    let [sent, latest] = [1, 0];
    const send = (): void => {
      const now = district.workspace.now();
      if (now - began > 275_000) return;
      if (now - latest > 2_000) {
        register(district, typedBy(members[sent % members.length] ?? ''));
        [sent, latest] = [sent + 1, now];
      }
      atCall(district, 1, send);
    };
    atCall(district, 1, send);

    const run = hint(district);

    expect(run.ok).toBe(true);
    expect(run.simulatedMs).toBeGreaterThan(260_000);
    expect(run.simulatedMs).toBeLessThan(350_000);
    expect(shown(district)).toEqual(members);
  }, 120_000);
});

/** A morning on which sheets wait: good ones, one to resolve, one longer than a cell. */
function waiting(): { readonly district: SmallDistrict; readonly state: WorkspaceState } {
  const district = openedDistrict();
  for (const code of ['DV-01', 'DV-04']) register(district, typedBy(code));
  register(district, typedBy('DV-03', { birthDate: '01/01/1990' }));
  register(district, typedBy('DV-08'), 'dài '.repeat(12_000));
  return { district, state: district.workspace.snapshot() };
}

describe.each(['refuse', 'effectThenError', 'kill'] as const)('a fault of the kind %s', (kind) => {
  const { district, state } = waiting();
  const { workspace, project } = district;
  /** Ten minutes later the clock looks, whatever became of the hint. */
  const later = (): ReturnType<SmallDistrict['run']> => {
    workspace.setClock(workspace.now() + 600_000);
    return workspace.run(project, 'everyTenMinutes', { as: ROLE_ACCOUNT, from: 'editor' });
  };

  it('at any call of following hints leaves, after the clock’s next run, the same books', () => {
    workspace.restore(state);
    const { calls } = hint(district);
    later();
    const expected = JSON.stringify(digest(workspace));
    const wrong: number[] = [];
    let struck = 0;
    for (let at = 1; at <= calls.total; at += 1) {
      workspace.restore(state);
      workspace.faults([{ at, do: kind }]);
      const broken = hint(district);
      if (broken.killed || kind !== 'kill') struck += 1;
      workspace.faults([]);
      if (!later().ok || JSON.stringify(digest(workspace)) !== expected) wrong.push(at);
    }

    expect(struck).toBe(calls.total);
    expect(wrong).toEqual([]);
  }, 120_000);
});
