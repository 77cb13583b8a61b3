import type { IsoDay } from '../programme/dates';

/** What the value of a setting is, by kind. 'preset' = code of a scale; 'numbers' = figures from the best class on. */
export interface SettingValueByKind {
  readonly text: string;
  readonly lines: string;
  readonly email: string;
  readonly emails: readonly string[];
  readonly day: IsoDay;
  readonly number: number;
  readonly numbers: readonly number[];
  readonly flag: boolean;
  readonly preset: string;
}
export type SettingKind = keyof SettingValueByKind;

/** A setting: found by its label in the column *Mục*. `needed` = may not be empty. */
export interface SettingDefinition<K extends string = string, V extends SettingKind = SettingKind> {
  readonly key: K;
  readonly label: string;
  readonly kind: V;
  readonly value: SettingValueByKind[V];
  readonly meaning: string;
  readonly needed?: boolean;
  /** Bounds of a figure. */
  readonly least?: number;
  readonly most?: number;
}

/** Makes a setting. */
export function setting<K extends string, V extends SettingKind>(
  key: K,
  label: string,
  kind: V,
  value: SettingValueByKind[V],
  meaning: string,
  more: Pick<SettingDefinition, 'needed' | 'least' | 'most'> = {},
): SettingDefinition<K, V> {
  return { key, label, kind, value, meaning, ...more };
}

/** May not be empty. */
export const NEEDED = { needed: true };
/** A share in percent. */
export const PERCENT = { needed: true, least: 0, most: 100 };
/** A count of things or days. */
export const COUNT = { needed: true, least: 0, most: 1000 };
