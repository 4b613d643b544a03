/**
 * Programs that run beside this JVM and must never outlive it. Start with {@link
 * dev.tenrec.emulators.process.GuardedProcess}.
 */
package dev.tenrec.emulators.process;
