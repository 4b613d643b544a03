/**
 * The function that serves what browsers load: the SDK's scripts, each project's remote
 * configuration, and the console.
 *
 * <p>Start at {@link dev.tenrec.assets.Assets}; {@link dev.tenrec.assets.AssetsHandler} wires it.
 * Nothing here reads or writes a project's data.
 */
package dev.tenrec.assets;
