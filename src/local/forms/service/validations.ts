import { type Execution, HostObject, type TypeDefinition, defineType } from '../../kernel/host';
import type { RuleData } from '../model/form-data';
import { FORM_SCOPES, type TextLike, known } from './facts';

/** A rule ready to be set on an item. */
export class ValidationObject extends HostObject {
  constructor(
    execution: Execution,
    readonly rule: RuleData | undefined,
  ) {
    super(execution);
  }
}

class TextValidation extends ValidationObject {}
class ParagraphTextValidation extends ValidationObject {}
class CheckboxValidation extends ValidationObject {}
class GridValidation extends ValidationObject {}
class CheckboxGridValidation extends ValidationObject {}

type ValidationClass = new (execution: Execution, rule: RuleData | undefined) => ValidationObject;

/** Collects a rule and its help text; the last rule named is the one that holds. */
abstract class Builder extends HostObject {
  protected abstract readonly makes: ValidationClass;
  private rule: Omit<RuleData, 'help'> | undefined;
  private help = '';

  /** The rule of a builder's method of that name. */
  protected require(rule: string, ...values: (string | number)[]): this {
    this.rule = { rule, values };
    return this;
  }

  setHelpText(text: TextLike): this {
    this.help = String(text);
    return this;
  }

  build(): ValidationObject {
    return new this.makes(this.execution, this.rule && { ...this.rule, help: this.help });
  }
}

/** Rules on the pattern and the length of a text. */
abstract class WordsBuilder extends Builder {
  requireTextContainsPattern(pattern: string): this {
    return this.require('requireTextContainsPattern', pattern);
  }

  requireTextDoesNotContainPattern(pattern: string): this {
    return this.require('requireTextDoesNotContainPattern', pattern);
  }

  requireTextMatchesPattern(pattern: string): this {
    return this.require('requireTextMatchesPattern', pattern);
  }

  requireTextDoesNotMatchPattern(pattern: string): this {
    return this.require('requireTextDoesNotMatchPattern', pattern);
  }

  requireTextLengthGreaterThanOrEqualTo(number: number): this {
    return this.require('requireTextLengthGreaterThanOrEqualTo', number);
  }

  requireTextLengthLessThanOrEqualTo(number: number): this {
    return this.require('requireTextLengthLessThanOrEqualTo', number);
  }
}

class ParagraphTextValidationBuilder extends WordsBuilder {
  protected readonly makes = ParagraphTextValidation;
}

class TextValidationBuilder extends WordsBuilder {
  protected readonly makes = TextValidation;

  requireNumber(): this {
    return this.require('requireNumber');
  }

  requireWholeNumber(): this {
    return this.require('requireWholeNumber');
  }

  requireNumberGreaterThan(number: number): this {
    return this.require('requireNumberGreaterThan', number);
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.require('requireNumberGreaterThanOrEqualTo', number);
  }

  requireNumberLessThan(number: number): this {
    return this.require('requireNumberLessThan', number);
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    return this.require('requireNumberLessThanOrEqualTo', number);
  }

  requireNumberEqualTo(number: number): this {
    return this.require('requireNumberEqualTo', number);
  }

  requireNumberNotEqualTo(number: number): this {
    return this.require('requireNumberNotEqualTo', number);
  }

  requireNumberBetween(start: number, end: number): this {
    return this.require('requireNumberBetween', start, end);
  }

  requireNumberNotBetween(start: number, end: number): this {
    return this.require('requireNumberNotBetween', start, end);
  }

  requireTextIsEmail(): this {
    return this.require('requireTextIsEmail');
  }

  requireTextIsUrl(): this {
    return this.require('requireTextIsUrl');
  }
}

class CheckboxValidationBuilder extends Builder {
  protected readonly makes = CheckboxValidation;

  requireSelectAtLeast(number: number): this {
    return this.require('requireSelectAtLeast', number);
  }

  requireSelectAtMost(number: number): this {
    return this.require('requireSelectAtMost', number);
  }

  requireSelectExactly(number: number): this {
    return this.require('requireSelectExactly', number);
  }
}

abstract class OneAColumnBuilder extends Builder {
  requireLimitOneResponsePerColumn(): this {
    return this.require('requireLimitOneResponsePerColumn');
  }
}

class GridValidationBuilder extends OneAColumnBuilder {
  protected readonly makes = GridValidation;
}

class CheckboxGridValidationBuilder extends OneAColumnBuilder {
  protected readonly makes = CheckboxGridValidation;
}

/** A new builder for FormApp's create…Validation. */
export const validationBuilders = {
  text: TextValidationBuilder,
  paragraphText: ParagraphTextValidationBuilder,
  checkbox: CheckboxValidationBuilder,
  grid: GridValidationBuilder,
  checkboxGrid: CheckboxGridValidationBuilder,
};

const validations: readonly (readonly [string, ValidationClass])[] = [
  ['TextValidation', TextValidation],
  ['ParagraphTextValidation', ParagraphTextValidation],
  ['CheckboxValidation', CheckboxValidation],
  ['GridValidation', GridValidation],
  ['CheckboxGridValidation', CheckboxGridValidation],
];
const builders: readonly (readonly [string, new (execution: Execution) => Builder])[] = [
  ['TextValidationBuilder', TextValidationBuilder],
  ['ParagraphTextValidationBuilder', ParagraphTextValidationBuilder],
  ['CheckboxValidationBuilder', CheckboxValidationBuilder],
  ['GridValidationBuilder', GridValidationBuilder],
  ['CheckboxGridValidationBuilder', CheckboxGridValidationBuilder],
];

/** Every method of a builder that a script may call: building calls no service. */
function builderMethods(made: { readonly prototype: object }): Record<string, typeof known> {
  const methods: Record<string, typeof known> = {};
  for (let at = made.prototype; at !== HostObject.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (/^(require.+|setHelpText|build)$/.test(name)) methods[name] = known;
    }
  }
  return methods;
}

export const validationTypes: readonly TypeDefinition[] = [
  ...validations.map(([name, made]) =>
    defineType({
      name,
      google: `Forms.${name}`,
      fullName: `FormApp.${name}`,
      class: made,
      scopes: FORM_SCOPES,
      needs: 'document',
      methods: {},
    }),
  ),
  ...builders.map(([name, made]) =>
    defineType({
      name,
      google: `Forms.${name}`,
      fullName: `FormApp.${name}`,
      class: made,
      scopes: FORM_SCOPES,
      needs: 'document',
      methods: builderMethods(made),
    }),
  ),
];
