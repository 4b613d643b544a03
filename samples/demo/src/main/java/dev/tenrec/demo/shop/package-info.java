/**
 * The shop's visitors and what they do. Everything follows from a seed and the date: a visit of a
 * given day is the same whenever it is computed, down to the ids of its events, so that sending it
 * twice adds nothing.
 *
 * <p>Start at {@link dev.tenrec.demo.shop.Traffic}. Pure.
 */
package dev.tenrec.demo.shop;
