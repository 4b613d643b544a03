/**
 * State in DynamoDB, one package per kind: {@code projects}, {@code access}, {@code definitions},
 * {@code persons}, {@code groups}, {@code issues}, {@code symbols}; all on {@code table}.
 *
 * <p>Every write is conditional on a version or on absence; hot reads come from copies in memory
 * that one small read proves fresh.
 */
package dev.tenrec.stores;
