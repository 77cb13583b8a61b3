import type { Random } from './random';
import { bare, DEMO_WORDS, type Gender, type Weighted } from './words';

const AVOIDED = new Set(DEMO_WORDS.avoidFullNames.map(bare));

/** Invents a full name as people of the city have them; never one of a well-known person. */
export function inventName(random: Random, gender: Gender): string {
  for (;;) {
    const name = drawName(random, gender);
    if (!AVOIDED.has(bare(name))) return name;
  }
}

// F family · T Thị or Văn · M middle · G given · P a given pair · I an inner name, never equal to the family name.
function drawName(random: Random, gender: Gender): string {
  const family = random.weighted(DEMO_WORDS.familyNames);
  const part = (sign: string): string => {
    switch (sign) {
      case 'F':
        return family;
      case 'T':
        return gender === 'female' ? 'Thị' : 'Văn';
      case 'M':
        return random.weighted(middleNames(gender));
      case 'P':
        return random.pick(DEMO_WORDS.givenPairs[gender]);
      case 'I':
        return random.pick(DEMO_WORDS.innerFamilyNames.filter((name) => name !== family));
      default:
        return random.weighted(DEMO_WORDS.givenNames[gender]);
    }
  };
  return random.weighted(DEMO_WORDS.namePatterns[gender]).split(' ').map(part).join(' ');
}

function middleNames(gender: Gender): Weighted {
  return DEMO_WORDS.middleNames[gender].filter(([name]) => name !== 'Thị' && name !== 'Văn');
}
