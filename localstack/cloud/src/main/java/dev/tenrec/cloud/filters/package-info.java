/**
 * The event pattern language of EventBridge and Lambda filters: which records a consumer wants.
 *
 * <p>Start at {@link dev.tenrec.cloud.filters.RecordFilter} for records that carry JSON, at {@link
 * dev.tenrec.cloud.filters.EventPattern} for JSON itself.
 */
package dev.tenrec.cloud.filters;
