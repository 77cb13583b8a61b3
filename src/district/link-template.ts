import { GROUP_CHOICES } from '../programme/criteria';
import type { Branch, Member } from '../programme/organisation';
import { BRANCH_SEPARATOR } from './form-submission';

/**
 * Marks in the one prefilled address a form is asked for: links of all branches and members are made from it without a call each. The mark of the
 * group is a choice, because Google fills in nothing else.
 */
export const LINK_MARKS = {
  branch: 'MACHIDOAN',
  code: 'MADUONGDAN',
  registered: 'DADANGKY',
  group: GROUP_CHOICES[0]?.label ?? '',
} as const;

type Slot = keyof typeof LINK_MARKS;

/** The poster link of a branch: the form with the branch filled in, nothing of a person. */
export function branchLink(template: string, branch: Pick<Branch, 'code' | 'name'>): string {
  return filled(template, { branch: branchLine(branch) });
}

/**
 * A member's own link: the branch, the random token instead of name and code, the group of the roster, and what was registered, for the
 * self-assessment.
 */
export function memberLink(
  template: string,
  branch: Pick<Branch, 'code' | 'name'>,
  member: Pick<Member, 'token' | 'group'>,
  registered: string,
): string {
  return filled(template, {
    branch: branchLine(branch),
    code: member.token,
    group: groupLabel(member),
    registered,
  });
}

/** The same as short as it does its work, so that its printed code is coarse enough for any telephone: the token says who it is. */
export function cardLink(template: string, member: Pick<Member, 'token' | 'group'>): string {
  return filled(template, { code: member.token, group: groupLabel(member) });
}

function groupLabel(member: Pick<Member, 'group'>): string {
  return GROUP_CHOICES.find(({ code }) => code === member.group)?.label ?? '';
}

function branchLine({ code, name }: Pick<Branch, 'code' | 'name'>): string {
  return `${code}${BRANCH_SEPARATOR}${name}`;
}

/** The address with its slots filled; a slot that is given nothing is left out of it. */
function filled(template: string, given: Readonly<Partial<Record<Slot, string>>>): string {
  const [head = '', ...parts] = template.split('&');
  const slots = Object.entries(LINK_MARKS) as readonly (readonly [Slot, string])[];
  const kept = parts.flatMap((part) => {
    const [name = '', value = ''] = part.split('=');
    const typed = decodeURIComponent(value.replace(/\+/g, ' '));
    const slot = slots.find(([, mark]) => mark === typed)?.[0];
    if (slot === undefined) return [part];
    const text = given[slot] ?? '';
    return text === '' ? [] : [`${name}=${encodeURIComponent(text)}`];
  });
  return [head, ...kept].join('&');
}
