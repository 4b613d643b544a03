/**
 * Files that programs send straight to the data bucket, past the API and its limit of 6 MB.
 *
 * <p>Start at {@link dev.tenrec.api.errors.uploads.Uploads}.
 */
package dev.tenrec.api.errors.uploads;
