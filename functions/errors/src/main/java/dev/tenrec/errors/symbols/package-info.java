/**
 * What the PostHog CLI uploads, and the resolution of frames with it.
 *
 * <p>Start at {@link dev.tenrec.errors.symbols.FrameResolver}; {@link
 * dev.tenrec.errors.symbols.SourceAndMap} reads the uploaded container.
 */
package dev.tenrec.errors.symbols;
