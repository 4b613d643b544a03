/**
 * Did you mean: the nearest known word to an unknown one. Start at {@link
 * dev.tenrec.query.hogql.suggest.Suggestion}.
 */
package dev.tenrec.query.hogql.suggest;
