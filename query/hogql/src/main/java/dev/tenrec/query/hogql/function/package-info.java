/**
 * The functions of HogQL: the names, the types, and the one meaning that each has on every engine.
 * Start at {@link dev.tenrec.query.hogql.function.Functions}.
 *
 * <p>A function either is a primitive, which every dialect prints by its name, or is put together
 * from primitives here.
 */
package dev.tenrec.query.hogql.function;
