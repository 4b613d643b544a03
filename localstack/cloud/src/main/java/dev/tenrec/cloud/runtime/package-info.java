/**
 * The side of the local cloud that runs beside a function's own code: in a process of its own or in
 * a class loader of its own. It loads the handler with AWS's runtime interface client and calls it.
 *
 * <p>Start at {@link dev.tenrec.cloud.runtime.Main}. This package is packed into a jar and put on
 * the class path of every function, so it uses nothing but the JDK and the interface client, and no
 * other package of the local cloud except through {@link dev.tenrec.cloud.runtime.Wire}.
 */
package dev.tenrec.cloud.runtime;
