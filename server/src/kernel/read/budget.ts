import { limits, tooExpensive } from './limits.ts';

/**
 * Counts what one plan asks for and refuses what is too much. The validator counts the document already; this is the
 * count of what is really read, rows included.
 */
export class Budget {
  #fields = 0;
  #rows = 0;

  /** @throws Problem `query-too-expensive` */
  spend(cost: { depth?: number; fields?: number; rows?: number }): void {
    this.#fields += cost.fields ?? 0;
    this.#rows += cost.rows ?? 0;
    if ((cost.depth ?? 0) > limits.MAX_DEPTH) throw tooExpensive('MAX_DEPTH');
    if (this.#fields > limits.MAX_FIELDS) throw tooExpensive('MAX_FIELDS');
    if (this.#rows > limits.MAX_ROWS) throw tooExpensive('MAX_ROWS');
  }
}
