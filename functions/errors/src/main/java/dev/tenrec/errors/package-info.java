/**
 * The errors function: exceptions that the project accepted, resolved to the code that was written,
 * put together into issues, and put back into the stream.
 *
 * <p>Start at {@link dev.tenrec.errors.ErrorTracking}; {@link dev.tenrec.errors.ErrorsHandler} is
 * what Lambda calls. This package never writes the lake.
 */
package dev.tenrec.errors;
