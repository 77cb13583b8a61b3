import type { Workspace } from '../workspace';
import type { HomeInfo, PersonGroup, PersonView } from './api-types';
import { Refusal } from './router';

/** Everybody who can be signed in as, by e-mail, as the home page presents them. */
export function personViews(workspace: Workspace, info: HomeInfo): ReadonlyMap<string, PersonView> {
  const shown = new Map(info.people.map((person) => [person.email, person]));
  return new Map(
    workspace
      .people()
      .filter((person) => !person.gone)
      .map(({ email, name }) => {
        const as = shown.get(email);
        const view = {
          email,
          name: as?.name ?? (name || email),
          description: as?.description ?? '',
          waiting: as?.waiting ?? 0,
        };
        return [email, view];
      }),
  );
}

/** The people of HomeInfo in their groups, in its order; the rest under `others`. */
export function groupPeople(
  views: ReadonlyMap<string, PersonView>,
  info: HomeInfo,
): { readonly groups: readonly PersonGroup[]; readonly others: readonly PersonView[] } {
  const groups = new Map<string, PersonView[]>();
  const grouped = new Set<string>();
  for (const { email, group } of info.people) {
    const view = views.get(email);
    if (!view) continue;
    groups.set(group, [...(groups.get(group) ?? []), view]);
    grouped.add(email);
  }
  return {
    groups: [...groups].map(([name, people]) => ({ name, people })),
    others: [...views.values()].filter(({ email }) => !grouped.has(email)),
  };
}

/** The person with that e-mail; refuses nobody and strangers. */
export function needPerson(views: ReadonlyMap<string, PersonView>, email: string): PersonView {
  const person = views.get(email);
  if (!person) throw new Refusal(401, 'Chưa chọn vai. Về trang đầu, chọn một người rồi mở lại tệp này.');
  return person;
}
